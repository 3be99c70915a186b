import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { boardContext, type BoardContext } from '../../../core/boards/board.ts';
import { compare, fraction, toNumber } from '../../../core/exact.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { MEASURE_IDS, type MeasureId } from '../../../core/measures/ids.ts';
import { MEASURES } from '../../../core/measures/index.ts';
import type { Measured, Scope, Source } from '../../../core/measures/measure.ts';
import { parseScope } from '../../../core/measures/scope-text.ts';
import { recordIn } from '../../../core/ledger/ledger.ts';
import { REGISTERS, type RegisterName } from '../../../core/registers/index.ts';
import { SECTORS, type Sector } from '../../../core/registers/project-choices.ts';
import { UNIT_GROUPS, type UnitGroup } from '../../../core/registers/unit-groups.ts';
import { parseDate } from '../../../core/time.ts';
import { demoLedger } from '../../support/ledger.ts';
import { randomLedger } from '../../support/random-ledger.ts';

const demo = demoLedger();

const at = (date: string, ledger: Ledger = demo): BoardContext => {
  const asOf = parseDate(date);
  const context = asOf && boardContext(ledger, asOf);
  if (!context) throw new Error(`no context at ${date}`);
  return context;
};

const unitScopes = (ledger: Ledger): readonly Scope[] =>
  [...ledger.tables.units.keys()].map((unit) => ({ kind: 'unit', unit }));

const scopesOf = (ledger: Ledger): readonly Scope[] => [
  { kind: 'all' },
  ...(Object.keys(UNIT_GROUPS) as UnitGroup[]).map((group) => ({ kind: 'group', group }) as const),
  ...(Object.keys(SECTORS) as Sector[]).map((sector) => ({ kind: 'sector', sector }) as const),
  ...unitScopes(ledger),
  ...[...ledger.tables.leaders.keys()].map((leader) => ({ kind: 'leader', leader }) as const),
  ...[...ledger.tables.projects.keys()].map((project) => ({ kind: 'project', project }) as const),
];

const sumOf = (sources: readonly Source[], side: 'numerator' | 'denominator'): number =>
  sources.filter((each) => each.side === side || each.side === 'both').reduce((sum, { value }) => sum + value, 0);

/** Ratios of ratios: what they are made of are other measures. */
const OF_OTHERS: readonly MeasureId[] = ['timeProgress', 'scheduleAttainment'];

/** What is wrong with a rate: it has to be its parts, and its parts the sums of its sources. */
function faultOfRate(id: MeasureId, { value, above, below, sources }: Measured): string | null {
  if (above === undefined || below === undefined) return OF_OTHERS.includes(id) ? null : 'has no parts';
  const quotient = fraction(above, below);
  if (value && quotient ? compare(value, quotient) !== 0 : value !== quotient) return 'is not its parts';
  const sums = [sumOf(sources(), 'numerator'), sumOf(sources(), 'denominator')];
  return sums[0] === above && sums[1] === below ? null : `${above}/${below} has sources of ${sums.join('/')}`;
}

function faultOf(context: BoardContext, id: MeasureId, measured: Measured): string | null {
  const { unit } = MEASURES[id];
  const counted = unit === 'count' || unit === 'yuan' ? measured.value : null;
  if (counted && sumOf(measured.sources(), 'numerator') !== Number(counted.numerator)) return 'is not its sources';
  const lost = measured
    .sources()
    .find(
      ({ register, record, field }) =>
        !recordIn(context.ledger, register, record) || (field !== undefined && !(field in REGISTERS[register].fields)),
    );
  if (lost) return `names ${JSON.stringify(lost)}`;
  return unit === 'rate' ? faultOfRate(id, measured) : null;
}

/** What is wrong with any measure of any scope at a date. */
const faultsOf = (context: BoardContext): readonly string[] =>
  scopesOf(context.ledger).flatMap((scope) =>
    MEASURE_IDS.flatMap((id) => {
      const fault = faultOf(context, id, MEASURES[id].of(context, scope));
      return fault ? [`${id} of ${JSON.stringify(scope)} at ${context.asOf}: ${fault}`] : [];
    }),
  );

/** What adds up over units; permits don't, for a department has those that it decides. */
const ADDING: readonly MeasureId[] = MEASURE_IDS.filter(
  (id) =>
    ![
      'timeProgress',
      'scheduleVariance',
      'scheduleAttainment',
      'approvalCompletionRate',
      'approvalOnTimeRate',
      'fullyPermittedShare',
      'dockingOnTimeRate',
      'rankChange',
      'monthsOnSchedule',
    ].includes(id),
);

const partsOf = ({ value, above, below }: Measured): readonly number[] =>
  above === undefined ? [value ? toNumber(value) : 0] : [above, below ?? 0];

const added = (all: readonly (readonly number[])[]): readonly number[] =>
  all.reduce((sums, parts) => sums.map((sum, index) => sum + (parts[index] ?? 0)), [0, 0]);

const DATES = ['2017-01-31', '2017-05-31', '2017-08-15', '2017-12-31', '2018-02-28'];

const REGISTERS_DRAWN: readonly RegisterName[] = [
  'settings',
  'units',
  'leaders',
  'pipeline',
  'projects',
  'plans',
  'reports',
  'milestones',
  'permitItems',
  'permits',
  'issues',
  'notices',
  'criticisms',
  'declarations',
  'contests',
];

