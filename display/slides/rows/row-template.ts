import { html, nothing, type TemplateResult } from 'lit';
import { isLow, type Layout } from '../../../core/stage/layout.ts';
import type { Motion } from '../../motion/motion.ts';
import { fitText, type Fitted } from '../../text/fit.ts';
import { measureMedium, measureText } from '../../text/measure.ts';
import { styled } from '../../text/styled.ts';
import { changeText, notRankedText } from '../../words/words.ts';
import { barTemplate } from './bar-template.ts';
import type { Columns } from './column-widths.ts';
import { fittedName, secondLines } from './columns.ts';
import { leastLowName, lowPlates } from './low-columns.ts';
import type { SlotRoom } from './item-slots.ts';
import type { ListRow, ListView } from './list-view.ts';
import type { ShownRow } from './row-motion.ts';

const MEDALS = 3;
const GLIDE_MS_PER_PX = 45;

/** All that the rows of a page have in common. */
export interface RowForm {
  readonly view: ListView;
  readonly columns: Columns;
  readonly layout: Layout;
  readonly motion: Motion;
  readonly slots: SlotRoom;
  /** Rows whose parts are labelled. */
  readonly labelled: ReadonlySet<string>;
}

/** What a row says in its present chapter: words wait for the digits, ranks for the move, arrows for the end. */
const told = ({ row, before, chapter }: ShownRow) => ({
  words: chapter === 'counting' ? before : row,
  place: chapter === 'counting' || chapter === 'counted' ? before : row,
  change: chapter === 'settled' ? row.change : before.change,
  fresh: chapter !== 'settled' && before.figure?.text !== row.figure?.text,
});

const plate = ({ rank, tone, sign }: ListRow, view: ListView, low: boolean) => {
  const { medals } = view;
  const plates = low ? lowPlates(view) : view.plates;
  if (plates === 'none') return low ? nothing : html`<div class="plate bare"></div>`;
  if (plates === 'signs') return html`<div class="plate sign ${tone}"><b>${sign}</b></div>`;
  const medal = medals && rank !== undefined && rank <= MEDALS;
  const text = rank === undefined ? (low ? '－' : notRankedText()) : String(rank);
  return html`<div class="plate figures ${medal ? 'medal' : ''} ${rank === undefined ? 'unranked' : ''}">
    <b>${text}</b>
  </div>`;
};

/** A strip has no second line: a name that is too long glides to its end and back. */
const glidingName = ({ shortName }: ListRow, { name, nameSize }: Columns) => {
  const size = leastLowName(nameSize);
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
const secondaryOf = (row: ListRow, { cells, name: width, secondarySize: size }: Columns): Fitted | null => {
  const least = Math.max(14, Math.round(size * 0.8));
  for (const text of secondLines(row, cells.length > 0)) {
    const fitted = fitText(text, { width, size, least, maxLines: 1 }, measureMedium);
    if (fitted.lines[0] === text) return fitted;
  }
  return null;
};

const nameCell = (row: ListRow, columns: Columns, layout: Layout, gliding: boolean) => {
  if (gliding && measureText(row.shortName, leastLowName(columns.nameSize)) > columns.name)
    return glidingName(row, columns);
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

const statusCell = ({ tone, sign, word, note }: ListRow, { status, note: noted }: Columns, { plates }: ListView) =>
  status > 0
    ? html`
        <div class="pace ${tone}">
          ${word ? html`<b>${plates === 'signs' ? nothing : html`<i>${sign}</i> `}${word}</b>` : nothing}
          ${noted && note ? html`<small class="figures">${note}</small>` : nothing}
        </div>
      `
    : nothing;

const changeCell = (change: ListRow['change']) => html`
  <div class="change figures ${change?.kind ?? ''}">${changeText(change)}</div>
`;

const figureCell = ({ figure }: ListRow, unit: string, fresh: boolean) => html`
  <div class="rate figures ${fresh ? 'fresh' : ''}"><span class="count"></span><em>${figure ? unit : ''}</em></div>
`;

/** Columns of text; below the name where a stacked row has no bar there. */
const cellsOf = ({ cells }: ListRow, { cells: widths, stacked, bar }: Columns) => {
  if (stacked && bar === 0 && cells.length > 0) return html`<div class="under figures">${cells.join(' · ')}</div>`;
  return widths.map((_, index) => html`<div class="amount figures">${cells[index] ?? ''}</div>`);
};

/** Strips have room for the shape at most. */
const lowSign = ({ tone, sign }: ListRow, { status }: Columns) =>
  status > 0 ? html`<div class="pace ${tone}">${sign}</div>` : nothing;

/** One row; place, bar and digits are painted by the motion, not here. */
export function rowTemplate(shown: ShownRow, form: RowForm): TemplateResult {
  const { view, columns, layout, motion } = form;
  const { words, place, change, fresh } = told(shown);
  const { row } = shown;
  const low = isLow(layout);
  const figure = figureCell(row, view.unit, fresh);
  const status = low ? lowSign(words, columns) : statusCell(words, columns, view);
  const honoured = view.medals && (place.rank ?? MEDALS + 1) <= MEDALS;
  return html`
    <div class="row ${words.tone} ${honoured ? 'honoured' : ''}" data-row=${row.id}>
      <i class="ground"></i>
      <i class="glow"></i>
      ${plate(view.plates === 'ranks' ? place : words, view, low)} ${columns.change > 0 ? changeCell(change) : nothing}
      ${nameCell(row, columns, layout, low && motion === 'full')} ${cellsOf(row, columns)}
      ${columns.bar > 0 ? barTemplate(row, words.tone, form) : nothing}
      ${view.statusFirst && !columns.stacked ? [status, figure] : [figure, status]}
    </div>
  `;
}
