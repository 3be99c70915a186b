/** Words on slides of pictures and videos. */
import { msg, str } from '@lit/localize';

/** A month by itself; as figures where months are not called by numbers. */
export function monthText(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return msg(str`${year}年${Number(number)}月`, { id: 'media.month' });
}

export const beforeText = (): string => msg('此前', { id: 'media.before' });
export const afterText = (): string => msg('现在', { id: 'media.after' });
