import { flagHolderAfter } from '../contests/flag.ts';
import { pairedUnits, pairNeighbours, unitsByRank, type Pair } from '../contests/pairing.ts';
import type { ChangeRequest } from '../ledger/change-request.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ValuesOf } from '../register/declare.ts';
import { choice, date, integer, optional, reference, text } from '../register/field.ts';
import { CONTEST_KINDS, CONTEST_METRICS } from '../registers/contests.ts';
import { UNIT_GROUPS } from '../registers/unit-groups.ts';
import { ok, type Result } from '../result.ts';
import { declareAction, refuse, type ActionProblem } from './action.ts';

const unit = (zh: string, en: string) => optional(reference({ label: { zh, en }, target: 'units' }));

const FIELDS = {
  season: text({ label: { zh: '赛季', en: 'Season' }, max: 20 }),
  round: integer({ label: { zh: '轮次', en: 'Round' }, min: 1, max: 99 }),
  kind: choice({ label: { zh: '类型', en: 'Kind' }, choices: CONTEST_KINDS }),
  asOf: date({ label: { zh: '数据截至', en: 'Figures as of' } }),
  metric: optional(choice({ label: { zh: '比赛指标', en: 'Metric' }, choices: CONTEST_METRICS })),
  measure: optional(text({ label: { zh: '比赛内容（评委打分）', en: 'What judges score' }, max: 60 })),
  firstUnit: unit('甲方（手工配对）', 'First unit, by hand'),
  secondUnit: unit('乙方（手工配对）', 'Second unit, by hand'),
  group: optional(choice({ label: { zh: '组别（按名次配对）', en: 'Group, by rank' }, choices: UNIT_GROUPS })),
  rankedOn: optional(date({ label: { zh: '名次截至（按名次配对）', en: 'Ranks as of' } })),
} as const;

type Asked = ValuesOf<typeof FIELDS>;

type Pairs = Result<readonly Pair[], readonly ActionProblem[]>;

/** Neighbours in the ranking of the group, of those who have no contest in the round yet. */
function pairsByRank(ledger: Ledger, { season, round, group, rankedOn, asOf }: Asked): Pairs {
  if (group === undefined)
    return refuse('firstUnit', { zh: '请填甲方，或选组别按名次配对', en: 'name a unit, or a group to pair by rank' });
  const taken = pairedUnits(ledger, season, round);
  return ok(pairNeighbours(unitsByRank(ledger, group, rankedOn ?? asOf).filter((each) => !taken.has(each))));
}

function pairByHand(ledger: Ledger, first: string, { season, round, secondUnit, group }: Asked): Pairs {
  if (group !== undefined)
    return refuse('group', { zh: '手工配对时不选组别', en: 'is for pairing by rank, without units' });
  if (secondUnit === undefined) return refuse('secondUnit', { zh: '请填乙方', en: 'is missing' }, 'required');
  if (secondUnit === first) return refuse('secondUnit', { zh: '与甲方相同', en: 'is the same unit' });
  const taken = pairedUnits(ledger, season, round);
  if (taken.has(first)) return refuse('firstUnit', { zh: '本轮已有比赛', en: 'has a contest in this round' });
  if (taken.has(secondUnit)) return refuse('secondUnit', { zh: '本轮已有比赛', en: 'has a contest in this round' });
  return ok([{ first, second: secondUnit }]);
}

/** The record of a pair; a bye is a result by itself and keeps the flag of who has it. */
function contestFor(ledger: Ledger, { season, round, kind, asOf, metric, measure = '' }: Asked, pair: Pair) {
  const { first: firstUnit, second: secondUnit } = pair;
  const values = {
    season,
    round,
    kind,
    asOf,
    ...(metric === undefined ? { measure } : { metric, measure: CONTEST_METRICS[metric].zh }),
    firstUnit,
  };
  if (secondUnit !== undefined) return { ...values, secondUnit, result: 'pending' };
  const flagHolder = flagHolderAfter(ledger, { id: '', asOf, round }, { result: 'bye', firstUnit });
  return { ...values, result: 'bye', ...(flagHolder === null ? {} : { flagHolder }) };
}

/** 对手赛配对: a round's contests, two units by hand or neighbours in the ranking of a group. */
export const pairContest = declareAction({
  name: 'pairContest',
  label: { zh: '对手赛配对', en: 'Pair a round' },
  help: {
    zh: '登记一轮比赛：填甲乙双方为手工配对；选组别则按名次相邻配对，单出的一家轮空。',
    en: 'Records a round: two units by hand, or by group the neighbours in the ranking; an odd one has a bye.',
  },
  register: 'contests',
  roles: ['admin', 'editor'],
  fields: FIELDS,
  run: (ledger, asked) => {
    if (asked.metric === undefined && asked.measure === undefined)
      return refuse('metric', { zh: '请选比赛指标，或填评委打分的内容', en: 'name a metric, or what judges score' });
    const { firstUnit } = asked;
    const pairs = firstUnit === undefined ? pairsByRank(ledger, asked) : pairByHand(ledger, firstUnit, asked);
    if (!pairs.ok) return pairs;
    return ok(
      pairs.value.map((pair): ChangeRequest => ({
        kind: 'create',
        register: 'contests',
        values: contestFor(ledger, asked, pair),
      })),
    );
  },
});
