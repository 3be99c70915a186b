import type { Locale } from '../register/label.ts';
import type { SlideContent } from '../slides/data.ts';
import type { ThemeName } from '../theme/theme-name.ts';
import type { ThemeTokens } from '../theme/tokens.ts';
import type { ScheduleWindow } from './schedule.ts';
import type { Instant, IsoDate } from '../time.ts';

export type ProgrammeSlide = SlideContent & {
  /** Position in the loop from 0. */
  readonly order: number;
  /** Seconds that a page stays; 0 lets the number of rows decide. */
  readonly seconds: number;
  /** The title that the playlist gives; absent lets the kind's own stand. */
  readonly title?: string;
};

/** A window of the group's schedule with what is on in it; without slides the screens are dark. */
export type ProgrammeWindow = Omit<ScheduleWindow, 'playlist'> & {
  /** Of windows that hold the same moment the first counts. */
  readonly order: number;
  readonly slides?: Readonly<Record<string, ProgrammeSlide>>;
};

/** A ranking that just changed: screens cut to it for a while, so that the climb is seen. */
export interface Spotlight {
  readonly slide: string;
  /** The row that climbed; the page that holds it is shown. */
  readonly row: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** The edition (期) that a programme is made of. */
export interface ShownEdition {
  readonly number: number;
  /** 0 for the edition itself, 1 for its first correction (更正). */
  readonly correction: number;
  readonly title: string;
  /** What the public is told of a correction. */
  readonly note?: string;
}

/**
 * All that the screens of a group need, in one document (播出单). Built of keyed maps without nulls, so that
 * a merge patch between two of them says exactly what changed.
 */
export interface Programme {
  readonly group: string;
  readonly theme: ThemeName;
  /** Of the group's own theme; those of `theme` unless given. */
  readonly tokens?: ThemeTokens;
  /** Days of mourning: everything in greys. */
  readonly greyscale?: true;
  /** The rules that cities publish for screens at roads. */
  readonly roadside?: true;
  readonly locale: Locale;
  readonly demo: boolean;
  readonly issuer: string;
  readonly source: string;
  readonly asOf: IsoDate;
  /** Only where the figures are those of a signed edition. */
  readonly edition?: ShownEdition;
  /** Of the public page, for the QR code. */
  readonly publicAddress?: string;
  /** When a figure last changed. */
  readonly figuresChangedAt: Instant;
  /** The loop began with its first slide at this moment. */
  readonly anchor: Instant;
  /** Outside of all windows. */
  readonly slides: Readonly<Record<string, ProgrammeSlide>>;
  readonly windows?: Readonly<Record<string, ProgrammeWindow>>;
  /** The hour of the office's day, from 0, in which screens reload themselves once; `DEFAULT_QUIET_HOUR` unless given. */
  readonly quietHour?: number;
  /** Figures that are more days old than this are marked so; absent on demo data. */
  readonly staleAfterDays?: number;
  readonly spotlight?: Spotlight;
}
