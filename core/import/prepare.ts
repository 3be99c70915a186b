/** From a workbook and the ledger to a preview of what an import would do. Pure: the same input, the same preview. */
import type { Ledger } from '../ledger/ledger.ts';
import { settingsOf } from '../ledger/ledger.ts';
import type { Values } from '../register/check-record.ts';
import { isRegisterName, registerNamed, REGISTERS, type RegisterName } from '../registers/index.ts';
import { fail, ok, type Result } from '../result.ts';
import { endOfMonth, parseDate, yearOf, type IsoDate, type IsoMonth } from '../time.ts';
import type { Sheet, Workbook } from '../workbook/workbook.ts';
import { classifyRow, type ClassifiedRow, type TableShape } from './classify.ts';
import { checkColumns, mapColumns } from './columns.ts';
import type { SheetContext } from './context.ts';
import { createGrid, type Grid } from './grid.ts';
import { findHeader, type Header } from './header.ts';
import { headingsFor, type HeadingWords } from './headings.ts';
import { importLedger, type ImportedRows } from './ledger-import.ts';
import { specOf } from './ledger-row.ts';
import { moneyUnitIn, type MoneyUnit } from './money-unit.ts';
import { masked } from './private-text.ts';
import { importRegister } from './register-import.ts';
import { noteDoubts } from './doubts.ts';
import { createSession, type Session } from './session.ts';
import { titleFacts, type TitleFacts } from './title.ts';
import type {
  Answers,
  ImportChoices,
  ImportColumn,
  ImportCounts,
  ImportPreview,
  ImportProblem,
  ImportProfile,
  ImportRow,
  RowFate,
  SheetSummary,
} from './types.ts';

const DEFAULT_UNIT: MoneyUnit = '万元';

interface Layout {
  readonly sheet: Sheet;
  readonly grid: Grid;
  readonly profile: ImportProfile;
  readonly words: HeadingWords;
  readonly header: Header;
  /** Columns whose heading is known. */
  readonly score: number;
}

/** Registers that a table may hold; the product's own keep their ways in. */
const tableRegisters = (): readonly RegisterName[] =>
  (Object.keys(REGISTERS) as RegisterName[]).filter((name) => !registerNamed(name).system);

function layoutAs(
  ledger: Ledger,
  sheet: Sheet,
  grid: Grid,
  profile: ImportProfile,
  choices: ImportChoices,
): Layout | null {
  const words = headingsFor(profile, ledger, choices.template?.columns);
  const header = findHeader(grid, words);
  if (!header) return null;
  const fields = new Set(header.levels.map(words.fieldOf).filter((field) => field !== null));
  return { sheet, grid, profile, words, header, score: fields.size };
}

/** The layout of a sheet in which most headings are known; the ledger's own where it is as good as another. */
function layoutOf(ledger: Ledger, sheet: Sheet, choices: ImportChoices): Layout | null {
  const profile = choices.profile ?? choices.template?.profile;
  const grid = createGrid(sheet);
  const profiles = profile === undefined ? (['ledger', ...tableRegisters()] as const) : [profile];
  let best: Layout | null = null;
  for (const each of profiles) {
    const layout = layoutAs(ledger, sheet, grid, each, choices);
    if (layout && (!best || layout.score > best.score)) best = layout;
  }
  return best;
}

const summaries = (workbook: Workbook, chosen: Sheet | undefined): readonly SheetSummary[] =>
  workbook.sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden,
    rows: sheet.rows.length,
    chosen: sheet === chosen,
  }));

