/** The chart of a year: lines by month end against time, with a name at the end of each. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { measureFigures } from '../text/measure.ts';
import { styled } from '../text/styled.ts';
import type { Rect } from '../slides/summary-boxes.ts';
import { lastOf, tags, tagWidth, type Drawn, type YearLine } from './year-tags.ts';
import { areaPath, linePath, scaleOf, xOf, yOf, type LinePoint, type Plot } from './year-lines.ts';

export interface YearChart {
  readonly whole: YearLine;
  readonly parts: readonly YearLine[];
  /** Where time says the line should be. */
  readonly time: readonly LinePoint[];
  readonly box: Rect;
  /** Of the words, in pixels. */
  readonly size: number;
  readonly months: readonly string[];
}

/** The most that names may be larger than the other words. */
const LARGEST_TAG = 1.7;

/** Colours of the parts' lines in their order; each line carries its name as well. */
const PART_COLOURS = ['--c-watch-bar', '--c-on-time-bar-deep', '--c-ahead-bar-deep', '--c-muted', '--c-accent'];

const valuesOf = (line: YearLine): readonly number[] =>
  line.points.flatMap(({ value }) => (value === undefined ? [] : [value]));

/** Whether there is room for names at the ends of lines; without, only the line of the whole list is drawn. */
const hasNames = ({ box, size }: Pick<YearChart, 'box' | 'size'>): boolean => box.width >= size * 22;

/** As many lines as names fit beside them: the best and the weakest of the parts before those between. */
function shownLines({ whole, parts, box, size }: YearChart): readonly Drawn[] {
  const room = Math.floor(box.height / (size * 1.5)) - 2;
  const ranked = parts
    .map((line, index) => ({
      ...line,
      isWhole: false,
      colour: `var(${PART_COLOURS[index % PART_COLOURS.length] ?? ''})`,
    }))
    .filter((line) => lastOf(line) !== undefined)
    .sort((a, b) => (lastOf(b) ?? 0) - (lastOf(a) ?? 0));
  const most = hasNames({ box, size }) ? Math.max(0, room) : 0;
  const kept = ranked.filter(
    (_, index) => ranked.length <= most || index < Math.ceil(most / 2) || index >= ranked.length - Math.floor(most / 2),
  );
  return [...kept, { ...whole, colour: 'var(--c-title)', isWhole: true }];
}

const dot = (plot: Plot, { at, value, hollow }: YearLine['points'][number], radius: number, colour: string) =>
  value === undefined
    ? nothing
    : svg`<circle cx=${xOf(plot, at)} cy=${yOf(plot, value)} r=${radius} stroke=${colour} stroke-width=${Math.max(1.5, radius * 0.5)}
        fill=${hollow ? 'var(--c-panel-deep)' : colour} />`;

/** A sign at the edge where a line runs out of the plot. */
const runsOut = (plot: Plot, { at, value }: LinePoint, size: number, colour: string) =>
  value !== undefined && value > plot.top
    ? svg`<path d="M${xOf(plot, at) - size * 0.3} ${plot.box.top - size * 0.1}l${size * 0.3} ${-size * 0.32}l${size * 0.3} ${size * 0.32}z" fill=${colour} />`
    : nothing;

function drawnLine(plot: Plot, line: Drawn, size: number) {
  const width = line.isWhole ? Math.max(3, Math.round(size * 0.2)) : Math.max(2, Math.round(size * 0.08));
  const dots = line.isWhole ? line.points : line.points.slice(-1);
  const last = line.points[line.points.length - 1];
  return svg`
    ${line.isWhole ? svg`<path class="area" d=${areaPath(plot, line.points)} />` : nothing}
    <path d=${linePath(plot, line.points)} fill="none" stroke=${line.colour} stroke-width=${width}
      stroke-linejoin="round" stroke-linecap="round" />
    ${dots.map((point) => dot(plot, point, line.isWhole ? width * 1.1 : width * 1.3, line.colour))}
    ${last ? runsOut(plot, last, size, line.colour) : nothing}
  `;
}

/** Where time stands: solid as far as the figures go, then on to the end of the year. */
function timeLines(plot: Plot, time: readonly LinePoint[], size: number) {
  const width = Math.max(2, Math.round(size * 0.11));
  const last = time[time.length - 1];
  const rest = last && last.at < 1 ? linePath(plot, [last, { at: 1, value: 100 }]) : '';
  return svg`
    <path d=${linePath(plot, time)} fill="none" stroke="var(--c-mark)" stroke-width=${width} />
    <path d=${rest} fill="none" stroke="var(--c-mark)" stroke-width=${width} stroke-dasharray="${width * 3} ${width * 3}" opacity="0.6" />
  `;
}

function grid(plot: Plot, lines: readonly number[], size: number) {
  const { left, width } = plot.box;
  return lines.map((value) => {
    const y = yOf(plot, value);
    const isGoal = value === 100;
    return svg`<path d="M${left} ${y}H${left + width}" fill="none" stroke=${isGoal ? 'var(--c-accent)' : 'var(--c-line)'}
      stroke-width=${isGoal || value === 0 ? Math.max(2, Math.round(size * 0.08)) : 1} opacity=${isGoal ? 1 : value === 0 ? 0.8 : 0.3} />`;
  });
}

const axisSize = (size: number): number => Math.max(16, Math.round(size * 0.86));

