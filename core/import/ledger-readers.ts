/** Reads the columns of one record of the ledger layout, each by the way that its column is read. */
import type { Cell } from '../workbook/workbook.ts';
import type { Label } from '../register/label.ts';
import { KEY_LEVELS, LIFECYCLES, SECTORS } from '../registers/project-choices.ts';
import type { Project } from '../registers/index.ts';
import { settleAmount } from './amounts.ts';
import { choiceNamed, flagNamed } from './choice-words.ts';
import { ANSWERS } from './codes.ts';
import type { SheetContext } from './context.ts';
import { readDate } from './dates.ts';
import type { Directory, Named } from './directory.ts';
import { numberedParts, numberedText } from './issue-text.ts';
import type { ColumnReading, LedgerColumn } from './ledger-columns.ts';
import { monthWithin, type LedgerRow, type MarkedPermit, type ReadColumn } from './ledger-row.ts';
import { targetsIn, type Target } from './milestone-text.ts';
import { peopleIn } from './people.ts';
import { readPeriod, type Period } from './period.ts';
import { marksIn, permitMark } from './permit-marks.ts';
import { phonesIn } from './private-text.ts';
import { textOf, type Reading } from './reading.ts';
import type { Place } from './session.ts';
import { compact, isEmptyMark } from './text.ts';
import { cellText, fitting } from './texts.ts';

/** What is known of a row before its columns are read. */
export interface RowAtHand {
  readonly context: SheetContext;
  readonly directory: Directory;
  readonly row: number;
  readonly name: string;
  readonly known: Project | null;
  /** The amount that the ledger holds for a column. */
  readonly knownYuan: (spec: LedgerColumn) => number | undefined;
}

/** What the columns say, as they are read one after the other. */
interface Findings {
  readonly fields: Record<string, unknown>;
  readonly amounts: Record<string, number | null>;
  readonly texts: Record<string, string | null>;
  readonly targets: (Target & { readonly quarter: number })[];
  readonly permits: MarkedPermit[];
  /** Mobile numbers that stood in texts. */
  readonly numbers: string[];
  period: Period | null;
  units: readonly Named[] | null;
  leader: Named | null;
  phone: string | null;
}

type Choices = Readonly<Record<string, Label>>;

const CHOICES: Readonly<Record<string, Choices>> = { keyLevel: KEY_LEVELS, sector: SECTORS, lifecycle: LIFECYCLES };
const NATURES: Choices = { new: { zh: '新建', en: 'New' }, carried: { zh: '续建', en: 'Carried over' } };
const FLAGS: Choices = { yes: ANSWERS.yes, no: ANSWERS.no };

const natureOf = (text: string): string | null => {
  const plain = compact(text);
  if (/^(?:计划)?新(?:建|开工)(?:项目)?$/.test(plain)) return 'new';
  return /^(?:续建|结转|跨年)(?:项目)?$/.test(plain) ? 'carried' : null;
};

const flagKey = (text: string): string | null => {
  const flag = flagNamed(text);
  return flag === null ? null : flag ? 'yes' : 'no';
};

const placeOf = ({ row, name }: RowAtHand, { column }: ReadColumn): Place => ({
  row,
  column: column.index,
  name,
  heading: column.heading,
});

const settle = <T>(at: RowAtHand, place: ReadColumn, read: (cell: Cell | undefined) => Reading<T>): T | null =>
  at.context.session.settle(placeOf(at, place), place.cells.get(at.row), read);

function readText(at: RowAtHand, place: ReadColumn, findings: Findings): string | null {
  const { text, phones } = cellText(at.context.session, at.row, place.column.index, place.cells.get(at.row));
  findings.numbers.push(...phones);
  return text;
}

/** One of a few words; which one an unknown word means is asked once for the whole file. */
function settleChoice(
  { context: { session }, row }: RowAtHand,
  { column: { index: column, heading }, spec }: ReadColumn,
  text: string,
  choices: Choices,
  find: (text: string) => string | null,
): string | null {
  const found = find(text);
  if (found !== null) return found;
  const code = 'CHOICE_UNREADABLE';
  const options = [...Object.entries(choices), ['empty', ANSWERS.empty] as const].map(([value, label]) => ({
    value,
    label,
  }));
  const parameters = { column: heading, value: text };
  const id = `${code}:${spec.id}:${compact(text)}`;
  const answer = session.ask(
    { id, code, rows: [row], column, parameters, options, allowFree: false },
    (given) => given,
  );
  const severity = answer === undefined ? ('blocking' as const) : ('info' as const);
  const to = answer === undefined ? undefined : choices[answer]?.zh;
  session.note(row, column, { code, severity, from: text, ...(to === undefined ? {} : { to }) });
  return answer === undefined || answer === 'empty' ? null : answer;
}