/** The sheet that was chosen; otherwise the visible one whose figures are the latest, of several the first. */
function chooseLayout(workbook: Workbook, ledger: Ledger, choices: ImportChoices): Result<Layout, ImportProblem> {
  const problem = (code: ImportProblem['code']): Result<Layout, ImportProblem> =>
    fail({ code, sheets: summaries(workbook, undefined) });
  if (workbook.sheets.length === 0) return problem('NO_SHEET');
  if (choices.sheet !== undefined) {
    const sheet = workbook.sheets.find(({ name }) => name === choices.sheet);
    if (!sheet) return problem('UNKNOWN_SHEET');
    const layout = layoutOf(ledger, sheet, choices);
    return layout ? ok(layout) : problem('HEADER_NOT_FOUND');
  }
  let best: { readonly layout: Layout; readonly asOf: string } | null = null;
  for (const sheet of workbook.sheets) {
    if (sheet.hidden) continue;
    const layout = layoutOf(ledger, sheet, choices);
    if (!layout) continue;
    const asOf = titleFacts(layout.grid, layout.header).asOf ?? '';
    if (!best || asOf > best.asOf) best = { layout, asOf };
  }
  return best ? ok(best.layout) : problem('HEADER_NOT_FOUND');
}

const isSecret = (profile: ImportProfile): ((field: string) => boolean) =>
  profile === 'ledger'
    ? (field) => specOf(field)?.reading === 'phone'
    : (field) => registerNamed(profile).fields[field]?.secret ?? false;

const NAME_FIELDS: Readonly<Record<string, true>> = { name: true, code: true };

function shapeOf(
  profile: ImportProfile,
  header: Header,
  columns: readonly ImportColumn[],
  facts: TitleFacts,
): TableShape {
  const isName = (field: string | null): boolean => {
    if (field === null) return false;
    return profile === 'ledger' ? NAME_FIELDS[field] === true : field === registerNamed(profile).title;
  };
  return {
    header,
    nameColumns: columns
      .filter(({ field }) => isName(field))
      .sort((a) => (a.field === 'name' ? -1 : 1))
      .map(({ index }) => index),
    seqColumn: columns.find(({ field }) => field === 'seq')?.index ?? null,
    titleLines: facts.lines,
  };
}

function classify(grid: Grid, shape: TableShape, plain: boolean): readonly ClassifiedRow[] {
  const rows: ClassifiedRow[] = [];
  for (let row = shape.header.bottom + 1; row < grid.height; row += 1) {
    const classified = classifyRow(grid, row, shape);
    // In a plain table a record may be called whatever it likes.
    rows.push(
      plain && classified.kind !== 'blank' && classified.kind !== 'repeatedHeader' ? { row, kind: 'data' } : classified,
    );
  }
  return rows;
}

/** A year that was chosen, stated or, failing that, the one that the settings are about; asked where there is none. */
function yearFor(ledger: Ledger, choices: ImportChoices, facts: TitleFacts, session: Session): number | null {
  if (choices.year !== undefined) return choices.year;
  if (facts.year !== null) return facts.year;
  const settings = settingsOf(ledger);
  if (settings) {
    session.check({ code: 'YEAR_ASSUMED', severity: 'warning', found: String(settings.year) });
    return settings.year;
  }
  const question = {
    id: 'YEAR_UNKNOWN',
    code: 'YEAR_UNKNOWN',
    rows: [],
    parameters: {},
    options: [],
    allowFree: true,
  } as const;
  return session.ask(question, (answer) => (/^(?:19|20|21)\d{2}$/.test(answer) ? Number(answer) : undefined)) ?? null;
}

const FIGURES = ['completedYtd', 'completedMonth'];

/** The cut-off that was chosen or stated; asked where the sheet has figures that need one. */
function cutOffFor(
  ledger: Ledger,
  choices: ImportChoices,
  facts: TitleFacts,
  year: number | null,
  columns: readonly ImportColumn[],
  session: Session,
): IsoDate | null {
  if (choices.asOf !== undefined) return choices.asOf;
  if (facts.asOf !== null) return facts.asOf;
  const settings = settingsOf(ledger);
  if (!columns.some(({ field }) => field !== null && FIGURES.includes(field))) return settings?.asOf ?? null;
  const ends = Array.from({ length: 12 }, (_, month) =>
    endOfMonth(`${year}-${String(month + 1).padStart(2, '0')}` as IsoMonth),
  );
  const dates = [...new Set([...(settings ? [settings.asOf] : []), ...(year === null ? [] : ends)])];
  const options = dates.map((value) => ({ value, label: { zh: value, en: value } }));
  return (
    session.ask(
      { id: 'AS_OF_UNKNOWN', code: 'AS_OF_UNKNOWN', rows: [], parameters: {}, options, allowFree: true },
      (answer) => parseDate(answer) ?? undefined,
    ) ?? null
  );
}

