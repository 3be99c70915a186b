import { declareRegister, type RecordProblem } from '../register/declare.ts';
import { date, integer, optional, reference, text } from '../register/field.ts';
import { EVERYBODY } from '../register/role.ts';

/**
 * Milestones (时间节点): dated targets of a project. The baseline is frozen: moving it needs a reviewer and the document
 * that approves it. A moved due date needs its reason.
 */
export const milestones = declareRegister({
  name: 'milestones',
  label: { zh: '时间节点', en: 'Milestones' },
  title: 'name',
  read: EVERYBODY,
  unitBy: 'project',
  area: 'progress',
  fields: {
    project: reference({ label: { zh: '项目', en: 'Project' }, target: 'projects', public: true }),
    name: text({ label: { zh: '节点名称', en: 'Name' }, max: 60, public: true }),
    baselineOn: date({ label: { zh: '基准日期', en: 'Baseline' }, public: true }),
    dueOn: date({ label: { zh: '计划日期', en: 'Due' }, public: true }),
    doneOn: optional(date({ label: { zh: '完成日期', en: 'Done' }, public: true })),
    weight: integer({ label: { zh: '权重', en: 'Weight' }, min: 1, max: 100 }),
    evidence: optional(text({ label: { zh: '完成依据', en: 'Evidence' }, max: 200 })),
    moveReason: optional(text({ label: { zh: '延期原因', en: 'Reason for the new date' }, max: 300 })),
    rebaselineDocument: optional(
      text({
        label: { zh: '基准调整依据', en: 'Approval of the new baseline' },
        max: 200,
        writers: ['admin', 'reviewer'],
      }),
    ),
    waivedOn: optional(date({ label: { zh: '免除日期', en: 'Waived on' }, writers: ['admin', 'reviewer'] })),
    waiverReason: optional(
      text({ label: { zh: '免除原因', en: 'Reason for the waiver' }, max: 300, writers: ['admin', 'reviewer'] }),
    ),
  },
  consistent: ({ waivedOn, waiverReason }) =>
    waivedOn !== undefined && waiverReason === undefined
      ? [{ path: 'waiverReason', code: 'required', message: 'say why the milestone is waived' }]
      : [],
  follows: (before, after) => {
    const problems: RecordProblem[] = [];
    const rebaselined = before.baselineOn !== after.baselineOn;
    if (rebaselined && (after.rebaselineDocument ?? '') === (before.rebaselineDocument ?? '')) {
      problems.push({
        path: 'baselineOn',
        code: 'frozen',
        message: 'a new baseline needs the document that approves it',
      });
    }
    const moved = before.dueOn < after.dueOn && after.dueOn > after.baselineOn;
    if (moved && after.moveReason === undefined) {
      problems.push({ path: 'moveReason', code: 'required', message: 'say why the date moves' });
    }
    return problems;
  },
});
