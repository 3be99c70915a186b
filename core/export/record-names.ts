/** Words for the records that a cell refers to: readable, and found again by an import. */
import { valuesOf, type Ledger } from '../ledger/ledger.ts';
import type { Register } from '../register/declare.ts';
import type { Values } from '../register/check-record.ts';
import { isRegisterName, registerNamed, type RegisterName } from '../registers/index.ts';
import type { Holder } from '../rights/holder.ts';
import { sightOf } from '../rights/reading.ts';
import { wordsOf } from '../import/references.ts';
import { compact, wordOf } from '../import/text.ts';

/** Names records of other registers. */
export interface RecordNames {
  /** The word for a record: its title or number where no other record has it, otherwise the title with `#id`. */
  readonly nameOf: (register: string, id: string) => string;
}

/** Titles can point at records themselves (a permit is named after its item), but not for ever. */
const MOST_STEPS = 3;

/**
 * Names for the records of a ledger; each register is indexed when it is first asked for.
 * @param who reads them: a record whose title they may not see is named by its id.
 */
export function createRecordNames(ledger: Ledger, who?: Holder): RecordNames {
  const known = new Map<RegisterName, ReadonlyMap<string, readonly string[]>>();
  const meant = (register: RegisterName, word: string): readonly string[] => {
    const words = known.get(register) ?? wordsOf(ledger, register);
    known.set(register, words);
    return words.get(compact(word)) ?? [];
  };
  const valueOf = (register: RegisterName, id: string, field: string): unknown =>
    (ledger.tables[register].get(id) as unknown as Values | undefined)?.[field];

  const titleOf = (register: RegisterName, id: string, steps: number): string => {
    const { title, fields } = registerNamed(register);
    const value = valueOf(register, id, title);
    const target = fields[title]?.target;
    if (target !== undefined && isRegisterName(target) && steps > 0) return titleOf(target, wordOf(value), steps - 1);
    return wordOf(value).replace(/\s+/g, ' ');
  };

  const isTitleSeen = (register: Register, id: string, record: object): boolean => {
    const sight = who ? sightOf(who, register, id, valuesOf(register, record), ledger) : 'whole';
    return sight === 'whole' || (sight === 'public' && register.fields[register.title]?.public === true);
  };

  const nameOf = (register: string, id: string): string => {
    const record = isRegisterName(register) ? ledger.tables[register].get(id) : undefined;
    if (!isRegisterName(register) || !record || !isTitleSeen(registerNamed(register), id, record)) return id;
    const { title, unique = [] } = registerNamed(register);
    const fields = [title, ...(unique.length === 1 ? unique : [])];
    const candidates = fields.map((field) => wordOf(valueOf(register, id, field)));
    const clear = candidates.find((word) => word !== '' && meant(register, word).join() === id);
    return clear ?? `${titleOf(register, id, MOST_STEPS)} #${id}`.trim();
  };
  return { nameOf };
}
