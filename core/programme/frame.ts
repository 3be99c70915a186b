/** What a programme says of its group besides figures. */
import type { Ledger } from '../ledger/ledger.ts';
import type { Group, Settings } from '../registers/index.ts';
import { DEFAULT_STALE_DAYS } from '../registers/settings.ts';
import { tokensOf } from '../theme/own-theme.ts';
import type { Programme, ProgrammeSlide, ProgrammeWindow } from './programme.ts';

type Slides = Readonly<Record<string, ProgrammeSlide>>;

type Frame = Pick<
  Programme,
  'group' | 'theme' | 'tokens' | 'locale' | 'greyscale' | 'roadside' | 'quietHour' | 'staleAfterDays'
>;

/** How the screens of a group look and behave, whatever they show. */
export function frameOf({ tables }: Ledger, settings: Settings, group: Group): Frame {
  const own = group.ownTheme === undefined ? undefined : tables.themes.get(group.ownTheme);
  const { demo, reportPeriod = 'month', quietHour } = settings;
  return {
    group: group.id,
    theme: own?.base ?? group.theme,
    ...(own ? { tokens: tokensOf(own.base, own.tokens) } : {}),
    locale: group.locale,
    ...(group.greyscale ? { greyscale: true } : {}),
    ...(group.roadside ? { roadside: true } : {}),
    ...(quietHour === undefined ? {} : { quietHour }),
    ...(demo ? {} : { staleAfterDays: settings.staleAfterDays ?? DEFAULT_STALE_DAYS[reportPeriod] }),
  };
}

/**
 * The windows of a group's schedule with the slides of their playlists. Where a playlist is not to be had, the group's
 * own slides are on: what is dark beneath that window must not show through.
 */
export function windowsOf(
  { schedule = [] }: Group,
  own: Slides,
  slidesIn: (playlist: string) => Slides | undefined,
): Pick<Programme, 'windows'> {
  const windows = schedule.map(({ playlist, ...window }, order): readonly [string, ProgrammeWindow] => [
    `window-${order}`,
    { ...window, order, ...(playlist === undefined ? {} : { slides: slidesIn(playlist) ?? own }) },
  ]);
  return windows.length === 0 ? {} : { windows: Object.fromEntries(windows) };
}
