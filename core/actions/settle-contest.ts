import { settle } from '../contests/settle.ts';
import { choice, integer, optional, reference } from '../register/field.ts';
import { ok } from '../result.ts';
import { declareAction, refuse } from './action.ts';

const marks = (zh: string, en: string) => optional(integer({ label: { zh, en }, max: 100_000 }));

const SIDES = { first: { zh: '甲方', en: 'First' }, second: { zh: '乙方', en: 'Second' } } as const;

/** 对手赛结算: scores of both sides at the contest's date, of the edition where there is one, or from judges; winner and flag. */
export const settleContest = declareAction({
  name: 'settleContest',
  label: { zh: '比赛结算', en: 'Settle a contest' },
  help: {
    zh: '按比赛指标在截至日期的数据（有已发布期次的，以该期为准）给双方计分并定胜负；由评委打分的填写得分，弃权的注明。',
    en: 'Scores both sides at the contest’s date, by the published edition where there is one; enter the scores where judges give them.',
  },
  register: 'contests',
  roles: ['admin', 'editor'],
  fields: {
    contest: reference({ label: { zh: '比赛', en: 'Contest' }, target: 'contests' }),
    firstHundredths: marks('甲方得分（评委打分，百分之一分）', 'First’s score by judges, in hundredths'),
    secondHundredths: marks('乙方得分（评委打分，百分之一分）', 'Second’s score by judges, in hundredths'),
    absent: optional(choice({ label: { zh: '弃权方', en: 'Did not turn up' }, choices: SIDES })),
  },
  run: (ledger, { contest: id, ...verdict }, today, frozen) => {
    const contest = ledger.tables.contests.get(id);
    if (!contest) return refuse('contest', { zh: '没有这场比赛', en: 'is not there' });
    if (contest.asOf > today) return refuse('contest', { zh: '数据截至日期未到', en: 'its date is still to come' });
    const settled = settle(ledger, contest, verdict, frozen);
    if (!settled.ok) return refuse(settled.problem.at, settled.problem.words);
    return ok([
      { kind: 'update', register: 'contests', record: id, values: settled.value, ifRevision: contest.revision },
    ]);
  },
});
