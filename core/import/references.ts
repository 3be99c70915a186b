/** Records that a cell of a plain table names: by id, by code, by title, by another name. */
import type { Ledger } from '../ledger/ledger.ts';
import type { Values } from '../register/check-record.ts';
import { isRegisterName, registerNamed, type RegisterName } from '../registers/index.ts';
import { ANSWERS } from './codes.ts';
import type { Session } from './session.ts';
import { compact, listed, wordOf } from './text.ts';

interface ReferencePlace {
  readonly row: number;
  readonly column: number;
  readonly heading: string;
}

export interface References {
  /** The register whose table is read. */
  readonly register: RegisterName;
  readonly one: (target: string, text: string | undefined, place: ReferencePlace) => string | undefined;
  readonly several: (target: string, text: string | undefined, place: ReferencePlace) => readonly string[] | undefined;
}

const MOST_OFFERED = 20;

/** Every word that names a record, with the ids that it may mean. */
export function wordsOf(ledger: Ledger, target: RegisterName): ReadonlyMap<string, readonly string[]> {
  const register = registerNamed(target);
  const words = new Map<string, string[]>();
  const names = [
    ...new Set([...(register.unique?.length === 1 ? register.unique : []), register.title, 'shortName', 'otherNames']),
  ];
  for (const [id, record] of ledger.tables[target]) {
    const values = record as unknown as Values;
    const said = names.flatMap((name) => values[name] ?? []).map((word) => compact(wordOf(word)));
    for (const word of new Set([id, ...said].filter((each) => each !== ''))) {
      const ids = words.get(word);
      if (ids) ids.push(id);
      else words.set(word, [id]);
    }
  }
  return words;
}

const titleOf = (ledger: Ledger, target: RegisterName, id: string): string => {
  const record = ledger.tables[target].get(id) as unknown as Values | undefined;
  return wordOf(record?.[registerNamed(target).title]) || id;
};

export function createReferences(ledger: Ledger, session: Session, register: RegisterName): References {
  const known = new Map<RegisterName, ReadonlyMap<string, readonly string[]>>();
  const idsFor = (target: RegisterName, text: string): readonly string[] => {
    const words = known.get(target) ?? wordsOf(ledger, target);
    known.set(target, words);
    return words.get(compact(text)) ?? [];
  };
  const find = (target: string, text: string, { row, column, heading }: ReferencePlace): string | null | undefined => {
    if (!isRegisterName(target)) return undefined;
    const ids = idsFor(target, text);
    if (ids.length === 1) return ids[0];
    const numbered = /#([A-Za-z0-9_-]{1,64})$/.exec(text)?.[1];
    if (numbered !== undefined && ledger.tables[target].has(numbered)) return numbered;
    const offered = ids.length > 0 ? ids : [...ledger.tables[target].keys()].slice(0, MOST_OFFERED);
    const options = [
      ...offered.map((value) => ({
        value,
        label: { zh: titleOf(ledger, target, value), en: titleOf(ledger, target, value) },
      })),
      { value: 'empty', label: ANSWERS.empty },
    ];
    const id = `UNKNOWN_REFERENCE:${target}:${compact(text)}`;
    const parameters = { column: heading, value: text };
    const answer = session.ask(
      { id, code: 'UNKNOWN_REFERENCE', rows: [row], column, parameters, options, allowFree: true },
      (given) => {
        if (given === 'empty') return null;
        const meant = idsFor(target, given);
        return meant.length === 1 ? meant[0] : undefined;
      },
    );
    session.note(row, column, {
      code: 'UNKNOWN_REFERENCE',
      severity: answer === undefined ? 'blocking' : 'info',
      from: text,
    });
    return answer;
  };
  return {
    register,
    one: (target, text, place) => (text === undefined ? undefined : (find(target, text, place) ?? undefined)),
    several: (target, text, place) => {
      const ids = listed(text ?? '').flatMap((each) => find(target, each, place) ?? []);
      return ids.length > 0 ? ids : undefined;
    },
  };
}