function unitsFor(
  header: Header,
  choices: ImportChoices,
  facts: TitleFacts,
  session: Session,
  hasMoney: boolean,
): { readonly unit: MoneyUnit; readonly of: (column: number) => MoneyUnit } {
  const own = header.levels.map(
    (levels) =>
      [...levels]
        .reverse()
        .map(moneyUnitIn)
        .find((unit) => unit !== null) ?? null,
  );
  const stated = choices.moneyUnit ?? facts.moneyUnit ?? choices.template?.moneyUnit;
  if (stated === undefined && hasMoney && own.every((unit) => unit === null)) {
    session.check({ code: 'MONEY_UNIT_ASSUMED', severity: 'warning', found: DEFAULT_UNIT });
  }
  const unit = stated ?? own.find((each) => each !== null) ?? DEFAULT_UNIT;
  return { unit, of: (column) => own[column] ?? unit };
}

const holdsMoney = (profile: ImportProfile, { field }: ImportColumn): boolean =>
  field !== null &&
  (profile === 'ledger' ? specOf(field)?.reading === 'amount' : registerNamed(profile).fields[field]?.kind === 'yuan');

function noteRows(context: SheetContext): void {
  const hidden = new Set(context.grid.sheet.hiddenRows);
  for (const { row, kind } of context.rows) {
    if (hidden.has(row) && kind !== 'blank') context.session.note(row, undefined, { code: 'HIDDEN_ROW' });
    if (kind === 'repeatedHeader') context.session.note(row, undefined, { code: 'REPEATED_HEADER' });
    if (kind === 'total' || kind === 'subtotal' || kind === 'section')
      context.session.note(row, undefined, { code: 'ROW_TOTAL' });
  }
}

function fateOf(
  session: Session,
  { row, kind }: ClassifiedRow,
  { writes, records }: ImportedRows,
  main: RegisterName,
): RowFate {
  if (kind !== 'data' || session.isSkipped(row)) return 'skip';
  if (session.isBlocked(row)) return 'blocked';
  if (!records.has(row)) return 'skip';
  if (writes.creates(row, main)) return 'create';
  return writes.changesOf(row).length > 0 ? 'update' : 'same';
}

function shownRows(context: SheetContext, imported: ImportedRows, main: RegisterName): readonly ImportRow[] {
  return context.rows.map((classified) => {
    const { row, kind, caption } = classified;
    const record = imported.records.get(row);
    const name = record?.name ?? imported.names?.get(row) ?? caption;
    return {
      row: row + 1,
      kind,
      fate: fateOf(context.session, classified, imported, main),
      ...(name === undefined ? {} : { name: masked(name) }),
      ...(record ? { register: main, record: record.id } : {}),
      notes: context.session.notesOf(row),
      changes: imported.writes.changesOf(row),
    };
  });
}

/** Titles of the records that changes name, in the ledger or among the new ones. */
function namesIn(ledger: Ledger, rows: readonly ImportRow[]): Readonly<Record<string, string>> {
  const names: Record<string, string> = {};
  const remember = (register: string, value: unknown): void => {
    if (typeof value !== 'string' || !isRegisterName(register)) return;
    const record = ledger.tables[register].get(value) as unknown as Values | undefined;
    const title = record?.[registerNamed(register).title];
    if (typeof title === 'string') names[`${register}/${value}`] ??= title;
  };
  for (const change of rows.flatMap(({ changes }) => changes)) {
    const declared = registerNamed(change.register);
    if ('secret' in change) continue;
    if (change.field === declared.title && typeof change.to === 'string')
      names[`${change.register}/${change.record}`] = change.to;
    const target = declared.fields[change.field]?.target;
    if (target === undefined) continue;
    for (const value of [change.from, change.to].flat()) remember(target, value);
  }
  return names;
}

