import { beforeAll, describe, expect, it } from 'vitest';
import { boardContext } from '../../core/boards/board.ts';
import { prepareImport } from '../../core/import/prepare.ts';
import type { ImportChoices, ImportPreview } from '../../core/import/types.ts';
import { valuesOf, type Ledger } from '../../core/ledger/ledger.ts';
import { registerNamed, type Project, type RegisterName } from '../../core/registers/index.ts';
import type { Workbook } from '../../core/workbook/workbook.ts';
import type { ChangeRequest } from '../../server/changes/changes.ts';
import { writeLedger } from '../../server/exports/exports.ts';
import { readWorkbook } from '../../server/workbooks/workbooks.ts';
import { PERMITS, REPEATED_HEADER } from '../support/dirty-cases.ts';
import { dirtyWorkbook } from '../support/dirty-workbook.ts';
import { commit, uploaded } from '../server/imports/import-client.ts';
import { openOffice } from '../support/http-client.ts';
import { demoLedger, ledgerWith } from '../support/ledger.ts';

/** The one project that the ledger has already: its row must be recognised although its name is written otherwise. */
const KNOWN = 'KP2017-012';
const AS_OF = '2017-12-31';

const demo = demoLedger();
const dirty = dirtyWorkbook();

const recreated = (register: RegisterName, keep: (record: { readonly id: string }) => boolean = () => true) =>
  [...demo.tables[register].values()].filter(keep).map((record): ChangeRequest => {
    const values = valuesOf(registerNamed(register), record);
    return { kind: 'create', register, record: record.id, values };
  });

/** The demo's settings, schemes, units and leaders, one of its projects up to November, and the permits that the sheet names. */
function requestsBefore(): readonly ChangeRequest[] {
  const plans = new Set([...demo.tables.plans.values()].flatMap(({ id, project }) => (project === KNOWN ? [id] : [])));
  const reports = new Set(
    [...demo.tables.reports.values()].flatMap(({ id, project, asOf }) =>
      project === KNOWN && asOf < AS_OF ? [id] : [],
    ),
  );
  const items = PERMITS.map((name, at): ChangeRequest => {
    const values = { name, itemOrder: at + 1, authority: 'district', limitDays: 1 };
    return { kind: 'create', register: 'permitItems', record: `item-${at + 1}`, values };
  });
  return [
    ...recreated('schemes'),
    ...recreated('settings'),
    ...recreated('units'),
    ...recreated('leaders'),
    ...recreated('projects', ({ id }) => id === KNOWN),
    ...recreated('plans', ({ id }) => plans.has(id)),
    ...recreated('reports', ({ id }) => reports.has(id)),
    ...items,
  ];
}

const before = ledgerWith(requestsBefore());
let workbook: Workbook;

beforeAll(async () => {
  const read = await readWorkbook(dirty.bytes, '台账(最终版)(2).xlsx');
  if (!read.ok) throw new Error(read.problem);
  workbook = read.value;
});

function preview(ledger: Ledger, choices: ImportChoices = {}): ImportPreview {
  const prepared = prepareImport(workbook, ledger, choices);
  if (!prepared.ok) throw new Error(prepared.problem.code);
  return prepared.value;
}

const importedInto = (ledger: Ledger): Ledger => {
  const { requests, questions } = preview(ledger, { answers: dirty.answers });
  if (!requests) throw new Error(JSON.stringify(questions.filter(({ answer }) => answer === undefined)));
  return ledgerWith(requests, ledger);
};

/** Whether a preview has a code in a row (as spreadsheets count), at the column's letters where it names a column. */
function says({ rows, checks, columns }: ImportPreview, code: string, row: number, letters: string): boolean {
  const isThere = (column: number | undefined): boolean =>
    column === undefined || letters === '' || columns[column]?.letter === letters;
  const notes = rows.filter((each) => each.row === row).flatMap((each) => each.notes);
  const found = [...notes, ...checks.filter((each) => each.row === row)];
  return found.some((each) => each.code === code && isThere(each.column));
}

/** The fields of a project that the sheet has a column for. */
const TOLD = [
  'name',
  'keyLevel',
  'sector',
  'plannedStartInYear',
  'carriedOver',
  'plannedCompletionInYear',
  'lifecycle',
  'content',
  'totalInvestmentYuan',
  'investedBeforeYuan',
  'plannedStart',
  'actualStart',
  'plannedFinish',
  'actualFinish',
  'physicalProgress',
  'responsiblePerson',
  'remark',
] as const;