function readMark(
  { context: { session }, directory, row }: RowAtHand,
  place: ReadColumn,
  findings: Findings,
  item: string,
  mark: string,
): void {
  const column = place.column.index;
  const state = permitMark(mark);
  if (state === null) return session.note(row, column, { code: 'PERMIT_UNREADABLE', from: mark });
  const named = directory.permitItem(item, { row, column });
  if (!named) return;
  session.note(row, column, { code: 'PERMIT_MARK', from: mark, to: state });
  findings.permits.push({ item: named, state });
}

/** Nothing is said of a permit; a cross says that it is missing. */
const saysNothing = (mark: string): boolean => compact(mark) === '' || isEmptyMark(compact(mark));

const permitNames = ({ ledger }: SheetContext): readonly string[] =>
  [...ledger.tables.permitItems.values()].sort((a, b) => a.itemOrder - b.itemOrder).map(({ name }) => name);

/** The permits that one column is about: those of its heading, or all. */
const itemsOf = (context: SheetContext, { column, spec }: ReadColumn): readonly string[] => {
  const named = spec.id.startsWith('permits:')
    ? spec.id.slice('permits:'.length)
    : /[(（](.+)[)）]/.exec(column.heading)?.[1];
  return named?.includes('/') ? named.split('/').map(compact) : permitNames(context);
};

type ColumnReader = (at: RowAtHand, place: ReadColumn, findings: Findings) => void;

/** Texts of no field of the project, and the field of the issue that each becomes. */
const ISSUE_TEXTS: Readonly<Record<string, string>> = { issue: 'description', measure: 'measure' };