function countsOf(rows: readonly ImportRow[], session: Session): ImportCounts {
  const count = (fate: RowFate): number => rows.filter((row) => row.fate === fate && row.kind === 'data').length;
  const noted = rows.flatMap(({ notes }) => notes).filter(({ severity }) => severity === 'warning').length;
  return {
    rows: rows.length,
    data: rows.filter(({ kind }) => kind === 'data').length,
    create: count('create'),
    update: count('update'),
    same: count('same'),
    skip: count('skip'),
    blocked: count('blocked'),
    openQuestions: session.openCount(),
    warnings: noted + session.checks().filter(({ severity }) => severity === 'warning').length,
  };
}

function images(context: SheetContext, { records }: ImportedRows, main: RegisterName): ImportPreview['images'] {
  return context.grid.sheet.images.map(({ row, column, type }, index) => {
    const record = main === 'projects' ? records.get(row) : undefined;
    context.session.note(row, column, { code: 'EMBEDDED_IMAGE' });
    return { index, type, row: row + 1, column, ...(record ? { record: record.id, name: record.name } : {}) };
  });
}

/**
 * What an import of a workbook would do: every row's fate, every transformation with its code, what only a person can
 * decide, and the writes once nothing is open. What equals the ledger makes no write.
 * @param choices the sheet, the columns, the circumstances and the answers that were given so far.
 */
export function prepareImport(
  workbook: Workbook,
  ledger: Ledger,
  choices: ImportChoices,
): Result<ImportPreview, ImportProblem> {
  const chosen = chooseLayout(workbook, ledger, choices);
  if (!chosen.ok) return chosen;
  const { sheet, grid, profile, words, header } = chosen.value;
  const answers: Answers = { ...choices.template?.answers, ...choices.answers };
  const session = createSession(answers);
  const facts = titleFacts(grid, header);
  const columns = mapColumns(grid, header, words, choices, isSecret(profile));
  checkColumns(columns, header, words, session);
  // A plain table says in its own columns what it is about.
  const isLedger = profile === 'ledger';
  const year = isLedger ? yearFor(ledger, choices, facts, session) : (settingsOf(ledger)?.year ?? null);
  const asOf = isLedger ? cutOffFor(ledger, choices, facts, year, columns, session) : null;
  const units = unitsFor(
    header,
    choices,
    facts,
    session,
    columns.some((column) => holdsMoney(profile, column)),
  );
  const shape = shapeOf(profile, header, columns, facts);
  const fallbackYear = year ?? (asOf ? yearOf(asOf) : 2000);
  const context: SheetContext = {
    ledger,
    grid,
    header,
    columns,
    rows: classify(grid, shape, !isLedger),
    session,
    title: facts.title,
    year: fallbackYear,
    asOf: asOf ?? (`${fallbackYear}-01-01` as IsoDate),
    unitOf: units.of,
    typed: workbook.format === 'xlsx' || workbook.format === 'xls',
    guarded: workbook.format === 'csv',
  };
  noteRows(context);
  const main = profile === 'ledger' ? ('projects' as const) : profile;
  const imported = profile === 'ledger' ? importLedger(context) : importRegister(context, profile);
  // The ledger's own layout has its own comparisons.
  if (!isLedger) noteDoubts(context, imported);
  const pictures = images(context, imported, main);
  const rows = shownRows(context, imported, main);
  return ok({
    sheets: summaries(workbook, sheet),
    profile,
    title: masked(facts.title),
    year,
    asOf,
    moneyUnit: units.unit,
    header: { top: header.top + 1, bottom: header.bottom + 1 },
    columns,
    fields: words.fields,
    rows,
    questions: session.questions(),
    checks: session.checks(),
    images: pictures,
    quarantined: session.quarantined(),
    names: namesIn(ledger, rows),
    counts: countsOf(rows, session),
    requests: session.openCount() > 0 ? null : imported.writes.requests(),
  });
}
