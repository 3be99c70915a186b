import { describe, expect, it } from 'vitest';
import { checksOf } from '../../../core/editions/checks.ts';
import { buildPackage, type EditionPackage } from '../../../core/editions/package.ts';
import type { Finding } from '../../../core/editions/finding.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import type { ChangeRequest } from '../../../server/changes/changes.ts';
import { demoLedger, ledgerWith } from '../../support/ledger.ts';

const edition = (asOf: string): ChangeRequest => ({
  kind: 'create',
  register: 'editions',
  record: 'e1',
  values: {
    year: Number(asOf.slice(0, 4)),
    number: 1,
    correction: 0,
    title: '第1期',
    rhythm: 'weekly',
    asOf,
    state: 'collecting',
    round: 0,
    stages: 0,
  },
});

const packageIn = (ledger: Ledger): EditionPackage => {
  const record = ledger.tables.editions.get('e1');
  const content = record && buildPackage(ledger, record);
  if (!content) throw new Error('there is a package');
  return content;
};

const DEMO = ledgerWith([edition('2017-05-31')], demoLedger());

const errors = (findings: readonly Finding[]): readonly string[] => [
  ...new Set(findings.filter(({ level }) => level === 'error').map(({ code }) => code)),
];

/** The demo's package with one value changed, wherever a member of that name first holds the wanted kind of value. */
function tampered(change: (slide: { kind: string; data: never }) => void): readonly string[] {
  const content = structuredClone(packageIn(DEMO));
  for (const { slides } of Object.values(content.playlists)) {
    for (const slide of Object.values(slides)) change(slide as unknown as { kind: string; data: never });
  }
  return errors(checksOf(DEMO, content));
}

type Row = {
  rank?: number;
  projects: number;
  plan: { yuan: number; text: string };
  completed: { yuan: number; text: string };
  rate: { text: string; exact: string };
  variance: { text: string };
};

const firstRow = (slide: { kind: string; data: { rows?: Record<string, Row & { order: number }> } }): Row | undefined =>
  slide.kind === 'unitRanking' ? Object.values(slide.data.rows ?? {}).find(({ order }) => order === 0) : undefined;

describe('the cross-check of an edition', () => {
  it.each(['2017-01-31', '2017-05-31', '2017-08-15', '2017-12-31'])(
    'finds no error in the demo ledger at %s',
    (asOf) => {
      const ledger = ledgerWith([edition(asOf)], demoLedger());
      expect(checksOf(ledger, packageIn(ledger)).filter(({ level }) => level === 'error')).toEqual([]);
    },
  );

  const FAULTS: readonly (readonly [string, (row: Row) => void, readonly string[]])[] = [
    [
      'a sum',
      (row) => (row.completed = { yuan: row.completed.yuan + 10_000, text: row.completed.text }),
      ['total', 'exact-rate'],
    ],
    ['a count', (row) => (row.projects += 1), ['count']],
    ['an exact rate', (row) => (row.rate.exact = '1/3'), ['exact-rate']],
    ['a printed rate', (row) => (row.rate.text = '12.3'), ['shown-rate']],
    ['a variance', (row) => (row.variance.text = '+99.9'), ['variance']],
    ['a rank', (row) => (row.rank = 2), ['rank']],
    ['a missing rank', (row) => delete row.rank, ['rank']],
    ['a printed amount', (row) => (row.plan.text = '9999.99'), ['total']],
  ];

  it.each(FAULTS)('finds that %s is wrong', (_what, spoil, codes) => {
    const found = tampered((slide) => {
      const row = firstRow(slide);
      if (row) spoil(row);
    });
    expect(found).toEqual(expect.arrayContaining([...codes]));
  });

  it('finds what is printed as complete without being so', () => {
    const found = tampered((slide) => {
      const row = firstRow(slide);
      if (!row) return;
      row.plan.yuan = 10_000_000_000;
      row.plan.text = '100.00';
      row.completed.yuan = 9_996_000_000;
      row.completed.text = '99.96';
      row.rate.exact = `${row.completed.yuan}/${row.plan.yuan}`;
      row.rate.text = '100.0';
    });
    expect(found).toContain('rounded-up');
  });

  it('doubts figures that nobody verified, and projects without a plan that raise the rate', () => {
    const [report] = [...DEMO.tables.reports.values()].filter(({ asOf }) => asOf === '2017-05-31');
    const [plan] = [...DEMO.tables.plans.values()].filter(({ project }) => project !== report?.project);
    if (!report || !plan) throw new Error('the demo has reports and plans');
    const ledger = ledgerWith(
      [
        { kind: 'update', register: 'settings', record: 'settings', values: { showReported: true } },
        { kind: 'update', register: 'reports', record: report.id, values: { state: 'submitted' } },
        { kind: 'delete', register: 'plans', record: plan.id },
      ],
      DEMO,
    );
    const warnings = checksOf(ledger, packageIn(ledger)).filter(({ level }) => level === 'warning');
    expect(warnings).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ code: 'unverified', rows: [report.project] }),
        expect.objectContaining({ code: 'no-plan', rows: [plan.project] }),
      ]),
    );
  });

  it('refuses an as-of date in another year than the settings have', () => {
    const ledger = ledgerWith([edition('2018-01-31')], demoLedger());
    expect(errors(checksOf(ledger, packageIn(ledger)))).toEqual(['other-year']);
  });
});

const baselines = (of: Ledger): readonly unknown[] =>
  Object.values(packageIn(of).playlists).flatMap(({ slides }) =>
    Object.values(slides).flatMap((slide) => (slide.kind === 'unitRanking' ? [slide.data.baseline] : [])),
  );

it('takes a hash for a hash, also one whose digits look like a telephone number', () => {
  const content = `${'a'.repeat(40)}13812345678${'b'.repeat(13)}`;
  const ledger = ledgerWith(
    [{ kind: 'update', register: 'editions', record: 'e1', values: { state: 'frozen', content } }],
    DEMO,
  );
  expect(ledger.tables.editions.get('e1')?.content).toBe(content);
});

describe('the package', () => {
  it('compares ranks with the edition before, where the year has one', () => {
    const onAir: ChangeRequest = {
      kind: 'update',
      register: 'editions',
      record: 'e0',
      values: { state: 'onAir', onAirAt: 1 },
    };
    const { values } = edition('2017-05-10') as { values: object };
    const before: ChangeRequest = {
      kind: 'create',
      register: 'editions',
      record: 'e0',
      values: { ...values, number: 9 },
    };
    const ledger = ledgerWith([before, onAir, edition('2017-05-31')], demoLedger());
    expect(new Set(baselines(ledger))).toEqual(new Set(['2017-05-10']));
    expect(new Set(baselines(DEMO))).toEqual(new Set(['2017-04-30']));
  });
});