/** What the sheet can say of a project, references by name; projects are compared by name, as numbers are not in it. */
function toldOf(ledger: Ledger, project: Project) {
  const { tables } = ledger;
  const values = valuesOf(registerNamed('projects'), project);
  const told = Object.fromEntries(TOLD.map((field) => [field, values[field]]));
  const plan = [...tables.plans.values()].filter((each) => each.project === project.id);
  const report = [...tables.reports.values()].find((each) => each.project === project.id && each.asOf === AS_OF);
  const milestones = [...tables.milestones.values()]
    .filter((each) => each.project === project.id && each.dueOn.startsWith('2017'))
    .map(({ name, dueOn }) => `${dueOn} ${name}`)
    .sort();
  return {
    ...told,
    leadUnit: tables.units.get(project.leadUnit)?.name,
    sponsorLeader: tables.leaders.get(project.sponsorLeader ?? '')?.name,
    supportUnits: project.supportUnits?.map((id) => tables.units.get(id)?.name),
    plans: plan.map(({ year, amountYuan }) => [year, amountYuan]),
    report: report && [report.completedYtdYuan, report.state],
    milestones,
  };
}

const toldByName = (ledger: Ledger) =>
  Object.fromEntries([...ledger.tables.projects.values()].map((project) => [project.name, toldOf(ledger, project)]));

/** What the dirt really changes: a support unit, a remark, and a figure that is only warned of. */
const CONSEQUENCES: Readonly<Record<string, object>> = {
  集中供热管网工程: { supportUnits: ['柳园乡'] },
  滨河生态廊道项目: { remark: '现场联系***' },
  职业教育实训基地项目: { investedBeforeYuan: 200_000_000 },
};

const clean = () =>
  Object.fromEntries(
    Object.entries(toldByName(demo)).map(([name, told]) => [name, { ...told, ...CONSEQUENCES[name] }]),
  );

describe('the dirty workbook', () => {
  it('shows every one of the 30 cases in the preview, each where it stands', () => {
    const shown = preview(before, { answers: dirty.answers });
    const numbers = [...new Set([...dirty.cases.map(({ number }) => number), REPEATED_HEADER.number])];
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
    const missing = dirty.cases.flatMap(({ number, codes, cell, rows }) => {
      const letters = cell.replace(/\d+$/, '');
      return codes
        .filter((code) => !rows.some((row) => says(shown, code, row, letters)))
        .map((code) => `case ${number}: ${code} at ${cell}`);
    });
    expect(missing).toEqual([]);
    const repeated = shown.rows.filter(({ notes }) => notes.some(({ code }) => code === REPEATED_HEADER.codes[0]));
    expect(repeated.map(({ kind }) => kind)).toEqual(Array.from({ length: 3 }, () => 'repeatedHeader'));
  });

  it('asks exactly what only a person can decide', () => {
    const { questions, requests } = preview(before);
    expect(questions.map(({ id }) => id).sort()).toEqual(Object.keys(dirty.answers).sort());
    expect(requests).toBeNull();
  });

  it('imports to the clean ledger once that is answered', () => {
    expect(toldByName(importedInto(before))).toEqual(clean());
  });

  it('keeps telephone numbers out of everything but the secret field', () => {
    const shown = preview(before, { answers: dirty.answers });
    const { requests, ...told } = shown;
    expect(shown.quarantined).toBe(3);
    expect(JSON.stringify(told)).not.toMatch(/1380000000/);
    const holders = (requests ?? []).filter((request) => JSON.stringify(request.values).includes('1380000000'));
    expect(holders).toHaveLength(3);
    for (const { values } of holders) {
      const { liaisonPhone, ...others } = values;
      expect([liaisonPhone, JSON.stringify(others)]).toEqual([
        expect.stringMatching(/^1380000000\d$/),
        expect.not.stringContaining('1380000000'),
      ]);
    }
  });

  it('says nothing new when it comes a second time', () => {
    const after = importedInto(before);
    const again = preview(after, { answers: dirty.answers });
    expect(again.counts).toMatchObject({ create: 0, blocked: 0, openQuestions: 0 });
    expect(again.requests).toEqual([]);
  });

  it('goes the whole way: handed in, answered, confirmed, and handed out again without a change', async () => {
    const office = await openOffice({ requests: requestsBefore() });
    const editor = await office.as('editor');
    const id = await uploaded(editor, new Uint8Array(dirty.bytes));
    expect((await commit(editor, id)).body.code).toBe('questions-open');
    expect((await editor.patch(`/api/imports/${id}`, { answers: dirty.answers })).status).toBe(200);
    expect((await commit(editor, id, { reason: '12月台账' })).status).toBe(200);
    const ledger = office.parts.changes.ledger();
    expect(toldByName(ledger)).toEqual(clean());
    const context = boardContext(ledger);
    const bytes = context ? await writeLedger(context) : new Uint8Array();
    const again = await uploaded(editor, new Uint8Array(bytes));
    const { preview: shown } = (await editor.get(`/api/imports/${again}`)).body;
    expect(shown).toMatchObject({ questions: [], counts: { data: 42, same: 42, create: 0, update: 0 } });
    await office.parts.imports.close();
  });
});
