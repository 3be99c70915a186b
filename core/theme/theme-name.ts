export const THEME_NAMES = {
  red: { zh: '党政红', en: 'Red' },
  blue: { zh: '科技蓝', en: 'Blue' },
  black: { zh: '纯黑', en: 'Black' },
} as const;

export type ThemeName = keyof typeof THEME_NAMES;
