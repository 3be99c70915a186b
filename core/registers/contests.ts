import { declareRegister, type RecordProblem } from '../register/declare.ts';
import { choice, date, integer, optional, reference, text } from '../register/field.ts';
import { EVERYBODY } from '../register/role.ts';

export const CONTEST_KINDS = {
  rival: { zh: '对手赛', en: 'Rivals' },
  challenge: { zh: '挑战赛', en: 'Challenge' },
} as const;

export const CONTEST_RESULTS = {
  pending: { zh: '进行中', en: 'Pending' },
  first: { zh: '甲方胜', en: 'First wins' },
  second: { zh: '乙方胜', en: 'Second wins' },
  draw: { zh: '平局', en: 'Draw' },
  walkover: { zh: '弃权', en: 'Walk-over' },
  bye: { zh: '轮空', en: 'Bye' },
} as const;

/** Rival and challenge contests (对手赛、挑战赛) of two units, scored in hundredths of a point on one as-of date. */
export const contests = declareRegister({
  name: 'contests',
  label: { zh: '对手赛挑战赛', en: 'Contests' },
  title: 'season',
  unique: ['season', 'round', 'firstUnit'],
  area: 'mechanisms',
  read: EVERYBODY,
  fields: {
    season: text({ label: { zh: '赛季', en: 'Season' }, max: 20, public: true }),
    round: integer({ label: { zh: '轮次', en: 'Round' }, min: 1, max: 99, public: true }),
    kind: choice({ label: { zh: '类型', en: 'Kind' }, choices: CONTEST_KINDS, public: true }),
    firstUnit: reference({ label: { zh: '甲方', en: 'First unit' }, target: 'units', public: true }),
    secondUnit: optional(reference({ label: { zh: '乙方', en: 'Second unit' }, target: 'units', public: true })),
    asOf: date({ label: { zh: '数据截至', en: 'Figures as of' }, public: true }),
    measure: text({ label: { zh: '比赛内容', en: 'Measured by' }, max: 60, public: true }),
    firstHundredths: optional(integer({ label: { zh: '甲方得分（百分之一分）', en: 'First’s score' }, max: 100_000 })),
    secondHundredths: optional(
      integer({ label: { zh: '乙方得分（百分之一分）', en: 'Second’s score' }, max: 100_000 }),
    ),
    result: choice({ label: { zh: '结果', en: 'Result' }, choices: CONTEST_RESULTS, public: true }),
    flagHolder: optional(
      reference({ label: { zh: '流动红旗', en: 'Holds the red flag' }, target: 'units', public: true }),
    ),
    letterOn: optional(date({ label: { zh: '下战书日期', en: 'Challenged on' } })),
    acceptedOn: optional(date({ label: { zh: '应战日期', en: 'Accepted on' } })),
  },
  consistent: ({ firstUnit, secondUnit, result, flagHolder }) => {
    const problems: RecordProblem[] = [];
    if (firstUnit === secondUnit)
      problems.push({ path: 'secondUnit', code: 'inconsistent', message: 'is the same unit' });
    if (result !== 'bye' && secondUnit === undefined) {
      problems.push({ path: 'secondUnit', code: 'required', message: 'only a bye has one unit' });
    }
    if (flagHolder !== undefined && flagHolder !== firstUnit && flagHolder !== secondUnit) {
      problems.push({ path: 'flagHolder', code: 'inconsistent', message: 'is neither of the two' });
    }
    return problems;
  },
});
