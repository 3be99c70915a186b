/** The signs that every slide carries about its figures: demo, unverified, offline, too old. */
import { html, type TemplateResult } from 'lit';
import { holdsUnverified } from '../../core/slides/rows.ts';
import { officeDate } from '../../core/office-time.ts';
import { daysBetween } from '../../core/time.ts';
import type { Scene } from '../slides/scene.ts';
import { demoMark, offlineMark, staleText, unverifiedText } from '../words/words.ts';

export interface Badge {
  readonly text: string;
  /** What somebody has to look after. */
  readonly warns: boolean;
}

type Told = Pick<Scene, 'programme' | 'now' | 'slide' | 'offlineMinutes'>;

/** How many days the figures are old, once that is more than the office allows. */
export function staleDays({ programme, now }: Pick<Scene, 'programme' | 'now'>): number | null {
  const { staleAfterDays, asOf } = programme;
  if (staleAfterDays === undefined) return null;
  const days = daysBetween(asOf, officeDate(now()));
  return days > staleAfterDays ? days : null;
}

/**
 * The signs of a scene in their order. Where there is little room only the more urgent warning, and beside it one note: names
 * that are not verified carry their own sign.
 */
export function badgesOf(scene: Told, short: boolean): readonly Badge[] {
  const { programme, slide, offlineMinutes } = scene;
  const days = staleDays(scene);
  const notes = [programme.demo ? demoMark(short) : '', holdsUnverified(slide) ? unverifiedText(short) : ''].filter(
    (text) => text !== '',
  );
  const warnings = [
    offlineMinutes === undefined ? '' : offlineMark(offlineMinutes, short),
    days === null ? '' : staleText(days, short),
  ].filter((text) => text !== '');
  return [
    ...notes.slice(0, short && warnings.length > 0 ? 1 : 2).map((text) => ({ text, warns: false })),
    ...warnings.slice(0, short ? 1 : 2).map((text) => ({ text, warns: true })),
  ];
}

export const drawnBadges = (badges: readonly Badge[]): readonly TemplateResult[] =>
  badges.map(({ text, warns }) => html`<span class="badge ${warns ? 'stale' : ''}">${text}</span>`);
