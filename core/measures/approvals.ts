/** Measures of joint approval: M15 to M17 and the docking of matters of a higher level. */
import { clockEnd } from '../calendar/permit-clock.ts';
import type { BoardContext } from '../boards/board.ts';
import {
  fullyPermitted,
  openFrom,
  permitsDone,
  permitsInTime,
  runningFrom,
  type TimedPermit,
} from '../metrics/permits.ts';
import { select } from '../metrics/metrics.ts';
import { shareMeasure, type Named } from './build.ts';
import type { Scope } from './measure.ts';
import { permitsIn } from './scope.ts';

const WHOSE = {
  zh: '区直部门有承办手续的按其承办的手续，其余单位按所牵头项目的手续；时限为工作日，扣除停止计时',
  en: 'Of a department those that it decides, where there are any; of every other unit those of its projects; limits are working days without stops',
} as const;

const DECIDED = {
  zh: `上级权限的手续取得批复才算办结，对接上报不算；${WHOSE.zh}`,
  en: `A case of a higher level is done when it is decided, not when it is docked. ${WHOSE.en}`,
} as const;

const permitNamed =
  (field: string) =>
  ({ permit }: TimedPermit): Named => ({ register: 'permits', record: permit.id, field });

const DECIDED_EARLIER = {
  zh: '只计本年：年前已办结（对接）的手续不计',
  en: 'The year only: none that were decided (docked) before it',
} as const;

/** The scope's permits whose clock ran in the time that is judged. */
const running = (context: BoardContext, scope: Scope): readonly TimedPermit[] => {
  const permits = permitsIn(context, scope);
  return context.since === undefined ? permits : runningFrom(permits, context.since);
};

/** The scope's permits that were still to be decided in the time that is judged. */
const open = (context: BoardContext, scope: Scope): readonly TimedPermit[] => {
  const permits = permitsIn(context, scope);
  return context.since === undefined ? permits : openFrom(permits, context.since);
};

/** The day that ended its clock, by the field that has it. */
const endNamed = (each: TimedPermit): Named => {
  const { reportedUpOn } = each.permit;
  const isDocked = reportedUpOn !== undefined && clockEnd(each.permit) === reportedUpOn;
  return permitNamed(isDocked && each.permit.authority === 'higher' ? 'reportedUpOn' : 'finishedOn')(each);
};

const completion = shareMeasure<TimedPermit>(
  {
    id: 'approvalCompletionRate',
    number: 'M15',
    label: { zh: '审批完成率', en: 'Permits done' },
    formula: { zh: '已办结手续数÷应办手续数', en: 'Permits done ÷ permits required' },
    basis: DECIDED,
    inYear: DECIDED_EARLIER,
  },
  (context, scope) => permitsDone(open(context, scope)),
  permitNamed('state'),
);

const onTime = shareMeasure<TimedPermit>(
  {
    id: 'approvalOnTimeRate',
    number: 'M16',
    label: { zh: '审批按时办结率', en: 'Permits in time' },
    formula: { zh: '时限内办结数÷（已办结＋超时未办结）', en: 'Within the limit ÷ (decided + overdue)' },
    basis: WHOSE,
    inYear: DECIDED_EARLIER,
  },
  (context, scope) => permitsInTime(running(context, scope)),
  endNamed,
);

const fully = shareMeasure<string>(
  {
    id: 'fullyPermittedShare',
    number: 'M17',
    label: { zh: '手续全部办结项目占比', en: 'Projects with all permits' },
    formula: {
      zh: '手续全部办结的项目数÷有手续要求的项目数',
      en: 'Projects with every permit ÷ projects that need any',
    },
    basis: DECIDED,
    inYear: DECIDED_EARLIER,
  },
  (context, scope) => {
    const { done, due } = fullyPermitted(permitsIn(context, scope));
    const judged = new Set(open(context, scope).map(({ permit }) => permit.project));
    const isDone = new Set(done);
    return select(
      due.filter((project) => judged.has(project)),
      (project) => isDone.has(project),
    );
  },
  (project) => ({ register: 'projects', record: project }),
);

const docking = shareMeasure<TimedPermit>(
  {
    id: 'dockingOnTimeRate',
    label: { zh: '上级事项按时对接率', en: 'Higher-level matters docked in time' },
    formula: { zh: '时限内对接上报数÷（已对接＋超时未对接）', en: 'Docked within the limit ÷ (docked + overdue)' },
    basis: {
      zh: `上级权限的手续，以上报日期为准，未填的以办结日期为准；${WHOSE.zh}`,
      en: `Permits of a higher level, by the day they were reported upward, or decided where that is not noted. ${WHOSE.en}`,
    },
    inYear: DECIDED_EARLIER,
  },
  (context, scope) => permitsInTime(running(context, scope).filter(({ permit }) => permit.authority === 'higher')),
  endNamed,
);

export const APPROVALS = {
  approvalCompletionRate: completion,
  approvalOnTimeRate: onTime,
  fullyPermittedShare: fully,
  dockingOnTimeRate: docking,
} as const;
