import { configureLocalization } from '@lit/localize';
import type { Locale } from '../../core/register/label.ts';
import * as english from '../locales/en.ts';

const { getLocale, setLocale } = configureLocalization({
  sourceLocale: 'zh-CN',
  targetLocales: ['en'],
  loadLocale: () => Promise.resolve(english),
});

export const currentLocale = (): Locale => (getLocale() === 'en' ? 'en' : 'zh-CN');

/** The language of everything that is drawn from now on. */
export async function useLocale(locale: Locale): Promise<void> {
  if (getLocale() !== locale) await setLocale(locale);
  document.documentElement.lang = locale;
}
