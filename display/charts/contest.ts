/** What a slide says of a contest between two units. */
import { msg, str } from '@lit/localize';
import { svg } from 'lit';
import { fraction, fractionText } from '../../core/exact.ts';
import { inLocale, type Locale } from '../../core/register/label.ts';
import { CONTEST_KINDS, CONTEST_RESULTS } from '../../core/registers/contests.ts';
import type { SlideDataOf } from '../../core/slides/data.ts';

/** A banner with a fringe on a pole, for the unit that holds it. */
export const banner = () => svg`
  <path d="M3 1V23.2" stroke="var(--c-text)" stroke-width="2.2" stroke-linecap="round" />
  <path d="M4.6 2.4C9.4 0.6 13 5 22 2.6V13.6C13 16 9.4 11.6 4.6 13.4Z" fill="var(--c-honour-deep)" stroke="var(--c-honour)" stroke-width="1" />
  <path d="M6.4 13.2v2.2M9.4 13.4v2.2M12.4 14.4v2.2M15.4 14.8v2.2M18.4 14.6v2.2M21.4 13.9v2.2" stroke="var(--c-honour)" stroke-width="1.1" />
`;

const hundredths = (value: number): string => {
  const exact = fraction(value, 100);
  return exact ? fractionText(exact, 2) : '';
};

/** The contest in one line, the longest way first: season, round, kind, what it is about, score, who won. */
export function contestLines({ contest, first, second }: SlideDataOf['headToHead'], locale: Locale): readonly string[] {
  if (!contest) return [];
  const { season, round, kind, measure, result, firstHundredths, secondHundredths } = contest;
  const winner = result === 'first' ? first : result === 'second' ? second : null;
  const won = winner ? msg(str`${winner.shortName}胜`, { id: 'duel.won' }) : inLocale(CONTEST_RESULTS[result], locale);
  const scored = firstHundredths !== undefined && secondHundredths !== undefined;
  const score = scored
    ? msg(str`得分 ${hundredths(firstHundredths)} : ${hundredths(secondHundredths)}`, { id: 'duel.points.scored' })
    : '';
  const turn = msg(str`第 ${round} 轮`, { id: 'duel.round' });
  const word = inLocale(CONTEST_KINDS[kind], locale);
  const ways = [
    [`${season} ${turn}`, word, measure, score, won],
    [`${season} ${turn}`, word, score, won],
    [turn, score, won],
    [turn, won],
  ];
  return ways.map((parts) => parts.filter(Boolean).join(' · '));
}
