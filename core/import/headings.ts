/** Which field a heading means, whatever the year, the unit in brackets and the spacing. */
import { registerNamed, type RegisterName } from '../registers/index.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { LEDGER_COLUMNS, PERMIT_GROUP } from './ledger-columns.ts';
import { compact } from './text.ts';
import type { ImportField, ImportProfile } from './types.ts';

/** A heading without what changes from file to file: `截止2016年底累计完成投资(万元)` → `截至Y年底累计完成投资`. */
export const plainHeading = (heading: string): string =>
  compact(heading)
    .toLowerCase()
    .replace(/\{(?:year|before)\}|(?:19|20)\d{2}(?=年)/g, 'Y')
    .replace(/\{month\}|\d{1,2}(?=月)/g, 'M')
    .replace(/截止/g, '截至')
    .replace(/[([【][^)\]】]*[)\]】]/g, '')
    .replace(/[:*。%]/g, '');

/** What headings of one profile mean. */
export interface HeadingWords {
  readonly fields: readonly ImportField[];
  /** The field that a heading with these levels means; null when none. */
  readonly fieldOf: (levels: readonly string[]) => string | null;
  /** Whether a text is a heading or a group of headings: how the header is found. */
  readonly known: (text: string) => boolean;
  /** A heading that stands over others only. */
  readonly group: (text: string) => boolean;
}

/** Permits stand under a group of their own; CSV joins group and permit in one heading. */
function permitField(levels: readonly string[]): string | null {
  const [group = '', ...rest] = levels.length === 1 ? (levels[0] ?? '').split('/') : levels;
  const leaf = rest.at(-1);
  if (leaf === undefined || ![group, ...rest.slice(0, -1)].some((level) => level.includes('手续'))) return null;
  return leaf.includes('/') ? `permits:${leaf}` : `permit:${leaf}`;
}

function wordsFrom(
  fields: readonly ImportField[],
  names: readonly (readonly [field: string, name: string])[],
  groups: readonly string[],
  permits: boolean,
): HeadingWords {
  const byName = new Map<string, string>();
  for (const [field, name] of names) {
    const plain = plainHeading(name);
    if (!byName.has(plain)) byName.set(plain, field);
  }
  const plainGroups = new Set(groups.map(plainHeading));
  return {
    fields,
    fieldOf: (levels) => {
      const plain = levels.map(plainHeading).filter((level) => level !== '');
      const leaf = plain.at(-1);
      if (leaf === undefined) return null;
      if (permits) {
        const permit = permitField(plain);
        if (permit !== null) return permit;
      }
      for (let from = 0; from < plain.length; from += 1) {
        const field = byName.get(plain.slice(from).join('/'));
        if (field !== undefined) return field;
      }
      return null;
    },
    known: (text) => {
      const plain = plainHeading(text);
      return byName.has(plain) || plainGroups.has(plain);
    },
    group: (text) => plainGroups.has(plainHeading(text)),
  };
}

/** The headings of the ledger layout; permits have a column each, named after the ledger's items. */
export function ledgerHeadings(ledger: Ledger): HeadingWords {
  const items = [...ledger.tables.permitItems.values()];
  const names = LEDGER_COLUMNS.flatMap(({ id, headings, aliases }) => [
    ...[headings.join('/'), ...aliases].map((name) => [id, name] as const),
    ...(headings.length > 1 ? [[id, headings.at(-1) ?? ''] as const] : []),
  ]);
  const permits = items.map(({ name }) => [`permit:${plainHeading(name)}`, name] as const);
  const groups = [...LEDGER_COLUMNS.flatMap(({ headings }) => headings.slice(0, -1)), PERMIT_GROUP, '{year}年度计划'];
  const fields = [
    ...LEDGER_COLUMNS.filter(({ reading }) => reading !== 'ignored').map(({ id, headings }) => ({
      id,
      label: { zh: (headings.at(-1) ?? id).replace(/\{before\}/, '上'), en: id },
    })),
    ...items.map(({ name }) => ({ id: `permit:${plainHeading(name)}`, label: { zh: name, en: name } })),
  ];
  return wordsFrom(fields, [...names, ...permits], groups, true);
}

/** The column that holds a record's id in a plain table. */
export const ID_FIELD = 'id';

/** The headings of a plain table of one register: labels in both languages, aliases, field names. */
export function registerHeadings(name: RegisterName): HeadingWords {
  const declared = Object.entries(registerNamed(name).fields);
  const names = [
    ...[ID_FIELD, '记录编号', 'Record'].map((word) => [ID_FIELD, word] as const),
    ...declared.flatMap(([id, { label }]) => [label.zh, label.en, id].map((word) => [id, word] as const)),
    ...declared.flatMap(([id, { aliases }]) => aliases.map((word) => [id, word] as const)),
  ];
  const fields = declared.map(([id, { label }]) => ({ id, label }));
  return wordsFrom([{ id: ID_FIELD, label: { zh: '记录编号', en: 'Record' } }, ...fields], names, [], false);
}

/** The headings of a profile, with those that a person mapped in an earlier file. */
export function headingsFor(
  profile: ImportProfile,
  ledger: Ledger,
  mapped: Readonly<Record<string, string | null>> = {},
): HeadingWords {
  const words = profile === 'ledger' ? ledgerHeadings(ledger) : registerHeadings(profile);
  const isMapped = (text: string): boolean => typeof mapped[plainHeading(text)] === 'string';
  return { ...words, known: (text) => words.known(text) || isMapped(text) };
}
