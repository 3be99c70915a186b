import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registerTable } from '../../../core/export/register-table.ts';
import { prepareImport } from '../../../core/import/prepare.ts';
import type { ImportPreview } from '../../../core/import/types.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { registerNamed, REGISTERS, type RegisterName } from '../../../core/registers/index.ts';
import type { Table, TableValue } from '../../../core/workbook/table.ts';
import type { Workbook } from '../../../core/workbook/workbook.ts';
import { readFile } from '../../../server/workbooks/read-file.ts';
import { WORKBOOK_LIMITS, writeCsv, writeXlsx } from '../../../server/workbooks/workbooks.ts';
import { demoLedger, ledgerWith } from '../../support/ledger.ts';
import { randomLedger } from '../../support/random-ledger.ts';

/** Ledgers that are tried; each has records in every register that a table can hold. */
const RUNS = { numRuns: 50, seed: 20_171_231 };
const MOST_RECORDS = 3;
/** Milliseconds: a file per ledger is written by a worker of its own. */
const WHILE_OTHERS_RUN = 240_000;
const FORMATS = ['xlsx', 'csv'] as const;

const PLAIN = (Object.keys(REGISTERS) as RegisterName[]).filter((name) => !registerNamed(name).system);

const read = (bytes: Uint8Array): Promise<Workbook> => readFile(bytes, 'table', WORKBOOK_LIMITS, () => undefined);

type Files = Readonly<Record<(typeof FORMATS)[number], Workbook>>;

/** Real files, read back: the sheets of one .xlsx file, each as a workbook of its own, and a .csv file each. */
async function files(tables: readonly Table[]): Promise<readonly Files[]> {
  const xlsx = await read(await writeXlsx(tables));
  const csv = await Promise.all(tables.map((table) => read(writeCsv(table))));
  return csv.map((each, at) => ({ xlsx: { ...xlsx, sheets: xlsx.sheets.slice(at, at + 1) }, csv: each }));
}

/** @param profile is found out when absent, which takes as long as there are registers. */
function imported(workbook: Workbook, ledger: Ledger, profile?: RegisterName): ImportPreview {
  const prepared = prepareImport(workbook, ledger, profile ? { profile } : {});
  if (!prepared.ok) throw new Error(prepared.problem.code);
  return prepared.value;
}

/** What an import would ask or write, and whether it knew the register; for a message that says which cell it was. */
const outcomeOf = ({ profile, requests, questions, counts }: ImportPreview) => ({
  profile,
  requests,
  open: questions.filter(({ answer }) => answer === undefined),
  same: counts.same,
});

/** An import that knows the register and finds every record as it is. */
const unchanged = (name: RegisterName, ledger: Ledger) => ({
  profile: name,
  requests: [],
  open: [],
  same: ledger.tables[name].size,
});

/** The table with another value in the first row's column. */
function changed(table: Table, heading: string, change: (value: TableValue) => TableValue): Table {
  const at = table.columns.findIndex(({ headings }) => headings[0] === heading);
  const [first, ...rest] = table.rows;
  if (!first || at < 0) throw new Error(`no row with ${heading}`);
  return { ...table, rows: [{ ...first, values: first.values.with(at, change(first.values[at] ?? null)) }, ...rest] };
}

/** The registers of the office's files that have a structured value, and which. */
const DOCUMENTED = PLAIN.flatMap((name) =>
  Object.entries(registerNamed(name).fields).flatMap(([field, { kind }]) =>
    kind === 'document' ? [[name, field] as const] : [],
  ),
);

/** The demo with every kind of document that it has none of. */
function withDocuments(): Ledger {
  const demo = demoLedger();
  // The first line of the file is the first record by id.
  const [plan = ''] = [...demo.tables.plans.keys()].sort();
  const lightRule = { basis: 'variance', steps: [{ light: 'onTime', from: -10.25, included: false }], below: 'severe' };
  const timeCurve = Array.from({ length: 12 }, (_, month) => Math.round(((month + 1) * 10_000) / 12));
  return ledgerWith(
    [
      { kind: 'update', register: 'settings', record: 'settings', values: { lightRule, timeCurve } },
      {
        kind: 'update',
        register: 'plans',
        record: plan,
        values: { amountYuan: 13_800_000_000, monthlyYuan: Array.from({ length: 12 }, () => 13_800_000_000) },
      },
    ],
    demo,
  );
}

