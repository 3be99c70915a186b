import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../../core/measures/index.ts';
import { boardContext } from '../../../core/boards/board.ts';
import { compareScores } from '../../../core/schemes/compare.ts';
import { explain, type ExplainNode } from '../../../core/schemes/explain.ts';
import { SCHEME_A } from '../../../core/schemes/scheme-a.ts';
import { score } from '../../../core/schemes/score.ts';
import { scoresAt } from '../../../core/schemes/scores-at.ts';
import { fraction, fractionText, subtract, sumOf } from '../../../core/exact.ts';
import type { IsoDate } from '../../../core/time.ts';
import { demoLedger } from '../../support/ledger.ts';

const YEAR_END = '2017-12-31' as IsoDate;
const demo = demoLedger();

const scoresOf = (id: string) => {
  const scores = scoresAt(demo, id, YEAR_END);
  if (!scores) throw new Error(`no scheme ${id}`);
  return scores;
};

const treeOf = (scheme: string, unit: string): ExplainNode => {
  const tree = explain(demo, scoresOf(scheme), unit);
  if (!tree) throw new Error(`${unit} is not assessed`);
  return tree;
};

const all = (node: ExplainNode): readonly ExplainNode[] => [node, ...(node.children ?? []).flatMap(all)];
const child = (node: ExplainNode | undefined, key: string) => node?.children?.find((each) => each.key === key);
const valueOf = (node: ExplainNode) => {
  const [above, below] = (node.exact ?? '').split('/');
  return fraction(BigInt(above ?? ''), BigInt(below ?? '')) ?? { numerator: 0n, denominator: 1n };
};

describe('the explanation of a score', () => {
  it('leads from the total by part, item and measure to the reports', () => {
    const tree = treeOf('scheme-a', 'unit-03');
    expect(tree).toMatchObject({ kind: 'total', value: '88.42', asOf: YEAR_END, detail: { zh: '第3名' } });
    const item = child(child(tree, 'base'), 'A1');
    expect(item).toMatchObject({ kind: 'item', value: '25.00', max: '25', state: 'scored', calculation: '160 ⇒ 25' });
    const [measure] = item?.children ?? [];
    expect(measure).toMatchObject({
      kind: 'measure',
      measure: 'investmentCompletionRate',
      value: '160.0',
      above: 800_000_000,
      below: 500_000_000,
      detail: { zh: expect.stringContaining(MEASURES.investmentCompletionRate.formula.zh) },
    });
    expect(measure?.children).toContainEqual(
      expect.objectContaining({ kind: 'source', register: 'reports', side: 'numerator' }),
    );
  });

  it('has parts that add up to the total, for every unit of both schemes', () => {
    for (const scheme of ['scheme-a', 'scheme-b']) {
      for (const unit of scoresOf(scheme).byUnit.keys()) {
        const tree = treeOf(scheme, unit);
        const parts = (tree.children ?? []).filter(({ kind }) => kind === 'part');
        expect(subtract(valueOf(tree), sumOf(parts.map(valueOf))).numerator).toBe(0n);
      }
    }
  });

  it('has sources that add up to what stands above and below the line', () => {
    let checked = 0;
    for (const unit of scoresOf('scheme-a').byUnit.keys()) {
      for (const node of all(treeOf('scheme-a', unit))) {
        if (node.kind !== 'measure' || node.above === undefined || node.more !== undefined) continue;
        const sum = (side: string) =>
          (node.children ?? [])
            .filter((each) => each.side === side || each.side === 'both')
            .reduce((total, { value }) => total + Number(value), 0);
        expect([node.measure, unit, sum('numerator'), sum('denominator')]).toEqual([
          node.measure,
          unit,
          node.above,
          node.below,
        ]);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(100);
  });

  it('has keys that are unique among neighbours, and a record under every source', () => {
    for (const node of all(treeOf('scheme-b', 'unit-06'))) {
      const keys = (node.children ?? []).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
    const ofRecords = all(treeOf('scheme-b', 'unit-06')).filter(({ kind }) =>
      ['source', 'project', 'entry'].includes(kind),
    );
    expect(ofRecords.length).toBeGreaterThan(10);
    for (const { register, record } of ofRecords) expect(demo.tables[register ?? 'units'].has(record ?? '')).toBe(true);
  });

  it('shows projects line by line, and entries made by hand', () => {
    const tree = treeOf('scheme-b', 'unit-06');
    const kinds = new Set(all(tree).map(({ kind }) => kind));
    expect(kinds).toContain('project');
    expect(kinds).toContain('line');
    expect(all(tree).find(({ kind }) => kind === 'entry')).toMatchObject({
      label: { zh: '承办2017年第一批重点项目集中开工' },
      register: 'scoreEntries',
    });
  });

  it('says why an item without a base has the points that it has', () => {
    const item = child(child(treeOf('scheme-a', 'unit-03'), 'base'), 'A4');
    expect(item).toMatchObject({ state: 'notApplicable', detail: { en: expect.stringContaining('left out') } });
  });

  it('says which profile holds, and where only the year is judged', () => {
    const nodes = all(treeOf('scheme-a', 'unit-09'));
    expect(nodes.find(({ key }) => key === 'base')).toMatchObject({
      detail: { zh: expect.stringContaining('department') },
    });
    const permits = nodes.find(({ kind, measure }) => kind === 'measure' && measure === 'approvalOnTimeRate');
    const { inYear } = MEASURES.approvalOnTimeRate;
    expect(permits).toMatchObject({ period: 'year', detail: { zh: expect.stringContaining(inYear?.zh ?? '—') } });
    const rate = nodes.find(({ measure }) => measure === 'investmentCompletionRate');
    expect(rate).not.toHaveProperty('period');
  });

  it('is null for a unit that is not assessed', () => {
    expect(explain(demo, scoresOf('scheme-a'), 'nobody')).toBeNull();
  });
});

describe('one scheme against another', () => {
  it('puts rank, score and items of both beside each other', () => {
    const rows = compareScores(scoresOf('scheme-a'), scoresOf('scheme-b'));
    const first = rows.find(({ unit }) => unit === 'unit-03');
    // Last of five by points per project, 134.00 of which 0 by hand.
    expect(first?.after?.rank).toBe(5);
    expect(first?.before?.rank).toBe(3);
    expect(fractionText(first?.after?.total ?? valueOf(treeOf('scheme-a', 'unit-03')), 2)).toBe('134.00');
    expect(first?.items.find(({ id }) => id === 'A1')).toMatchObject({ before: { numerator: 25n } });
    expect(first?.items.find(({ id }) => id === 'A1')).not.toHaveProperty('after');
  });

  it('finds no difference between a scheme and itself, and the item that was changed', () => {
    const same = compareScores(scoresOf('scheme-a'), scoresOf('scheme-a'));
    expect(
      same.every(
        ({ difference, items }) =>
          difference?.numerator === 0n && items.every((each) => each.difference.numerator === 0n),
      ),
    ).toBe(true);
    const context = boardContext(demo, YEAR_END);
    if (!context) throw new Error('no settings');
    const changed = SCHEME_A.items.map((item) =>
      item.id === 'A13' ? { ...item, max: { main: 8, department: 8 } } : item,
    );
    const other = score(context, { ...SCHEME_A, items: changed }, { name: '年度综合考核办法（百分制）' });
    const differing = new Set(
      compareScores(scoresOf('scheme-a'), other).flatMap(({ items }) =>
        items.filter(({ difference }) => difference.numerator !== 0n).map(({ id }) => id),
      ),
    );
    expect([...differing]).toEqual(['A13']);
  });
});
