/** Imports a sheet of the ledger layout: reads its rows, finds their projects, compares. */
import type { Cell } from '../workbook/workbook.ts';
import { valuesOf } from '../ledger/ledger.ts';
import { registerNamed, type Project } from '../registers/index.ts';
import { KEY_LEVELS, SECTORS } from '../registers/project-choices.ts';
import { readAmount } from './amount.ts';
import { amountColumn } from './amounts.ts';
import { columnCells } from './cells.ts';
import { levelOf, sectorOf } from './classify.ts';
import { ANSWERS } from './codes.ts';
import { columnFor, type SheetContext } from './context.ts';
import { createDirectory, type Directory, type Named } from './directory.ts';
import { checkFigures, checkStep, checkSums, type CheckedRow } from './ledger-checks.ts';
import { headingsIn, type LedgerColumn } from './ledger-columns.ts';
import { planInForce, recordsByProject, reportInForce, type ProjectRecords } from './ledger-index.ts';
import {
  issuePuts,
  milestonePuts,
  permitPuts,
  planPuts,
  projectPut,
  reportPuts,
  type PutContext,
} from './ledger-puts.ts';
import { readLedgerRow } from './ledger-readers.ts';
import { specOf, type LedgerRow, type ReadColumn } from './ledger-row.ts';
import { matchRows, type Match, type RowIdentity } from './match.ts';
import { createNumbering } from './new-project.ts';
import { cellOf, textOf } from './reading.ts';
import { takeNumbers } from './private-text.ts';
import { compact } from './text.ts';
import type { QuestionOption } from './types.ts';
import { createWrites, type Put, type Writes } from './writes.ts';

/** What became of the rows of a sheet. */
export interface ImportedRows {
  readonly writes: Writes;
  /** The record of each row that has one, by row from 0. */
  readonly records: ReadonlyMap<number, { readonly id: string; readonly name: string }>;
  /** What rows call themselves, also those whose record is not decided yet. */
  readonly names?: ReadonlyMap<number, string>;
}

const NOT_REPEATED: readonly LedgerColumn['reading'][] = ['amount', 'rate', 'milestones', 'name', 'phone'];

function readColumns(context: SheetContext): readonly ReadColumn[] {
  return context.columns.flatMap((column): readonly ReadColumn[] => {
    const spec = column.field === null ? undefined : specOf(column.field);
    if (!spec || spec.reading === 'ignored') return [];
    const rules = {
      merges: !NOT_REPEATED.includes(spec.reading),
      fillDown: spec.fillDown === true,
      ditto: true,
      guarded: context.guarded,
    };
    const cells = columnCells(context.grid, column, context.rows, rules, context.session);
    if (spec.reading !== 'amount') return [{ column, spec, cells }];
    return [{ column, spec, cells, amounts: amountColumn(context, column, cells, spec.suspect === true) }];
  });
}

/** Names and codes of the rows that are records; those without a name are left out. */
function identify(context: SheetContext, columns: readonly ReadColumn[], directory: Directory): readonly RowIdentity[] {
  const { session, grid } = context;
  const of = (id: string): ReadColumn | undefined => columns.find(({ spec }) => spec.id === id);
  const [name, code, unit, total] = [of('name'), of('code'), of('leadUnit'), of('totalInvestment')];
  if (!name) return [];
  return context.rows.flatMap(({ row, kind }): readonly RowIdentity[] => {
    if (kind !== 'data') return [];
    const { index } = name.column;
    const { text, count } = takeNumbers(textOf(name.cells.get(row)).replace(/\s*\n\s*/g, ''));
    if (text === '') {
      const merge = grid.mergeAt(row, index);
      session.note(row, index, { code: merge && merge.top < row ? 'CONTINUED_ROW' : 'NAME_MISSING' });
      session.skip(row);
      return [];
    }
    if (count > 0) session.quarantine(count);
    if (name.cells.get(row)?.rich) session.note(row, index, { code: 'RICH_TEXT', to: text });
    const coded = textOf(code?.cells.get(row));
    const totalYuan = total
      ? readAmount(total.cells.get(row), context.unitOf(total.column.index), context.typed).value
      : null;
    const units = directory.knownUnits(textOf(unit?.cells.get(row)));
    return [{ row, nameColumn: index, name: text, code: coded === '' ? null : coded, units, totalYuan }];
  });
}

/** Struck or grey rows: whether the project was withdrawn stands in the formatting only, so it is asked. */
function askStrike(
  context: SheetContext,
  cell: Cell | undefined,
  identity: RowIdentity,
  known: Project | null,
): 'withdrawn' | 'keep' | 'skip' | 'open' {
  if (!cell?.strike && !cell?.grey) return 'keep';
  if (known?.lifecycle === 'withdrawn') return 'keep';
  const { row, name, nameColumn: column } = identity;
  const values = ['withdrawn', 'keep', 'skip'] as const;
  const options: readonly QuestionOption[] = values.map((value) => ({ value, label: ANSWERS[value] }));
  const parameters = { row: String(row + 1), name };
  const answer = context.session.ask(
    { id: `STRIKE:${row + 1}`, code: 'STRIKE', rows: [row], column, parameters, options, allowFree: false },
    (given) => values.find((value) => value === given),
  );
  context.session.note(row, column, {
    code: 'STRIKE',
    severity: answer ? 'info' : 'blocking',
    ...(answer ? { to: ANSWERS[answer].zh } : {}),
  });
  return answer ?? 'open';
}

