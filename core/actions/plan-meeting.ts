import { calendarOf } from '../calendar/workdays.ts';
import { nextDispatchDay } from '../calendar/dispatch-day.ts';
import type { ChangeRequest } from '../ledger/change-request.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { date } from '../register/field.ts';
import type { Decision } from '../registers/index.ts';
import { fail, ok } from '../result.ts';
import type { IsoDate } from '../time.ts';
import { declareAction, derivedId } from './action.ts';

/** The number of the next dispatch meeting; they are counted on from year to year. */
const nextNumber = (ledger: Ledger): number =>
  Math.max(
    0,
    ...[...ledger.tables.meetings.values()].filter(({ kind }) => kind === 'dispatch').map((each) => each.number),
  ) + 1;

/** Decisions that were due and are not done: they go on to the next meeting. */
const leftOver = (ledger: Ledger, heldOn: IsoDate): readonly Decision[] =>
  [...ledger.tables.decisions.values()].filter(
    ({ source, state, dueOn }) =>
      source === 'meeting' && (state === 'open' || state === 'inProgress') && dueOn < heldOn,
  );

const requests = (ledger: Ledger, heldOn: IsoDate): readonly ChangeRequest[] => {
  const number = nextNumber(ledger);
  return [
    {
      kind: 'create',
      register: 'meetings',
      record: derivedId('meeting', 'dispatch', number),
      values: { kind: 'dispatch', number, name: `第${number}次周调度会`, heldOn },
    },
    ...leftOver(ledger, heldOn).map((decision): ChangeRequest => ({
      kind: 'update',
      register: 'decisions',
      record: decision.id,
      values: {
        rolledOver: (decision.rolledOver ?? 0) + 1,
        originallyDueOn: decision.originallyDueOn ?? decision.dueOn,
      },
    })),
  ];
};

/** 周调度会: the next meeting on its Friday, or earlier in the week of a holiday; what is overdue rolls over to it. */
export const planMeeting = declareAction({
  name: 'planMeeting',
  label: { zh: '安排下次周调度会', en: 'Plan the next dispatch meeting' },
  help: {
    zh: '按周五（遇节假日提前）登记下一次周调度会，逾期未办的议定事项结转到这次会议。',
    en: 'Records the next meeting on Friday, or before a holiday; decisions that are overdue roll over to it.',
  },
  register: 'meetings',
  roles: ['admin', 'editor'],
  fields: { after: date({ label: { zh: '在此日期之后', en: 'After' } }) },
  run: (ledger, { after }) => {
    const heldOn = nextDispatchDay(calendarOf(ledger), after);
    const isHeld = [...ledger.tables.meetings.values()].some(
      (each) => each.kind === 'dispatch' && each.heldOn === heldOn,
    );
    if (heldOn === null) {
      const message = 'none of the weeks that follow has a working day';
      return fail([{ path: 'after', code: 'inconsistent' as const, message }]);
    }
    return ok(isHeld ? [] : requests(ledger, heldOn));
  },
});
