import { declareRegister } from '../register/declare.ts';
import { choice, document, text } from '../register/field.ts';
import { checkTheme } from '../theme/check-theme.ts';
import { checkTokens, tokensOf } from '../theme/own-theme.ts';
import { THEME_NAMES } from '../theme/theme-name.ts';

/** An office's own themes (自定配色): a shipped one with some of its tokens bound anew. */
export const themes = declareRegister({
  name: 'themes',
  label: { zh: '自定配色', en: 'Own themes' },
  title: 'name',
  unique: ['name'],
  system: true,
  area: 'system',
  write: ['admin', 'operator'],
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, max: 40, public: true }),
    base: choice({ label: { zh: '以此为底', en: 'Based on' }, choices: THEME_NAMES, public: true }),
    tokens: document({ label: { zh: '颜色', en: 'Colours' }, public: true, check: checkTokens }),
  },
  // Body text that cannot be read is no matter of taste; larger words and shapes are warned of where themes are edited.
  consistent: ({ base, tokens }) =>
    checkTheme(tokensOf(base, tokens))
      .filter(({ use }) => use === 'body')
      .map(({ front, label }) => ({ path: `tokens.${front}`, code: 'too-faint', message: label.en })),
});
