/**
 * One change to thousands of screens: what it costs the server's processor and how long the last screen waits.
 * The product runs beside a plain `ws` loop and, where there is a compiler, a C program that only writes;
 * bursts alternate, so that a busy machine slows all of them alike. Every delivery is counted.
 */
import type { EditKind } from './bench-ledger.ts';
import { startNode, startReference, textOf, type Contender } from './contenders.ts';
import { startNchan } from './nchan.ts';
import { CLIENT_CORE, Helper } from './processes.ts';
import { median, quantile, table } from './statistics.ts';

export interface FanoutOptions {
  readonly quick: boolean;
}

interface Burst {
  /** CPU of the server per delivery, in microseconds, saving and building included. */
  readonly gross: number;
  /** The same without what the change costs when there is a single screen. */
  readonly net: number;
  readonly waits: readonly number[];
}

const PACE_MS = 10;
/** Changes until the code that saves and builds is compiled. */
const WARM_UP = 300;

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** A server with its screens. */
class Lane {
  readonly contender: Contender;
  readonly #screens: Helper;
  #count = 0;
  #rounds = 0;
  /** Rounds before most of the screens came. */
  #early = 0;
  /** CPU of one change with one screen, by kind, in microseconds. */
  readonly #single = new Map<EditKind, number>();

  constructor(contender: Contender, screens: Helper) {
    this.contender = contender;
    this.#screens = screens;
  }

  async open(count: number): Promise<void> {
    const { name, port, cookie } = this.contender;
    const snapshots = name === 'paceboard';
    this.#count = await this.#screens.ask<number>('open', { name, port, cookie, count, snapshots });
  }

  async measureSingle(kind: EditKind, edits: number): Promise<void> {
    await this.#edits(kind, WARM_UP, 0);
    const { cpuMicros } = await this.#edits(kind, edits);
    this.#single.set(kind, cpuMicros / edits);
  }

  async burst(kind: EditKind, edits: number): Promise<Burst> {
    const { cpuMicros, waits } = await this.#edits(kind, edits);
    const deliveries = edits * this.#count;
    const base = (this.#single.get(kind) ?? 0) * edits;
    return { gross: cpuMicros / deliveries, net: (cpuMicros - base) / (edits * (this.#count - 1)), waits };
  }

  /** How much memory each of `count` more screens takes while nothing happens, in KB. */
  async idleKb(count: number): Promise<number> {
    await this.contender.collect();
    const before = await this.contender.usage();
    const early = this.#rounds;
    await this.open(count);
    this.#early = early;
    await pause(1000);
    await this.contender.collect();
    const after = await this.contender.usage();
    return (after.rssKb - before.rssKb) / count;
  }

  /** @throws Error when a screen missed a patch or got one twice. */
  async check(): Promise<void> {
    const { least, most } = await this.#screens.ask<{ least: number; most: number }>('tally', {
      name: this.contender.name,
    });
    if (least !== this.#rounds - this.#early || most !== this.#rounds) {
      throw new Error(
        `${this.contender.name}: ${least} to ${most} patches in ${this.#rounds} rounds, ${this.#early} of them with one screen`,
      );
    }
  }

  async stop(): Promise<void> {
    await this.#screens.stop();
    await this.contender.stop();
  }

  async #edits(kind: EditKind, edits: number, rest = PACE_MS): Promise<{ cpuMicros: number; waits: number[] }> {
    const { name } = this.contender;
    const waits: number[] = [];
    const before = await this.contender.usage();
    for (let number = 0; number < edits; number += 1) {
      const last = this.#screens.ask<number>('round', { name, number: (this.#rounds += 1) });
      const savedAt = await this.contender.edit(kind);
      waits.push((await last) - savedAt);
      if (rest > 0) await pause(rest);
    }
    const after = await this.contender.usage();
    return { cpuMicros: after.cpuMicros - before.cpuMicros, waits };
  }
}

const fixed = (value: number, digits: number): string => (Number.isFinite(value) ? value.toFixed(digits) : '–');
const perSecond = (micros: number): string => `${Math.round(1000 / micros)}k`;

const NAMES = {
  paceboard: 'Paceboard',
  plain: 'plain ws loop',
  nchan: 'nginx with nchan',
  c: 'C, one write each',
} as const;

type Results = ReadonlyMap<Contender['name'], readonly Burst[]>;

/** The median over the bursts of how many times more `lane` delivers than `other` in the same round. */
const ratio = (
  results: Results,
  lane: Contender['name'],
  other: Contender['name'],
  cost: (burst: Burst) => number,
): number => {
  const [own = [], others = []] = [results.get(lane), results.get(other)];
  return median(own.flatMap((burst, index) => (others[index] ? [cost(others[index]) / cost(burst)] : [])));
};

const net = (burst: Burst): number => burst.net;
const gross = (burst: Burst): number => burst.gross;

function report(results: Results, memory: ReadonlyMap<Contender['name'], number>): string {
  const rows = [...results].map(([name, bursts]) => {
    const waits = bursts.flatMap((burst) => burst.waits);
    return [
      NAMES[name],
      perSecond(median(bursts.map(net))),
      fixed(median(bursts.map(net)), 2),
      fixed(ratio(results, name, 'plain', net), 2),
      fixed(ratio(results, name, 'nchan', net), 2),
      fixed(ratio(results, name, 'c', net), 2),
      perSecond(median(bursts.map(gross))),
      fixed(ratio(results, name, 'plain', gross), 2),
      fixed(quantile(waits, 0.5), 1),
      fixed(quantile(waits, 0.99), 1),
      fixed(memory.get(name) ?? Number.NaN, 1),
    ];
  });
  const head = [
    'server',
    'deliveries/CPU s',
    'µs each',
    '× plain',
    '× nchan',
    '× C',
    'with save',
    '× plain',
    'last p50 ms',
    'p99 ms',
    'idle KB',
  ];
  return table(head, rows);
}

async function measure(count: number, { quick }: FanoutOptions): Promise<void> {
  const reference = await startReference();
  const nchan = await startNchan(textOf);
  const readyMade = [nchan, reference].filter((each) => each !== null);
  const contenders = [await startNode('paceboard'), await startNode('plain'), ...readyMade];
  // One process of screens for each server: together they would have more sockets than a process may open.
  const lanes = contenders.map((contender) => new Lane(contender, new Helper('bench-screens.ts', [], CLIENT_CORE)));
  const memory = new Map<Contender['name'], number>();
  const singles = quick ? 40 : 100;
  for (const lane of lanes) {
    await lane.open(1);
    for (const kind of ['note', 'figure'] as const) await lane.measureSingle(kind, singles);
    memory.set(lane.contender.name, await lane.idleKb(count - 1));
  }
  const edits = quick ? 20 : Math.max(20, Math.round(60_000 / count));
  for (const [kind, what] of [
    ['note', '200 B'],
    ['figure', '650 B'],
  ] as const) {
    const results = new Map<Contender['name'], Burst[]>(lanes.map(({ contender }) => [contender.name, []]));
    for (const lane of lanes) await lane.burst(kind, 5);
    for (let round = 0; round < (quick ? 3 : 7); round += 1) {
      for (const lane of lanes) results.get(lane.contender.name)?.push(await lane.burst(kind, edits));
    }
    console.log(`\n${count} screens, patches of about ${what}, one change at a time\n\n${report(results, memory)}`);
  }
  for (const lane of lanes) await lane.check();
  for (const lane of lanes) await lane.stop();
}

export async function fanout(options: FanoutOptions): Promise<void> {
  for (const count of options.quick ? [1000] : [1000, 5000]) await measure(count, options);
}