function plotOf(
  { whole, parts, time, box, size }: YearChart,
  lines: readonly Drawn[],
): { plot: Plot; lines: readonly number[] } {
  const scale = scaleOf(valuesOf(whole), parts.flatMap(valuesOf));
  const axis = axisSize(size);
  const left = Math.ceil(measureFigures(`${scale.top}%`, axis)) + Math.round(axis * 0.8);
  const top = Math.round(axis * 0.9);
  const room = box.width - left - axis;
  const tags = hasNames({ box, size }) ? size * 1.6 + Math.max(...lines.map((line) => tagWidth(line, size))) : axis;
  const last = time[time.length - 1]?.at ?? 1;
  const width = Math.round(Math.min(room, (box.width - left - tags) / last));
  return {
    plot: { box: { left, top, width, height: box.height - top - Math.round(axis * 1.75) }, top: scale.top },
    lines: scale.lines,
  };
}

/** Names and figures at the ends of lines are larger where the rest of the year leaves them room. */
function tagSize({ time, box, size }: YearChart, plot: Plot, lines: readonly Drawn[]): number {
  const shown = lines.filter((line) => lastOf(line) !== undefined);
  const free = box.width - xOf(plot, time[time.length - 1]?.at ?? 1);
  const widest = Math.max(1, ...shown.map((line) => tagWidth(line, 100) / 100));
  const high = (plot.box.top + plot.box.height) / (1.5 * Math.max(1, shown.length));
  return Math.max(size, Math.floor(Math.min(size * LARGEST_TAG, free / (widest + 1.6), high)));
}

/** Middles of the y labels that leave each other room. */
const printed = (plot: Plot, lines: readonly number[], axis: number): readonly number[] => {
  const kept: number[] = [];
  for (const value of [100, 0, ...lines]) {
    if (kept.every((other) => Math.abs(yOf(plot, other) - yOf(plot, value)) >= axis * 1.15)) kept.push(value);
  }
  return kept;
};

/** Everything in the box of the chart; lines come on behind a mask that slides, names after them. */
export function yearChart(chart: YearChart): TemplateResult {
  const { time, box, size, months } = chart;
  const lines = shownLines(chart);
  const { plot, lines: values } = plotOf(chart, lines);
  const axis = axisSize(size);
  const [right, bottom] = [plot.box.left + plot.box.width, plot.box.top + plot.box.height];
  const last = time[time.length - 1]?.at ?? 0;
  const each = plot.box.width / 12;
  const widest = Math.max(...months.map((month) => measureFigures(month, axis)));
  const step = Math.max(1, Math.ceil((widest * 1.25) / each));
  const now = Math.ceil(last * 12 - 1e-9);
  return html`
    <svg class="box" ${styled({ width: box.width, height: box.height })}>
      ${grid(plot, values, size)}
      <path d="M${xOf(plot, last)} ${plot.box.top}V${bottom}" stroke="var(--c-line)" stroke-width="1" opacity="0.5" />
    </svg>
    ${printed(plot, values, axis).map(
      (value) =>
        html`<span
          class="y figures ${value === 100 ? 'goal' : ''}"
          ${styled({ width: plot.box.left - Math.round(axis * 0.4), top: yOf(plot, value) - Math.round(axis * 0.6), 'font-size': axis })}
          >${value}%</span
        >`,
    )}
    ${months.map((month, index) =>
      (12 - index - 1) % step === 0 && index < 12
        ? html`<span
            class="x figures ${index + 1 === now ? 'now' : ''}"
            ${styled({ left: Math.round(plot.box.left + each * (index + 1) - each * step * 0.5), width: Math.round(each * step), top: bottom + Math.round(axis * 0.4), 'font-size': axis })}
            >${month}</span
          >`
        : nothing,
    )}
    <div class="mask" ${styled({ width: Math.min(box.width, right + axis), height: box.height })}>
      <svg class="drawn" ${styled({ width: Math.min(box.width, right + axis), height: box.height })}>
        <defs>
          <linearGradient id="area" x1="0" y1="0" x2="0" y2="1">
            <stop offset="0" stop-color="var(--c-accent)" stop-opacity="0.5" />
            <stop offset="1" stop-color="var(--c-accent)" stop-opacity="0.04" />
          </linearGradient>
        </defs>
        ${timeLines(plot, time, size)} ${lines.map((line) => drawnLine(plot, line, size))}
      </svg>
    </div>
    ${hasNames(chart) ? html`<div class="appear" ${styled({ '--delay': '1.5s' })}>${tags(plot, lines, tagSize(chart, plot, lines))}</div>` : nothing}
  `;
}

/** Only the lines, for a stage that has no room for words. */
export function yearSpark({
  whole,
  time,
  box,
  size,
}: Pick<YearChart, 'whole' | 'time' | 'box' | 'size'>): TemplateResult {
  const edge = Math.ceil(size * 0.3);
  const plot = {
    box: { left: edge, top: edge, width: box.width - edge * 2, height: box.height - edge * 2 },
    top: scaleOf(valuesOf(whole), []).top,
  };
  const line = { ...whole, colour: 'var(--c-title)', isWhole: true };
  return html`
    <div class="mask" ${styled({ width: box.width, height: box.height })}>
      <svg class="drawn" ${styled({ width: box.width, height: box.height })}>
        ${grid(plot, [0, 100], size)} ${timeLines(plot, time, size)} ${drawnLine(plot, line, size)}
      </svg>
    </div>
  `;
}