/** Sector and level that sections above a row name. */
function sectionFacts(context: SheetContext): ReadonlyMap<number, Readonly<Record<string, unknown>>> {
  const facts = new Map<number, Readonly<Record<string, unknown>>>();
  let current: Readonly<Record<string, unknown>> = {};
  for (const { row, kind, caption = '', level } of context.rows) {
    if (kind === 'section') {
      const sector = sectorOf(caption);
      const keyLevel = levelOf(caption);
      const named = { ...(sector ? { sector } : {}), ...(keyLevel ? { keyLevel } : {}) };
      current = level === 2 ? { ...current, ...named } : named;
    } else if (kind === 'data') facts.set(row, current);
  }
  return facts;
}

const UNIT_FIELD = 'leadUnit';
const REQUIRED: Readonly<
  Record<string, { readonly column: string; readonly choices?: Readonly<Record<string, { zh: string; en: string }>> }>
> = {
  keyLevel: { column: 'keyLevel', choices: KEY_LEVELS },
  sector: { column: 'sector', choices: SECTORS },
  totalInvestmentYuan: { column: 'totalInvestment' },
  investedBeforeYuan: { column: 'investedBefore' },
  [UNIT_FIELD]: { column: UNIT_FIELD },
};

/** Asks for what a new project must have and the sheet does not say: once where there is no such column. */
function fillRequired(
  context: SheetContext,
  directory: Directory,
  identity: RowIdentity,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const filled: Record<string, unknown> = {};
  for (const [field, { column: id, choices }] of Object.entries(REQUIRED)) {
    if (values[field] !== undefined || isAsked(context, identity.row, id)) continue;
    const answer = askRequired(context, identity, field, id, choices, (given) => {
      if (choices) return Object.hasOwn(choices, given) ? { value: given } : undefined;
      if (field !== UNIT_FIELD) {
        const { value } = readAmount(cellOf(given), context.unitOf(-1), false);
        return value === null ? undefined : { value };
      }
      const named = directory.knownUnits(given)[0] ?? (context.ledger.tables.units.has(given) ? given : undefined);
      return named === undefined ? undefined : { value: named };
    });
    if (answer === 'skip') context.session.skip(identity.row);
    else if (answer !== undefined) filled[field] = answer.value;
  }
  return filled;
}

/** A cell that waits for an answer is not missing. */
const isAsked = (context: SheetContext, row: number, id: string): boolean => {
  const column = columnFor(context, id)?.index;
  return (
    column !== undefined &&
    context.session.notesOf(row).some((note) => note.column === column && note.severity === 'blocking')
  );
};

function askRequired(
  context: SheetContext,
  { row, name }: RowIdentity,
  field: string,
  id: string,
  choices: Readonly<Record<string, { zh: string; en: string }>> | undefined,
  accept: (answer: string) => { readonly value: unknown } | undefined,
): { readonly value: unknown } | 'skip' | undefined {
  const column = columnFor(context, id);
  const heading = column?.heading ?? headingsIn(specOf(id)?.headings.slice(-1) ?? [id], context.year).join('');
  const units = field === UNIT_FIELD ? [...context.ledger.tables.units.values()] : [];
  const options: readonly QuestionOption[] = [
    ...Object.entries(choices ?? {}).map(([value, label]) => ({ value, label })),
    ...units.map((unit) => ({ value: unit.id, label: { zh: unit.name, en: unit.name } })),
    ...(field === 'investedBeforeYuan' ? [{ value: '0', label: { zh: '0', en: '0' } }] : []),
    { value: 'skip', label: ANSWERS.skip },
  ];
  const code = column ? ('VALUE_MISSING' as const) : ('COLUMN_MISSING' as const);
  const question = {
    id: column ? `VALUE_MISSING:${column.letter}${row + 1}` : `COLUMN_MISSING:${field}`,
    code,
    rows: [row],
    column: column?.index,
    parameters: { name, column: heading, row: String(row + 1) },
    options,
    allowFree: !choices,
  };
  const answer = context.session.ask(question, (given) => (given === 'skip' ? ('skip' as const) : accept(given)));
  context.session.note(row, column?.index, { code, severity: answer === undefined ? 'blocking' : 'info', to: heading });
  return answer;
}

function knownAmounts(
  known: Project | null,
  records: ProjectRecords,
  context: SheetContext,
): (spec: LedgerColumn) => number | undefined {
  return (spec) => {
    if (!known) return undefined;
    if (spec.id === 'annualPlan') return planInForce(records.plans, context.year, context.asOf)?.amountYuan;
    if (spec.id === 'completedYtd') return reportInForce(records.reports, context.asOf)?.completedYtdYuan;
    const value = valuesOf(registerNamed('projects'), known)[spec.field ?? ''];
    return typeof value === 'number' ? value : undefined;
  };
}

