import { Gauge, type Registry } from 'prom-client';
import type { ScreenHealth } from '../../core/protocol/health.ts';
import { verdictOn, type ScreenState } from '../../core/protocol/verdict.ts';
import type { Stage } from '../../core/stage/stage.ts';
import type { Clock } from '../clock.ts';
import type { ScreenStatus, ScreenStatuses } from '../screens/status.ts';

const STATES = ['good', 'watch', 'fault'] as const satisfies readonly ScreenState[];

/** The worst of all screens: one number each, however many screens there are. */
const WORST: Readonly<Record<string, readonly [help: string, of: (health: ScreenHealth) => number | undefined]>> = {
  flip_p95_milliseconds: ['Worst 95th percentile of how late pages turn', ({ flips }) => flips?.p95],
  clock_uncertainty_milliseconds: ['Worst uncertainty of a clock', ({ clock }) => clock?.uncertainty],
  heap_megabytes: ['Largest JavaScript heap', ({ heap }) => heap],
  nodes: ['Most elements in a page', ({ nodes }) => nodes],
  media_missing: ['Most media files that a screen does not have yet', ({ media }) => media.wanted - media.ready],
};

export interface ScreenGaugeParts {
  readonly statuses: ScreenStatuses;
  readonly now: Clock;
  /** The stage of a screen that is still in use; null for one that was revoked or deleted, which nobody misses. */
  readonly stageOf: (screen: string) => Stage | null;
}

/** Figures over all screens for `/metrics`, worked out when they are asked for. */
export function measureScreens(metrics: Registry, { statuses, now, stageOf }: ScreenGaugeParts): void {
  const add = (name: string, help: string, values: () => readonly (readonly [state: string, value: number])[]): void =>
    metrics.registerMetric(
      new Gauge({
        name,
        help,
        labelNames: ['state'],
        registers: [],
        collect() {
          for (const [state, value] of values()) this.set(state === '' ? {} : { state }, value);
        },
      }),
    );
  const used = (): readonly (ScreenStatus & { readonly stage: Stage })[] =>
    statuses.all().flatMap((status) => {
      const stage = stageOf(status.screen);
      return stage ? [{ ...status, stage }] : [];
    });
  const present = (): readonly ScreenHealth[] =>
    used().flatMap(({ connections, health }) => (connections > 0 && health ? [health] : []));
  for (const [name, [help, of]] of Object.entries(WORST)) {
    const worst = (): number => Math.max(0, ...present().map((health) => of(health) ?? 0));
    add(`paceboard_screens_max_${name}`, `${help} among connected screens`, () => [['', worst()]]);
  }
  const faulty = (): number => present().filter(({ faults }) => faults.length > 0).length;
  add('paceboard_screens_with_faults', 'Connected screens that left a slide out or report an error', () => [
    ['', faulty()],
  ]);
  add('paceboard_screens', 'Screens heard of since the start, by how they are', () => {
    const states = used().map((status) => verdictOn(status, now(), status.stage).state);
    return STATES.map((state) => [state, states.filter((each) => each === state).length]);
  });
}