describe('measures', () => {
  it('are each declared under their own name, with words in both languages', () => {
    for (const id of MEASURE_IDS) {
      const { id: own, label, formula, basis } = MEASURES[id];
      expect(own).toBe(id);
      for (const { zh, en } of [label, formula, basis]) expect([zh.length > 1, en.length > 1]).toEqual([true, true]);
    }
    const numbers = new Set(MEASURE_IDS.flatMap((id) => MEASURES[id].number ?? []));
    expect([...numbers].sort()).toEqual(Array.from({ length: 25 }, (_, index) => `M${index + 1}`).sort());
  });

  it.each(DATES)('rest on records that give exactly what stands above and below the line (%s)', (date) => {
    expect(faultsOf(at(date))).toEqual([]);
  });

  it('do so for ledgers of any content', () => {
    fc.assert(
      fc.property(fc.gen(), (gen) => {
        expect(faultsOf(at('2017-12-31', randomLedger(gen, REGISTERS_DRAWN, 4)))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it.each(DATES)('of all units come to those of the district, where they add up (%s)', (date) => {
    const context = at(date);
    const differing = ADDING.filter((id) => {
      const total = partsOf(MEASURES[id].of(context, { kind: 'all' }));
      const units = unitScopes(demo).map((scope) => partsOf(MEASURES[id].of(context, scope)));
      return total.some((part, index) => part !== added(units)[index]);
    });
    expect(differing).toEqual([]);
  });

  it('have scopes that are written as text', () => {
    expect(parseScope('all')).toEqual({ ok: true, value: { kind: 'all' } });
    expect(parseScope('group:township')).toEqual({ ok: true, value: { kind: 'group', group: 'township' } });
    expect(parseScope('unit:a:b')).toEqual({ ok: true, value: { kind: 'unit', unit: 'a:b' } });
    for (const text of ['', 'unit:', 'group:toString', 'sector:', 'everything', 'all:1', '__proto__:x']) {
      expect(parseScope(text).ok).toBe(false);
    }
  });
});

const value = (id: MeasureId, date: string, scope: Scope = { kind: 'all' }): number | null => {
  const { value: exact } = MEASURES[id].of(at(date), scope);
  return exact && toNumber(exact);
};

const parts = (id: MeasureId, date: string, scope: Scope = { kind: 'all' }) => {
  const { above, below } = MEASURES[id].of(at(date), scope);
  return `${above}/${below}`;
};

/** 医疗器械孵化园 and 光伏. */
const STARTED_EARLY = ['KP2017-017', 'KP2017-030'] as const;

describe('measures of the demo ledger', () => {
  it('count late starts, early completions and starts ahead of their month', () => {
    expect(value('lateStarts', '2017-12-31')).toBe(2);
    expect(value('earlyCompletions', '2017-12-31')).toBe(4);
    const late = MEASURES.lateStarts.of(at('2017-12-31'), { kind: 'all' }).sources();
    expect(late.map(({ record }) => record)).toEqual(['KP2017-014', 'KP2017-016']);
    const early = MEASURES.earlyCompletions.of(at('2017-12-31'), { kind: 'all' }).sources();
    expect(early.map(({ record }) => record)).toEqual(['KP2017-001', 'KP2017-002', 'KP2017-007', 'KP2017-008']);
    expect(parts('onTimeStartRate', '2017-12-31')).toBe('20/22');
  });

  it('count the two starts made before their planned month above the line only until they are due', () => {
    const early = STARTED_EARLY.map((record) => demo.tables.projects.get(record));
    expect(early.map((project) => (project?.actualStart ?? '') < (project?.plannedStart ?? ''))).toEqual([true, true]);
    const { above = 0, below = 0 } = MEASURES.phasedStartRate.of(at('2017-12-31'), { kind: 'all' });
    expect([above, below]).toEqual([22, 22]);
    for (const record of STARTED_EARLY) {
      const start = demo.tables.projects.get(record)?.actualStart;
      const sources = MEASURES.phasedStartRate.of(at(`${start}-28`), { kind: 'all' }).sources();
      expect(sources.filter((each) => each.record === record).map(({ side }) => side)).toEqual(['numerator']);
    }
  });

  it('agree with the office’s boards', () => {
    expect(parts('annualStartRate', '2017-12-31')).toBe('22/22');
    expect(parts('completionRateOfPlan', '2017-12-31')).toBe('8/8');
    expect(parts('completionRateOfStock', '2017-12-31')).toBe('8/42');
    expect(parts('sponsorCoverage', '2017-12-31')).toBe('39/42');
    expect(parts('approvalOnTimeRate', '2017-12-31')).toBe('147/152');
    expect(parts('issueResolutionRate', '2017-12-31')).toBe('19/25');
    expect(parts('noticeClosureRate', '2017-12-31')).toBe('5/6');
    expect(value('pipelineProjects', '2017-12-31')).toBe(223);
    expect(parts('pipelineShare100MPlus', '2017-12-31')).toBe('140/223');
  });

  it('give no rank change to a district, and the places that a unit gained', () => {
    expect(value('rankChange', '2017-12-31')).toBeNull();
    const units = new Map([...demo.tables.units.values()].map(({ name, id }) => [name, id]));
    const unit = units.get('柳园乡') ?? '';
    expect(value('rankChange', '2017-12-31', { kind: 'unit', unit })).toBe(1);
    expect(value('rankChange', '2017-01-31', { kind: 'unit', unit })).toBeNull();
  });
});
