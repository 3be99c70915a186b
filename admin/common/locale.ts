import { configureLocalization } from '@lit/localize';
import { useBrowserStore } from './browser-store.ts';
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
  useBrowserStore((storage) => storage.setItem(STORAGE_KEY, locale));
  await setLocale(locale);
  document.documentElement.lang = locale;
}

/** The language chosen last in this browser; Chinese where there is none. */
export async function useRememberedLocale(): Promise<void> {
  const remembered = useBrowserStore((storage) => storage.getItem(STORAGE_KEY));
  await useLocale(remembered === 'en' ? 'en' : 'zh-CN');
}
