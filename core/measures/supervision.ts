/** Measures of sponsorship, notices, criticism and contests: M21, M23 and counts. */
import type { BoardContext } from '../boards/board.ts';
import { inYearTo } from '../boards/lists.ts';
import type { ProjectFigures } from '../metrics/figures.ts';
import { issuedBy, noticesAnswered, noticesClosed, noticesLate } from '../metrics/leadership.ts';
import { select } from '../metrics/metrics.ts';
import type { Contest, Criticism, Notice } from '../registers/index.ts';
import { countMeasure, shareMeasure, type Named } from './build.ts';
import { projectNamed } from './investment.ts';
import type { Scope } from './measure.ts';
import { figuresIn, isFrom, ofUnitsIn } from './scope.ts';

const noticeNamed =
  (field: string) =>
  ({ id }: Notice): Named => ({ register: 'notices', record: id, field });

const noticesOf = (context: BoardContext, scope: Scope): readonly Notice[] =>
  ofUnitsIn(context, scope, context.ledger.tables.notices.values(), (notice) => notice);

const noticesJudged = (context: BoardContext, scope: Scope): readonly Notice[] =>
  noticesOf(context, scope).filter(({ issuedOn }) => isFrom(issuedOn, context));

const ISSUED_IN_YEAR = { zh: '只计本年内下发的', en: 'Only those sent in the year' } as const;

const ofYear = (notices: readonly Notice[], { asOf }: BoardContext): readonly Notice[] =>
  notices.filter(({ issuedOn }) => inYearTo(issuedOn, asOf));

const coverage = shareMeasure<ProjectFigures>(
  {
    id: 'sponsorCoverage',
    number: 'M21',
    label: { zh: '分包覆盖率', en: 'Projects with a sponsor' },
    formula: { zh: '有责任领导的项目数÷项目总数', en: 'Projects with a sponsor ÷ projects' },
    basis: { zh: '列入清单的项目', en: 'Projects on the list' },
    decimals: 2,
  },
  (context, scope) => select(figuresIn(context, scope), ({ project }) => project.sponsorLeader !== undefined),
  projectNamed('sponsorLeader'),
);

const feedback = shareMeasure<Notice>(
  {
    id: 'noticeFeedbackRate',
    inYear: ISSUED_IN_YEAR,
    number: 'M23',
    label: { zh: '督办按期反馈率', en: 'Notices answered in time' },
    formula: { zh: '按期反馈数÷（已反馈＋时限已过）', en: 'Answered by the deadline ÷ answered or past it' },
    basis: {
      zh: '已下发的督办通知单，按主办单位；同意延期的按延期后时限',
      en: 'Notices sent, by the unit asked; a granted extension counts',
    },
  },
  (context, scope) => noticesAnswered(noticesJudged(context, scope), context.asOf),
  noticeNamed('repliedOn'),
);

const closure = shareMeasure<Notice>(
  {
    id: 'noticeClosureRate',
    inYear: ISSUED_IN_YEAR,
    number: 'M23',
    label: { zh: '督办办结率', en: 'Notices closed' },
    formula: { zh: '办结数÷下发数', en: 'Closed ÷ sent' },
    basis: { zh: '已下发的督办通知单，按主办单位', en: 'Notices sent, by the unit asked' },
  },
  (context, scope) => noticesClosed(noticesJudged(context, scope), context.asOf),
  noticeNamed('closedOn'),
);

const issued = countMeasure<Notice>(
  {
    id: 'noticesIssued',
    label: { zh: '收到督办通知单数', en: 'Notices received' },
    formula: { zh: '年内下发的督办通知单数', en: 'Supervision notices sent in the year' },
    basis: { zh: '按主办单位；拟稿和未下发的不计', en: 'By the unit asked; drafts do not count' },
    better: 'lower',
  },
  (context, scope) => ofYear(issuedBy(noticesOf(context, scope), context.asOf), context),
  noticeNamed('issuedOn'),
);

const overdue = countMeasure<Notice>(
  {
    id: 'noticesOverdue',
    label: { zh: '督办逾期数', en: 'Notices answered late' },
    formula: { zh: '时限内未反馈的督办通知单数', en: 'Notices without an answer by their deadline' },
    basis: {
      zh: '年内下发的；含后来反馈的，退回重办又逾期的也计',
      en: 'Of those sent in the year; also those answered later',
    },
    better: 'lower',
  },
  (context, scope) => ofYear(noticesLate(noticesOf(context, scope), context.asOf), context),
  noticeNamed('repliedOn'),
);

const criticised = countMeasure<Criticism>(
  {
    id: 'criticisms',
    label: { zh: '通报批评次数', en: 'Criticisms' },
    formula: { zh: '年内全区通报批评次数', en: 'District-wide criticisms in the year' },
    basis: {
      zh: '已通报且未撤销的；注明不计入考核的除外',
      en: 'Published and not withdrawn; not those marked as not counting',
    },
    better: 'lower',
  },
  (context, scope) =>
    ofUnitsIn(context, scope, context.ledger.tables.criticisms.values(), (each) => each).filter(
      ({ state, decidedOn, counted }) =>
        state === 'published' && counted !== false && inYearTo(decidedOn, context.asOf),
    ),
  ({ id }) => ({ register: 'criticisms', record: id, field: 'decidedOn' }),
);

/** Who won: by the result; of a walk-over the unit that it left the flag with. */
const winnerOf = ({ result, firstUnit, secondUnit, flagHolder }: Contest): string | undefined => {
  if (result === 'first') return firstUnit;
  if (result === 'second') return secondUnit;
  return result === 'walkover' ? flagHolder : undefined;
};

const won = countMeasure<Contest>(
  {
    id: 'contestsWon',
    label: { zh: '对手赛挑战赛获胜次数', en: 'Contests won' },
    formula: { zh: '年内获胜次数', en: 'Contests won in the year' },
    basis: {
      zh: '按比赛数据日期；平局、轮空不计，弃权计给持旗方',
      en: 'By the date of their figures; no draws and byes; a walk-over goes to the holder of the flag',
    },
  },
  (context, scope) =>
    ofUnitsIn(
      context,
      scope,
      [...context.ledger.tables.contests.values()].filter(
        (each) => winnerOf(each) !== undefined && inYearTo(each.asOf, context.asOf),
      ),
      (each) => ({ unit: winnerOf(each) }),
    ),
  ({ id }) => ({ register: 'contests', record: id, field: 'result' }),
);

export const SUPERVISION = {
  sponsorCoverage: coverage,
  noticeFeedbackRate: feedback,
  noticeClosureRate: closure,
  noticesIssued: issued,
  noticesOverdue: overdue,
  criticisms: criticised,
  contestsWon: won,
} as const;
