import type { Change } from '../../core/ledger/change.ts';
import { registerNamed } from '../../core/registers/index.ts';
import type { TitleOf } from '../common/change-words.ts';

const said = (change: Change, field: string): string | null => {
  const each = change.fields[field];
  if (!each || 'secret' in each) return null;
  const value = each.to ?? each.from;
  return typeof value === 'string' ? value : null;
};

/** Names the record of a change: from the ledger while it is there, else from the change itself. */
export function changeTitle(change: Change, titleOf: TitleOf): string {
  const known = titleOf(change.register, change.record);
  const register = registerNamed(change.register);
  // A register of one record needs no name beside its own.
  if (register.single) return '';
  const target = register.fields[register.title]?.target;
  const name = known === change.record ? (said(change, register.title) ?? known) : known;
  return target ? titleOf(target, name) : name;
}
