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

/** Height in pixels that a character needs to be read at the screen's farthest distance: distance / 150. */
export function bodyCharacterPx(stage: Stage): number {
  const millimetres = (stage.distanceM * 1000) / 150;
  return Math.max(SMALLEST_CHARACTER_PX, Math.ceil(millimetres / stage.pitchMm));
}

export function profileOf(stage: Stage): Profile {
  const ratio = stage.width / stage.height;
  if (stage.height < LOW_STAGE_PX) return ratio > 5 ? 'ticker' : 'strip';
  if (ratio < 0.9) return 'portrait';
  return ratio > 2.6 ? 'wide' : 'standard';
}

const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));

const stripLayout = (stage: Stage, profile: 'strip' | 'ticker'): Layout => {
  const { height } = stage;
  const rows = profile === 'ticker' ? 1 : clamp(Math.floor(height / 24) - 1, 1, 6);
  const lines = profile === 'ticker' ? 2 : rows + 1;
  const line = Math.floor(height / lines);
  const text = clamp(Math.floor(line * 0.84), SMALLEST_CHARACTER_PX, 96);
  return {
    profile,
    unit: Math.max(1, Math.floor(height / 100)),
    margin: Math.max(2, Math.round(stage.width / 96)),
    headerHeight: height - line * rows,
    bodyHeight: line * rows,
    footerHeight: 0,
    titleText: text,
    rowText: text,
    secondaryText: text,
    footerText: text,
    heroText: text * 2,
    rowHeight: line,
    rowsPerPage: profile === 'ticker' ? Math.max(1, Math.floor(stage.width / (text * 12))) : rows,
    columns: profile === 'ticker' ? Math.max(1, Math.floor(stage.width / (text * 12))) : 1,
    showSecondary: false,
  };
};

/**
 * The layout of a stage. Type follows the shares of the design (row text 5.2 % in rows of 9.2 %), raised to
 * the legibility budget where the wall is coarse or the viewer far; rows then become fewer, never smaller.
 */
export function layoutOf(stage: Stage): Layout {
  const profile = profileOf(stage);
  if (profile === 'strip' || profile === 'ticker') return stripLayout(stage, profile);
  const scale = profile === 'portrait' ? Math.min(stage.height, stage.width * 0.95) : stage.height;
  const needed = bodyCharacterPx(stage);
  const share = (percent: number): number => Math.round((scale * percent) / 100);
  const rowText = Math.max(share(5.2), needed);
  const headerHeight = Math.max(share(13), Math.round(rowText * 1.8));
  const footerHeight = Math.max(share(7), SMALLEST_CHARACTER_PX + 8);
  const margin = share(3);
  const bodyHeight = stage.height - headerHeight - footerHeight - margin;
  const secondaryText = Math.max(share(3.6), Math.round(needed * 0.75), SMALLEST_CHARACTER_PX);
  const showSecondary = secondaryText >= needed * 0.75 && bodyHeight / (rowText * 1.9 + 2) >= 3;
  const rowHeight = Math.max(share(9.2), Math.round(rowText * (showSecondary ? 1.9 : 1.55)));
  const columns = profile === 'wide' ? 2 : 1;
  return {
    profile,
    unit: Math.max(1, Math.floor(scale / 100)),
    margin,
    headerHeight,
    bodyHeight,
    footerHeight,
    titleText: Math.max(share(7.4), Math.round(needed * 1.3)),
    rowText,
    secondaryText,
    footerText: Math.max(share(3), SMALLEST_CHARACTER_PX),
    heroText: share(profile === 'portrait' ? 20 : 24),
    rowHeight,
    rowsPerPage: clamp(Math.floor(bodyHeight / rowHeight), 1, 10) * columns,
    columns,
    showSecondary,
  };
}