const READERS: Readonly<Record<ColumnReading, ColumnReader>> = {
  ignored: () => undefined,
  // Names are read first, for they tell which project a row is about.
  name: () => undefined,
  // Rates are only compared, once plan and completed are known: see `ledger-checks.ts`.
  rate: () => undefined,
  text: (at, place, findings) => {
    const text = readText(at, place, findings);
    const { id, field } = place.spec;
    const register = field === undefined ? 'issues' : 'projects';
    const cut = (part: string | null): string | null =>
      fitting(at.context.session, at.row, place.column.index, part, register, field ?? ISSUE_TEXTS[id] ?? '');
    // A cell may hold several issues, each of which has the length of one.
    const isSeveral = field === undefined && text !== null;
    const fits = isSeveral ? numberedText(numberedParts(text).map((part) => cut(part) ?? '')) : cut(text);
    if (field === undefined) findings.texts[id] = fits;
    else if (fits !== null) findings.fields[field] = fits;
  },
  choice: (at, place, findings) => {
    const text = readText(at, place, findings);
    const { field = '' } = place.spec;
    const choices = CHOICES[field] ?? {};
    const key =
      text === null ? null : settleChoice(at, place, text, choices, (each) => choiceNamed(field, choices, each));
    if (key !== null) findings.fields[field] = key;
  },
  flag: (at, place, findings) => {
    const text = textOf(place.cells.get(at.row));
    const key = compact(text) === '' ? null : settleChoice(at, place, text, FLAGS, flagKey);
    if (key !== null) findings.fields[place.spec.field ?? ''] = key === 'yes';
  },
  nature: (at, place, findings) => {
    const text = readText(at, place, findings);
    const nature = text === null ? null : settleChoice(at, place, text, NATURES, natureOf);
    if (nature === null) return;
    findings.fields['plannedStartInYear'] = nature === 'new';
    findings.fields['carriedOver'] = nature === 'carried';
  },
  period: (at, place, findings) => {
    findings.period = settle(at, place, readPeriod);
  },
  month: (at, place, findings) => {
    const span = settle(at, place, (cell) => readDate(cell, at.context.year));
    const { field = '' } = place.spec;
    const known = at.known && Object.entries(at.known).find(([name]) => name === field)?.[1];
    if (span) findings.fields[field] = monthWithin(span, field.endsWith('Finish'), known);
  },
  amount: (at, place, findings) => {
    if (!place.amounts) return;
    const yuan = settleAmount(at.context, place.amounts, at.row, at.name, at.knownYuan(place.spec));
    findings.amounts[place.spec.id] = yuan;
    if (place.spec.field !== undefined && yuan !== null) findings.fields[place.spec.field] = yuan;
  },
  milestones: (at, place, findings) => {
    const text = readText(at, place, findings);
    const { session, year } = at.context;
    const { index } = place.column;
    const quarter = Number(place.spec.id.slice(-1));
    for (const target of text === null ? [] : targetsIn(text, year, quarter)) {
      if (target.phrase !== undefined)
        session.note(at.row, index, { code: 'DATE_PHRASE', from: target.phrase, to: target.dueOn });
      const name = fitting(session, at.row, index, target.name, 'milestones', 'name') ?? target.name;
      findings.targets.push({ ...target, name, quarter });
    }
  },
  permit: (at, place, findings) => {
    const mark = textOf(place.cells.get(at.row));
    if (!saysNothing(mark)) readMark(at, place, findings, place.column.heading.split('/').at(-1) ?? '', mark);
  },
  permits: (at, place, findings) => {
    const text = textOf(place.cells.get(at.row));
    if (saysNothing(text)) return;
    const marks = marksIn(text, itemsOf(at.context, place));
    if (marks.length === 0)
      at.context.session.note(at.row, place.column.index, { code: 'PERMIT_UNREADABLE', from: text });
    for (const { item, mark } of marks) readMark(at, place, findings, item, mark);
  },
  unit: (at, place, findings) => {
    const text = readText(at, place, findings);
    findings.units = text === null ? [] : at.directory.units(text, { row: at.row, column: place.column.index });
  },
  leader: (at, place, findings) => {
    const text = readText(at, place, findings);
    const [row, column] = [at.row, place.column.index];
    const { names, notes } = peopleIn(text ?? '');
    for (const note of notes) at.context.session.note(row, column, note);
    if (names[0] === undefined) at.context.session.note(row, column, { code: 'NO_SPONSOR' });
    else findings.leader = at.directory.leader(names[0], { row, column });
  },
  person: (at, place, findings) => {
    const text = readText(at, place, findings);
    const { session } = at.context;
    const { index } = place.column;
    const { names, notes } = peopleIn((text ?? '').replace(/[(（]?\*{3}[)）]?/g, ' '));
    for (const note of notes) session.note(at.row, index, note);
    const { field = '' } = place.spec;
    const fits = fitting(session, at.row, index, names.join('、') || null, 'projects', field);
    if (fits !== null) findings.fields[field] = fits;
  },
  phone: (at, place, findings) => {
    const cell = place.cells.get(at.row);
    const phone = phonesIn(typeof cell?.value === 'number' ? String(cell.value) : textOf(cell));
    if (phone === null) return;
    findings.phone = phone;
    at.context.session.quarantine(phone.split('、').length);
    at.context.session.note(at.row, place.column.index, { code: 'PII_PHONE', from: '***' });
  },
};

/** The longest list of numbers that the secret field holds. */
const MOST_PHONES = 60;

/** Reads a row. What waits for an answer is as if the cell were empty. */
export function readLedgerRow(at: RowAtHand, columns: readonly ReadColumn[]): LedgerRow {
  const findings: Findings = {
    fields: {},
    amounts: {},
    texts: {},
    targets: [],
    permits: [],
    numbers: [],
    period: null,
    units: [],
    leader: null,
    phone: null,
  };
  for (const place of columns) READERS[place.spec.reading](at, place, findings);
  const { fields, amounts, texts, targets, permits, numbers, period, units, leader, phone } = findings;
  const secret = phone ?? [...new Set(numbers)].join('、').slice(0, MOST_PHONES);
  return {
    row: at.row,
    name: at.name,
    fields: secret === '' ? fields : { ...fields, liaisonPhone: secret },
    period,
    planYuan: amounts['annualPlan'] ?? null,
    ytdYuan: amounts['completedYtd'] ?? null,
    monthYuan: amounts['completedMonth'] ?? null,
    targets,
    permits,
    issue: texts['issue'] ?? null,
    measure: texts['measure'] ?? null,
    units,
    leader,
  };
}
