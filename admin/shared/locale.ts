import { configureLocalization } from '@lit/localize';
import { inLocale, type Label, type Locale } from '../../core/register/label.ts';

const STORAGE_KEY = 'paceboard-locale';

const { getLocale, setLocale } = configureLocalization({
  sourceLocale: 'zh-CN',
  targetLocales: ['en'],
  loadLocale: () => import('../locales/en.ts'),
});

export const currentLocale = (): Locale => (getLocale() === 'en' ? 'en' : 'zh-CN');

/** A label of the core in the language in use. */
export const labelText = (label: Label): string => inLocale(label, currentLocale());

export async function useLocale(locale: Locale): Promise<void> {
  await setLocale(locale);
  document.documentElement.lang = locale;
  try {
    localStorage.setItem(STORAGE_KEY, locale);
  } catch (error) {
    console.warn('the language is not remembered', error);
  }
}

/** The language chosen last in this browser; Chinese where there is none. */
export async function useRememberedLocale(): Promise<void> {
  let remembered: string | null = null;
  try {
    remembered = localStorage.getItem(STORAGE_KEY);
  } catch (error) {
    console.warn('the language cannot be read', error);
  }
  await useLocale(remembered === 'en' ? 'en' : 'zh-CN');
}
