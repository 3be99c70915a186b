import type { Stage } from './stage.ts';

/**
 * How a stage is laid out. `strip` shows a title and rows only, `ticker` one line, `portrait` stacks,
 * `wide` sets rows in columns.
 */
export type Profile = 'standard' | 'wide' | 'portrait' | 'strip' | 'ticker';

/** Sizes in whole pixels; everything on a slide derives from them. */
export interface Layout {
  readonly profile: Profile;
  /** One percent of the height that type scales with, at least 1. */
  readonly unit: number;
  readonly margin: number;
  readonly headerHeight: number;
  readonly bodyHeight: number;
  /** 0 where the stage is too low for a footer. */
  readonly footerHeight: number;
  readonly titleText: number;
  readonly rowText: number;
  readonly secondaryText: number;
  readonly footerText: number;
  readonly heroText: number;
  /** Smallest text that is read from the farthest place; only a footer's may be smaller. */
  readonly leastText: number;
  /** Smallest height of a ranking row. */
  readonly rowHeight: number;
  /** Ranking rows on one page, over all columns. */
  readonly rowsPerPage: number;
  readonly columns: number;
  /** Whether a row carries its second, smaller line. */
  readonly showSecondary: boolean;
}

/** Smallest height of a Chinese character that stays a character on an LED wall. */
export const SMALLEST_CHARACTER_PX = 16;
const LOW_STAGE_PX = 200;

/** Height in LED pixels of a share of the distance, `distance / parts`. */
const charactersOf = ({ distanceM, pitchMm }: Stage, parts: number): number =>
  Math.max(SMALLEST_CHARACTER_PX, Math.ceil((distanceM * 1000) / parts / pitchMm));

/** Height in pixels that a character needs to be read at the screen's farthest distance: distance / 150. */
export const bodyCharacterPx = (stage: Stage): number => charactersOf(stage, 150);

/** Height in pixels that a headline needs: distance / 100. */
export const headlineCharacterPx = (stage: Stage): number => charactersOf(stage, 100);

export function profileOf(stage: Stage): Profile {
  const ratio = stage.width / stage.height;
  if (stage.height < LOW_STAGE_PX) return ratio > 5 ? 'ticker' : 'strip';
  if (ratio < 0.9) return 'portrait';
  return ratio > 2.6 ? 'wide' : 'standard';
}

/** Whether a stage is too low for anything but a title and lines. */
export const isLow = ({ profile }: Pick<Layout, 'profile'>): boolean => profile === 'strip' || profile === 'ticker';

const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));

/** Share of the design that a row's characters take, in percent of the height that type scales with. */
const ROW_TEXT_PERCENT = 5.2;

/** The height that type scales with: of a portrait stage its width counts as well. */
const scaleOf = (stage: Stage, profile: Profile): number =>
  profile === 'portrait' ? Math.min(stage.height, stage.width * 0.95) : stage.height;

/** Height in pixels that the design alone gives a row's characters, whatever the distance. */
export const designedRowPx = (stage: Stage): number =>
  Math.round((scaleOf(stage, profileOf(stage)) * ROW_TEXT_PERCENT) / 100);

/** Of a line's height, what its characters take on strips. */
const STRIP_FILL = 0.84;
/** A line of the smallest characters. */
const SMALLEST_LINE_PX = Math.ceil(SMALLEST_CHARACTER_PX / STRIP_FILL);

const stripText = (line: number): number => clamp(Math.floor(line * STRIP_FILL), SMALLEST_CHARACTER_PX, 96);

/** The height of a strip's rows; where one is all that fits, the title gives way to it. */
function stripRow(height: number, rows: number, wanted: number): number {
  const even = Math.floor(height / (rows + 1));
  return rows > 1 ? even : clamp(wanted, even, Math.max(even, height - SMALLEST_LINE_PX));
}

const stripLayout = (stage: Stage, profile: Profile): Layout => {
  const { height } = stage;
  const needed = bodyCharacterPx(stage);
  const wanted = Math.ceil(needed / STRIP_FILL);
  const rows = profile === 'ticker' ? 1 : clamp(Math.floor(height / Math.max(24, wanted)) - 1, 1, 6);
  const line = stripRow(height, rows, wanted);
  const text = stripText(line);
  const columns = profile === 'ticker' ? Math.max(1, Math.floor(stage.width / (text * 12))) : 1;
  return {
    profile,
    unit: Math.max(1, Math.floor(height / 100)),
    margin: Math.max(2, Math.round(stage.width / 96)),
    headerHeight: height - line * rows,
    bodyHeight: line * rows,
    footerHeight: 0,
    titleText: Math.min(text, stripText(height - line * rows)),
    rowText: text,
    secondaryText: text,
    footerText: text,
    heroText: text * 2,
    leastText: Math.min(needed, text),
    rowHeight: line,
    rowsPerPage: rows * columns,
    columns,
    showSecondary: false,
  };
};

/** The height of a row of two lines, and of one alone. */
const rowHeights = (rowText: number, secondaryText: number): readonly [two: number, one: number] => [
  Math.max(Math.round(rowText * 1.9), Math.round((rowText + secondaryText) * 1.16)),
  Math.round(rowText * 1.55),
];

/**
 * The layout of a stage. Type follows the shares of the design (row text 5.2 % in rows of 9.2 %), raised to
 * the legibility budget where the wall is coarse or the viewer far; rows then become fewer, never smaller.
 */
export function layoutOf(stage: Stage): Layout {
  const profile = profileOf(stage);
  if (isLow({ profile })) return stripLayout(stage, profile);
  const scale = scaleOf(stage, profile);
  const needed = bodyCharacterPx(stage);
  const share = (percent: number): number => Math.round((scale * percent) / 100);
  const rowText = Math.max(share(ROW_TEXT_PERCENT), needed);
  const titleText = Math.max(share(7.4), headlineCharacterPx(stage));
  const headerHeight = Math.max(share(13), Math.round(rowText * 1.8), Math.round(titleText * 1.3));
  const footerHeight = Math.max(share(7), SMALLEST_CHARACTER_PX + 8);
  const margin = share(3);
  const bodyHeight = stage.height - headerHeight - footerHeight - margin;
  const secondaryText = Math.max(share(3.6), needed);
  const [two, one] = rowHeights(rowText, secondaryText);
  const showSecondary = bodyHeight / (two + 2) >= 3;
  const rowHeight = Math.max(share(9.2), showSecondary ? two : one);
  const columns = profile === 'wide' ? 2 : 1;
  return {
    profile,
    unit: Math.max(1, Math.floor(scale / 100)),
    margin,
    headerHeight,
    bodyHeight,
    footerHeight,
    titleText,
    rowText,
    secondaryText,
    footerText: Math.max(share(3), SMALLEST_CHARACTER_PX),
    heroText: share(profile === 'portrait' ? 20 : 24),
    leastText: needed,
    rowHeight,
    rowsPerPage: clamp(Math.floor(bodyHeight / rowHeight), 1, 10) * columns,
    columns,
    showSecondary,
  };
}
