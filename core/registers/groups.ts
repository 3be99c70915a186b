import { declareRegister } from '../register/declare.ts';
import { choice, document, flag, optional, reference, text } from '../register/field.ts';
import { checkSchedule, playlistsIn } from '../programme/schedule.ts';
import { THEME_NAMES } from '../theme/theme-name.ts';
import { FIGURE_SOURCES } from './settings.ts';

const LOCALES = { 'zh-CN': { zh: '简体中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } } as const;

/** Groups of screens (屏幕组) that show the same. */
export const groups = declareRegister({
  name: 'groups',
  label: { zh: '屏幕组', en: 'Screen groups' },
  title: 'name',
  unique: ['name'],
  system: true,
  area: 'system',
  write: ['admin', 'operator'],
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, max: 40, public: true }),
    playlist: reference({ label: { zh: '节目单', en: 'Playlist' }, target: 'playlists', public: true }),
    theme: choice({ label: { zh: '配色', en: 'Theme' }, choices: THEME_NAMES, public: true }),
    locale: choice({ label: { zh: '画面语言', en: 'Language' }, choices: LOCALES, public: true }),
    // Who assigns playlists does not decide whether figures are signed before they are on a screen.
    source: optional(
      choice({
        label: { zh: '数据来源', en: 'Figures from' },
        choices: FIGURE_SOURCES,
        public: true,
        writers: ['admin'],
      }),
    ),
    ownTheme: optional(
      reference({ label: { zh: '自定配色（代替上项）', en: 'Own theme, instead' }, target: 'themes', public: true }),
    ),
    greyscale: optional(
      flag({ label: { zh: '灰度显示（哀悼日）', en: 'Greyscale (days of mourning)' }, public: true }),
    ),
    roadside: optional(flag({ label: { zh: '临街模式', en: 'Roadside rules' }, public: true })),
    schedule: optional(document({ label: { zh: '播出时段', en: 'Schedule' }, public: true, check: checkSchedule })),
    spotlight: flag({
      label: { zh: '名次变化时立即切到排行', en: 'Cut to the ranking when a rank changes' },
      public: true,
    }),
  },
  // A playlist that vanished from a window would leave the group's own on without anybody having chosen that.
  holds: ({ schedule = [] }) => playlistsIn(schedule).map((id) => `playlists/${id}`),
});
