/** Words for one thing in both languages of the product. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

export type Locale = 'zh-CN' | 'en';

export const inLocale = (label: Label, locale: Locale): string => (locale === 'en' ? label.en : label.zh);
