/** Marks that stand for the state of a permit. */
import { compact } from './text.ts';

/** The states of a permit that a mark can mean. */
export type PermitMark = 'done' | 'inProgress' | 'notRequired' | 'missing';

const MARKS: readonly (readonly [PermitMark, RegExp])[] = [
  ['notRequired', /^(?:不需|无需|不用|免)(?:要)?(?:办理?|申请)?|^不涉及$|^不办$/],
  ['missing', /^(?:[×✗✘xX☓✕✖]|未(?:办|办理|办结|取得|批)?|没有|没办|否|缺)$/],
  ['inProgress', /办理中|^(?:正在|在)办|在批|进行中|审批中|^△$|^○$|受理|报批/],
  ['done', /^(?:[√✓✔☑●]|已(?:办|办理|办结|批|取得|完成|核发|备案|立项|批复|环评)|完成|办结|是|有|y)/i],
];

/** The state that a mark means, or null. */
export function permitMark(text: string): PermitMark | null {
  const plain = compact(text);
  return MARKS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

export interface MarkedItem {
  readonly item: string;
  readonly mark: string;
}

/**
 * The marks of several permits in one cell: in the order of the items that the heading names (`√/×/办理中`), each
 * behind its item (`立项√、环评办理中`), or one for all of them.
 */
export function marksIn(text: string, items: readonly string[]): readonly MarkedItem[] {
  const plain = compact(text);
  const parts = plain.split(/[/、,;]/).filter((part) => part !== '');
  const named = parts.flatMap((part) => {
    const item = items.find((each) => part.startsWith(each) && part.length > each.length);
    return item === undefined ? [] : [{ item, mark: part.slice(item.length).replace(/^:/, '') }];
  });
  if (named.length > 0) return named;
  if (parts.length === 1) return items.map((item) => ({ item, mark: parts[0] ?? '' }));
  return parts.length === items.length ? items.map((item, at) => ({ item, mark: parts[at] ?? '' })) : [];
}