/** Every column that a check needs, the ledger's own value where the sheet has no such column. */
const checkedAmounts = (row: LedgerRow, known: Project | null): CheckedRow => ({
  row: row.row,
  name: row.name,
  amounts: {
    totalInvestment: (row.fields['totalInvestmentYuan'] as number | undefined) ?? known?.totalInvestmentYuan ?? null,
    investedBefore: (row.fields['investedBeforeYuan'] as number | undefined) ?? known?.investedBeforeYuan ?? null,
    annualPlan: row.planYuan,
    completedYtd: row.ytdYuan,
    completedMonth: row.monthYuan,
  },
});

const namedPuts = (named: readonly (Named | null)[]): readonly Put[] =>
  named.flatMap((each) => (each?.put ? [each.put] : []));

/** Writes a row, or asks what to do with one that the ledger would refuse. */
function write(context: SheetContext, writes: Writes, { row, name }: RowIdentity, puts: readonly Put[]): void {
  const refused = writes.apply(row, puts);
  if (!refused) return;
  const { path, message } = refused.problem;
  const parameters = { row: String(row + 1), name, column: `${refused.register}.${path}`, value: message };
  const options = [{ value: 'skip', label: ANSWERS.skip }];
  const id = `INCONSISTENT:${row + 1}`;
  const answer = context.session.ask(
    { id, code: 'INCONSISTENT', rows: [row], parameters, options, allowFree: false },
    (given) => given,
  );
  if (answer !== undefined) context.session.skip(row);
  context.session.note(row, undefined, {
    code: 'INCONSISTENT',
    severity: answer === undefined ? 'blocking' : 'info',
    from: `${path} ${message}`,
  });
}

/** Reads every row and gathers what would be written. */
export function importLedger(context: SheetContext): ImportedRows {
  const { ledger, session, year, asOf } = context;
  const directory = createDirectory(ledger, session);
  const columns = readColumns(context);
  const identities = identify(context, columns, directory);
  const matches = matchRows(ledger, identities, session);
  const number = createNumbering(ledger, year);
  const recordsOf = recordsByProject(ledger);
  const sections = sectionFacts(context);
  const writes = createWrites(ledger);
  const records = new Map<number, { readonly id: string; readonly name: string }>();
  const checked = new Map<number, CheckedRow>();
  const nameCells = columns.find(({ spec }) => spec.id === 'name')?.cells;
  const rate = columns.find(({ spec }) => spec.id === 'rate');

  const importRow = (identity: RowIdentity, match: Match): void => {
    const known = typeof match === 'object' ? match : null;
    const ofProject = recordsOf(known?.id ?? '');
    const strike = askStrike(context, nameCells?.get(identity.row), identity, known);
    const { row, name } = identity;
    const knownYuan = knownAmounts(known, ofProject, context);
    const read = readLedgerRow({ context, directory, row, name, known, knownYuan }, columns);
    const figures = checkedAmounts(read, known);
    if (match === 'skip' || strike === 'skip') return session.skip(identity.row);
    checked.set(identity.row, figures);
    checkFigures(context, figures, rate);
    if (known) checkStep(context, figures, ofProject.reports);
    const fresh = match === null ? number(read) : null;
    const id = known?.id ?? fresh?.id;
    if (id === undefined) return;
    for (const note of fresh?.notes ?? []) session.note(identity.row, identity.nameColumn, note);
    records.set(identity.row, { id, name: known?.name ?? identity.name });
    const renamed = known && identity.code !== null && compact(known.name) !== compact(identity.name);
    if (renamed)
      session.note(identity.row, identity.nameColumn, { code: 'NAME_CHANGED', from: known.name, to: identity.name });
    const put: PutContext = { ledger, year, asOf, known, project: id, records: ofProject };
    const sectionValues = sections.get(identity.row) ?? {};
    const base = projectPut(put, read, {
      ...(known ? sectionValues : { ...fresh?.values, ...sectionValues }),
      ...(renamed ? { name: identity.name } : {}),
    });
    const struck: Readonly<Record<string, unknown>> =
      strike === 'withdrawn' ? { lifecycle: 'withdrawn', delistedOn: asOf } : {};
    const required = known || strike === 'open' ? {} : fillRequired(context, directory, identity, base.values);
    const values: Readonly<Record<string, unknown>> = { ...base.values, ...required, ...struck };
    if (session.isBlocked(identity.row) || session.isSkipped(identity.row)) return;
    const owner = (values[UNIT_FIELD] as string | undefined) ?? known?.leadUnit;
    write(context, writes, identity, [
      ...namedPuts([...(read.units ?? []), read.leader]),
      { ...base, values },
      ...planPuts(put, read.planYuan),
      ...reportPuts(put, read),
      ...milestonePuts(put, read),
      ...permitPuts(put, read),
      ...issuePuts(put, read, owner),
    ]);
  };

  for (const identity of identities) importRow(identity, matches.get(identity.row) ?? null);
  checkSums(context, columns, checked);
  return { writes, records, names: new Map(identities.map(({ row, name }) => [row, name])) };
}
