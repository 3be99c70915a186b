/** How figures look on the phone page. */
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { Progress, ShownShare } from '../../core/boards/board.ts';
import type { ShownRate } from '../../core/exact.ts';
import type { Pace } from '../../core/metrics/metrics.ts';
import type { RankChange } from '../../core/metrics/rank.ts';
import { paceSign, paceText } from '../common/format.ts';

/** A rate with its sign; a dash where there is none. */
export const rateText = (rate: ShownRate | undefined): string => (rate ? `${rate.text}%` : '—');

/** Completed of the plan, in 亿元. */
export const amounts = ({ completed, plan }: Progress): string =>
  msg(str`${completed.text} / ${plan?.text ?? '—'} 亿元`, { id: 'board.amounts' });

/** A light: its word and its shape, so that its colour is not needed. */
export const light = (pace: Pace, variance?: { readonly text: string }) =>
  html`<span class="light ${pace}"
    ><span aria-hidden="true">${paceSign(pace)}</span>
    ${paceText(pace)}${variance ? ` ${variance.text}` : nothing}</span
  >`;

/** What was reported and not verified is said to be so. */
export const unverifiedMark = ({ unverified }: { readonly unverified?: true }) =>
  unverified ? html`<span class="mark">${msg('未核实', { id: 'board.unverified' })}</span>` : nothing;

/** A bar up to `most` percent; longer ones end at its edge, the number beside says more. */
export const bar = (rate: ShownRate | undefined, pace: Pace, most = 100) =>
  html`<progress
    class=${pace}
    max=${most}
    .value=${Math.min(most, Math.max(0, rate?.value ?? 0))}
    aria-hidden="true"
  ></progress>`;

const mark = (kind: string, sign: string, words: string) =>
  html`<span class=${kind} role="img" aria-label=${words} title=${words}>${sign}</span>`;

/** How a rank moved: a sign to see, words to hear. */
export const changeMark = (change: RankChange | undefined) => {
  if (change?.kind === 'up') return mark('up', `▲${change.by}`, msg(str`上升 ${change.by} 位`, { id: 'board.up' }));
  if (change?.kind === 'down')
    return mark('down', `▼${change.by}`, msg(str`下降 ${change.by} 位`, { id: 'board.down' }));
  if (change?.kind === 'new') return html`<span class="soft">${msg('新', { id: 'board.new' })}</span>`;
  return change ? mark('soft', '－', msg('名次不变', { id: 'board.same' })) : nothing;
};

/** A number with what it counts. */
export const tile = (label: string, value: unknown, note: unknown = nothing) =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
    ${note === nothing ? nothing : html`<dd class="note">${note}</dd>`}
  </div>`;

/** An amount with its unit. */
export const yiText = ({ text }: { readonly text: string }): string => msg(str`${text} 亿元`, { id: 'board.yi' });

/** So many projects of all. */
export const projectsOf = (some: number, all: number): string =>
  msg(str`${some} / ${all} 个项目`, { id: 'board.of-projects' });

export const countOf = ({ done, due }: ShownShare): string => `${done}/${due}`;
