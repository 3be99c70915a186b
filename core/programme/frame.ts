/** What a programme says of its group besides figures. */
import type { Ledger } from '../ledger/ledger.ts';
import type { Group, Settings } from '../registers/index.ts';
import { DEFAULT_STALE_DAYS } from '../registers/settings.ts';
import { tokensOf } from '../theme/own-theme.ts';
import type { Programme, ProgrammeSlide, ProgrammeWindow } from './programme.ts';

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
 * The windows of a group's schedule with the slides of their playlists. A window whose playlist is gone is left out:
 * the group's own playlist goes on.
 */
export function windowsOf(
  { schedule = [] }: Group,
  slidesIn: (playlist: string) => Readonly<Record<string, ProgrammeSlide>> | undefined,
): Pick<Programme, 'windows'> {
  const windows = schedule.flatMap(
    ({ playlist, ...window }, order): readonly (readonly [string, ProgrammeWindow])[] => {
      const key = `window-${order}`;
      if (playlist === undefined) return [[key, { ...window, order }]];
      const slides = slidesIn(playlist);
      return slides ? [[key, { ...window, order, slides }]] : [];
    },
  );
  return windows.length === 0 ? {} : { windows: Object.fromEntries(windows) };
}
