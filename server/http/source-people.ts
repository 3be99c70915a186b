/** Who stands behind a record that a number rests on. */
import type { Change } from '../../core/ledger/change.ts';
import type { RegisterName } from '../../core/registers/index.ts';
import type { Instant } from '../../core/time.ts';
import type { Changes } from '../changes/changes.ts';

/** One write: by whom, when, and where it is in the log. */
export interface WrittenBy {
  readonly name: string;
  readonly at: Instant;
  readonly seq: number;
}

export interface SourcePeople {
  readonly entered?: WrittenBy;
  readonly verified?: WrittenBy;
}

/** A record's later changes that are looked at; an older writer than that is not named. */
const MOST_CHANGES = 200;

/** States that say that somebody else has looked at it. */
const CONFIRMED: readonly unknown[] = ['verified', 'approved', 'accepted', 'signed'];

const by = ({ actor, at, seq }: Change): WrittenBy => ({ name: actor.name, at, seq });

const valueSet = ({ fields }: Change, name: string): unknown => {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return field && 'to' in field ? field.to : undefined;
};

const hasSet = (change: Change, name: string): boolean => valueSet(change, name) !== undefined;

/** Who wrote what the unit said; for a report its own figure, where it has one, before the office's. */
function enteredIn(history: readonly Change[], register: RegisterName, field: string | undefined): Change | undefined {
  const reported = register === 'reports' ? history.find((each) => hasSet(each, 'reportedYtdYuan')) : undefined;
  if (reported) return reported;
  return field === undefined ? history[0] : (history.find((each) => hasSet(each, field)) ?? history.at(-1));
}

/** Who led it to the confirmed state that it has; for a report, who last wrote the verified figure. */
function verifiedIn(history: readonly Change[], register: RegisterName): Change | undefined {
  const moved = history.find((each) => hasSet(each, 'state'));
  if (!moved || !CONFIRMED.includes(valueSet(moved, 'state'))) return undefined;
  if (register !== 'reports') return moved;
  return history.find((each) => each.seq >= moved.seq && hasSet(each, 'completedYtdYuan')) ?? moved;
}

/**
 * Who entered the value of a record and who verified it, as the log has it up to a revision; absent where nobody did.
 * @param field the field that the number was read from.
 */
export function peopleOf(
  changes: Pick<Changes, 'history'>,
  { register, record, field }: { readonly register: RegisterName; readonly record: string; readonly field?: string },
  revision: number,
): SourcePeople {
  const history = changes.history({ register, record, before: revision + 1, limit: MOST_CHANGES });
  const entered = enteredIn(history, register, field);
  const verified = verifiedIn(history, register);
  return { ...(entered && { entered: by(entered) }), ...(verified && { verified: by(verified) }) };
}
