/** Words of the section of assessments. */
import { msg, str } from '@lit/localize';
import { SCHEME_STATES } from '../../core/registers/schemes.ts';
import { UNIT_GROUPS } from '../../core/registers/unit-groups.ts';
import { PART_WORDS } from '../../core/schemes/words.ts';
import type { SchemeState } from '../api/schemes.ts';
import { labelText } from '../common/locale.ts';

const labelOf = (
  words: Readonly<Record<string, { readonly zh: string; readonly en: string }>>,
  key: string,
): string => {
  const label = Object.hasOwn(words, key) ? words[key] : undefined;
  return label ? labelText(label) : key;
};

export const groupName = (group: string): string =>
  group === '' ? msg('全部单位', { id: 'schemes.all-units' }) : labelOf(UNIT_GROUPS, group);

export const partName = (part: string): string => labelOf(PART_WORDS, part);

export const stateName = (state: SchemeState): string => labelText(SCHEME_STATES[state]);

export const stateTone = (state: SchemeState): string =>
  state === 'approved' ? 'good' : state === 'draft' ? 'warn' : '';

export const versionText = (version: number): string => msg(str`第 ${version} 版`, { id: 'schemes.version' });

/** What the state of an item's points says; empty where there is nothing to say. */
export function itemStateText(state: string): string {
  switch (state) {
    case 'capped':
      return msg('已封顶', { id: 'schemes.capped' });
    case 'floored':
      return msg('已到下限', { id: 'schemes.floored' });
    case 'notApplicable':
      return msg('不适用', { id: 'schemes.not-applicable' });
    case 'zeroed':
      return msg('低于门槛，不得分', { id: 'schemes.zeroed' });
    default:
      return '';
  }
}

/** Whether and how a veto applies. */
export function gateStateText(state: string): string {
  switch (state) {
    case 'cap':
      return msg('已触发：总分封顶', { id: 'schemes.gate-cap' });
    case 'downgrade':
      return msg('已触发：降低位次', { id: 'schemes.gate-downgrade' });
    case 'veto':
      return msg('已触发：不参加排名', { id: 'schemes.gate-veto' });
    default:
      return msg('未触发', { id: 'schemes.gate-none' });
  }
}

/** `a → b`, with what stands for nothing. */
export const fromTo = (before: string | number | null | undefined, after: string | number | null | undefined): string =>
  `${before ?? '—'} → ${after ?? '—'}`;
