import { html, nothing, type TemplateResult } from 'lit';
import { SMALLEST_CHARACTER_PX, type Layout } from '../../../core/stage/layout.ts';
import type { Motion } from '../../motion/motion.ts';
import { fitText, type Fitted } from '../../text/fit.ts';
import { measureMedium, measureText } from '../../text/measure.ts';
import { styled } from '../../text/styled.ts';
import { changeText, notRankedText, paceShape, paceWord, varianceText } from '../../words/words.ts';
import { fittedName, type Columns } from './columns.ts';
import type { ListRow, ListView } from './list-view.ts';
import type { ShownRow } from './row-motion.ts';

const MEDALS = 3;
const GLIDE_MS_PER_PX = 45;

/** What a row says in its present chapter: words wait for the digits, ranks for the move, arrows for the end. */
const told = ({ row, before, chapter }: ShownRow) => ({
  words: chapter === 'counting' ? before : row,
  place: chapter === 'counting' || chapter === 'counted' ? before : row,
  change: chapter === 'settled' ? row.change : before.change,
});

const plate = ({ rank }: ListRow, { ranked, medals }: ListView, low: boolean) => {
  if (!ranked) return low ? nothing : html`<div class="plate bare"></div>`;
  const medal = medals && rank !== undefined && rank <= MEDALS;
  const text = rank === undefined ? (low ? '－' : notRankedText()) : String(rank);
  return html`<div class="plate figures ${medal ? 'medal' : ''} ${rank === undefined ? 'unranked' : ''}">
    <b>${text}</b>
  </div>`;
};

/** A strip has no second line: a name that is too long glides to its end and back. */
const glidingName = ({ shortName }: ListRow, { name, nameSize }: Columns) => {
  const size = Math.min(nameSize, SMALLEST_CHARACTER_PX);
  const travel = Math.ceil(measureText(shortName, size) - name);
  return html`
    <div class="name gliding" ${styled({ 'font-size': size })}>
      <span
        ${styled({ '--travel': `${-travel}px`, 'animation-duration': `${travel * GLIDE_MS_PER_PX}ms`, 'animation-timing-function': `steps(${travel})` })}
        >${shortName}</span
      >
    </div>
  `;
};

/** The fullest wording of the second line that fits in full; none when not even the shortest does. */
const secondaryOf = ({ secondary }: ListRow, { name: width, secondarySize: size }: Columns): Fitted | null => {
  const least = Math.max(14, Math.round(size * 0.8));
  for (const text of secondary) {
    const fitted = fitText(text, { width, size, least, maxLines: 1 }, measureMedium);
    if (fitted.lines[0] === text) return fitted;
  }
  return null;
};

const nameCell = (row: ListRow, columns: Columns, layout: Layout, gliding: boolean) => {
  if (gliding && measureText(row.shortName, SMALLEST_CHARACTER_PX) > columns.name) return glidingName(row, columns);
  const name = fittedName(row, columns, layout);
  const two = name.lines.length > 1;
  const secondary = columns.secondary && !two ? secondaryOf(row, columns) : null;
  return html`
    <div class="name">
      <span class="fitted" ${styled({ 'font-size': name.size })}
        >${name.lines.map((line) => html`<span>${line}</span>`)}</span
      >
      ${
        secondary
          ? html`<small class="figures" ${styled({ 'font-size': secondary.size })}>${secondary.lines[0]}</small>`
          : nothing
      }
    </div>
  `;
};

const bar = ({ bar: width }: Columns, pace: string) =>
  width > 0
    ? html`
        <div class="bar ${pace}">
          <div class="track"><i class="fill"></i><i class="hundred"></i><i class="over"></i></div>
          <i class="mark"></i>
        </div>
      `
    : nothing;

const paceCell = ({ pace, variance }: ListRow, columns: Columns) => html`
  <div class="pace ${pace}">
    <b><i>${paceShape(pace)}</i> ${paceWord(pace)}</b>
    ${columns.variance && variance ? html`<small class="figures">${varianceText(variance)}</small>` : nothing}
  </div>
`;

const changeCell = (change: ListRow['change']) => html`
  <div class="change figures ${change?.kind ?? ''}">${changeText(change)}</div>
`;

/** One row; place, bar and digits are painted by the motion, not here. */
export function rowTemplate(
  shown: ShownRow,
  view: ListView,
  columns: Columns,
  layout: Layout,
  motion: Motion,
): TemplateResult {
  const { words, place, change } = told(shown);
  const { row } = shown;
  const low = layout.profile === 'strip' || layout.profile === 'ticker';
  return html`
    <div class="row ${words.pace} ${view.medals && (place.rank ?? 9) <= MEDALS ? 'honoured' : ''}" data-row=${row.id}>
      <i class="ground"></i>
      <i class="glow"></i>
      ${plate(place, view, low)} ${columns.change > 0 ? changeCell(change) : nothing}
      ${nameCell(row, columns, layout, low && motion === 'full')}
      ${
        columns.amount > 0
          ? html`<div class="amount figures">${row.plan?.text ?? '—'}</div>
              <div class="amount figures">${row.completed.text}</div>`
          : nothing
      }
      ${bar(columns, words.pace)}
      <div class="rate figures"><span class="count"></span><em>${row.rate ? '%' : ''}</em></div>
      ${columns.pace > 0 ? paceCell(words, columns) : nothing}
    </div>
  `;
}
