/** A band with two bars, of a year and of the year before, and what changed. */
import { html, nothing, type TemplateResult } from 'lit';
import { measureFigures, measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';
import type { Rect } from '../slides/summary-boxes.ts';
import { facts, words } from './figure.ts';

export interface BandRow {
  readonly name: string;
  readonly count: number;
  /** The count as it is now, on its way. */
  readonly text: string;
  readonly before?: number;
  /** In words, and as short as can be. */
  readonly change: readonly [string, string];
  readonly pace: string;
}

/** What the columns of all rows have in common. */
export interface BandColumns {
  readonly names: number;
  readonly figures: number;
  readonly changes: number;
  /** Names and counts above the bars: they would leave them too little room beside. */
  readonly stacked: boolean;
  /** Which of both ways to say the change there is room for. */
  readonly way: 0 | 1;
  /** The largest count. */
  readonly most: number;
}

const NAME_SHARE = 1.15;
const CHANGE_SHARE = 1.05;
const DIGITS = 2;

const padOf = (size: number): number => Math.round(size * 0.7);

export function bandColumns(rows: readonly BandRow[], width: number, size: number): BandColumns {
  const most = Math.max(1, ...rows.flatMap(({ count, before = 0 }) => [count, before]));
  const hasBefore = rows.some(({ before }) => before !== undefined);
  const names = Math.ceil(Math.max(size * 4, ...rows.map(({ name }) => measureText(name, size * NAME_SHARE))));
  const figures = Math.ceil(measureFigures(String(most), size * DIGITS)) + Math.round(size * 0.5);
  const widest = (way: 0 | 1): number =>
    hasBefore
      ? Math.ceil(Math.max(...rows.map(({ change }) => measureFigures(change[way], size * CHANGE_SHARE)))) + 4
      : 0;
  const stacked = width - names - figures - widest(0) - padOf(size) * 4 < width * 0.24;
  const way = stacked && width - names - figures - widest(0) - padOf(size) * 3 < 0 ? 1 : 0;
  return { names, figures, changes: widest(way), stacked, way, most };
}

/** Both bars within a box; the older one below, thinner. */
function bars({ count, before }: BandRow, { left, top, width, height }: Rect, most: number): TemplateResult {
  const lengthOf = (each: number): number => Math.round((width * each) / most);
  const thick = Math.round(height * (before === undefined ? 0.5 : 0.44));
  const thin = Math.max(4, Math.round(height * 0.18));
  const between = Math.round(height * 0.06);
  const at = top + Math.round((height - thick - (before === undefined ? 0 : thin + between)) / 2);
  return html`
    <div class="box bar now" ${styled({ left, top: at, width, height: thick })}>
      <i ${styled({ transform: `translateX(${lengthOf(count) - width}px)` })}></i>
    </div>
    ${
      before === undefined
        ? nothing
        : html`<div class="box bar before" ${styled({ left, top: at + thick + between, width, height: thin })}>
            <i ${styled({ transform: `translateX(${lengthOf(before) - width}px)` })}></i>
          </div>`
    }
  `;
}

export function bandRow(row: BandRow, box: Rect, columns: BandColumns, size: number): TemplateResult {
  const { names, figures, changes, stacked, way, most } = columns;
  const pad = padOf(size);
  const { width, height } = box;
  const digits = Math.round(Math.min(size * (stacked ? 1.25 : DIGITS), height * 0.62));
  const head = stacked ? Math.round(Math.min(size * 1.5, height * 0.6)) : height;
  const right = changes ? changes + pad : 0;
  const inner = width - pad * 2;
  const counted = Math.ceil(measureFigures(String(most), digits)) + 4;
  const nameWidth = stacked ? inner - counted - pad - changes : names;
  const countAt = stacked ? pad + nameWidth : width - pad - right - figures + Math.round(size * 0.3);
  const track = { left: pad + names + pad, top: 0, width: inner - names - pad - right - figures, height };
  return html`
    <div class="box band ${row.pace}" ${styled({ ...box })}>
      <div class="box name" ${styled({ left: pad, top: 0, width: nameWidth, height: head })}>
        ${words(row.name, nameWidth, Math.min(size * NAME_SHARE, head * 0.8))}
      </div>
      ${bars(row, stacked ? { left: pad, top: head, width: inner, height: height - head } : track, most)}
      <b
        class="box figures count"
        ${styled({ left: countAt, top: 0, width: counted, height: head, 'font-size': digits })}
        >${row.text}</b
      >
      ${
        changes
          ? html`<div
              class="box delta ${row.before === undefined ? 'soft' : 'pace'}"
              ${styled({ left: width - pad - changes, top: 0, width: changes, height: head })}
            >
              ${facts(row.change[way], changes, Math.min(size * CHANGE_SHARE, head * 0.74))}
            </div>`
          : nothing
      }
    </div>
  `;
}