const ofProjects = (ledger: Ledger): Table => registerTable(ledger, 'projects', { locale: 'zh' });

describe('a register that was exported', () => {
  it(
    'comes back without a change and without a question',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.gen(), async (gen) => {
          const ledger = randomLedger(gen, PLAIN, MOST_RECORDS);
          const names = PLAIN.filter((name) => ledger.tables[name].size > 0);
          const made = await files(names.map((name) => registerTable(ledger, name, { locale: 'zh' })));
          for (const [at, name] of names.entries()) {
            for (const format of FORMATS) {
              const workbook = made[at]?.[format];
              const outcome = workbook && outcomeOf(imported(workbook, ledger, name));
              expect([format, outcome]).toEqual([format, unchanged(name, ledger)]);
            }
          }
        }),
        RUNS,
      );
    },
    WHILE_OTHERS_RUN,
  );

  it.each(['zh', 'en'] as const)('is recognised by its headings in %s and is the demo ledger’s', async (locale) => {
    const ledger = demoLedger();
    const names = PLAIN.filter((name) => ledger.tables[name].size > 0);
    const made = await files(names.map((name) => registerTable(ledger, name, { locale })));
    for (const [at, name] of names.entries()) {
      for (const format of FORMATS) {
        const workbook = made[at]?.[format];
        const outcome = workbook && outcomeOf(imported(workbook, ledger));
        expect([format, outcome]).toEqual([format, unchanged(name, ledger)]);
      }
    }
  });

  it.each(['zh', 'en'] as const)('comes back with every document that it may hold, in %s', async (locale) => {
    const ledger = withDocuments();
    const tables = DOCUMENTED.map(([name]) => registerTable(ledger, name, { locale }));
    const made = await files(tables);
    for (const [at, [name, field]] of DOCUMENTED.entries()) {
      const heading = registerNamed(name).fields[field]?.label[locale] ?? '';
      const { rows = [], columns = [] } = tables[at] ?? {};
      const index = columns.findIndex(({ headings }) => headings[0] === heading);
      expect(rows.some(({ values }) => /^[[{]/.test(String(values[index])))).toBe(true);
      for (const format of FORMATS) {
        const workbook = made[at]?.[format];
        const outcome = workbook && outcomeOf(imported(workbook, ledger));
        expect([format, name, outcome]).toEqual([format, name, unchanged(name, ledger)]);
      }
    }
  });

  it('brings a document that was changed in the file, and clears one that was emptied', async () => {
    const ledger = withDocuments();
    const table = registerTable(ledger, 'plans', { locale: 'zh' });
    const heading = registerNamed('plans').fields['monthlyYuan']?.label.zh ?? '';
    const [higher, none] = await files([
      changed(table, heading, () =>
        JSON.stringify(Array.from({ length: 12 }, (_, month) => (month + 1) * 1_150_000_000)),
      ),
      changed(table, heading, () => null),
    ]);
    for (const format of FORMATS) {
      expect(higher && imported(higher[format], ledger).requests).toMatchObject([
        { kind: 'update', values: { monthlyYuan: expect.arrayContaining([1_150_000_000, 13_800_000_000]) } },
      ]);
      expect(none && imported(none[format], ledger).requests).toMatchObject([
        { kind: 'update', values: { monthlyYuan: null } },
      ]);
    }
  });

  it('comes back as exactly one update when one cell was changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        const ledger = randomLedger(gen, ['settings', 'units', 'leaders', 'projects'], MOST_RECORDS);
        fc.pre(ledger.tables.projects.size > 0);
        const table = ofProjects(ledger);
        const record = String(table.rows[0]?.values[0]);
        const total = ledger.tables.projects.get(record)?.totalInvestmentYuan ?? 0;
        const other = total === 0 ? 1 : total - 1;
        const made = await files([
          changed(table, '总投资（万元）', () => other),
          changed(table, '备注', (value) => `${value ?? ''}改`.slice(-500)),
        ]);
        for (const format of FORMATS) {
          const [amount, remark] = made.map((each) => imported(each[format], ledger).requests);
          expect(amount).toMatchObject([{ kind: 'update', record, values: { totalInvestmentYuan: other } }]);
          expect(remark).toMatchObject([{ kind: 'update', record, values: { remark: expect.stringMatching(/改$/) } }]);
        }
      }),
      { ...RUNS, numRuns: 10 },
    );
  });
});
