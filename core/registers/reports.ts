import { declareRegister, type RecordProblem } from '../register/declare.ts';
import { choice, date, integer, optional, reference, text, yuan } from '../register/field.ts';
import { EVERYBODY } from '../register/role.ts';

export const REPORT_STATES = {
  submitted: { zh: '已填报', en: 'Submitted' },
  verified: { zh: '已核实', en: 'Verified' },
  returned: { zh: '已退回', en: 'Returned' },
} as const;

/** Amounts of a month may be negative: 冲减, 核减. */
const LEAST_MONTH = -10_000_000_000_000;

const missing = (path: string, message: string): RecordProblem => ({ path, code: 'required', message });

const problemsOf = (values: {
  readonly state: string;
  readonly reportedYtdYuan?: number;
  readonly completedYtdYuan?: number;
  readonly completedMonthYuan?: number;
  readonly correctionReason?: string;
  readonly returnReason?: string;
}): readonly RecordProblem[] => {
  const { state, reportedYtdYuan, completedYtdYuan, completedMonthYuan = 0, correctionReason, returnReason } = values;
  return [
    ...(state === 'verified' && completedYtdYuan === undefined
      ? [missing('completedYtdYuan', 'a verified report has a verified figure')]
      : []),
    ...(state === 'submitted' && reportedYtdYuan === undefined && completedYtdYuan === undefined
      ? [missing('reportedYtdYuan', 'a submitted report has a reported figure')]
      : []),
    ...(state === 'returned' && returnReason === undefined
      ? [missing('returnReason', 'say why the report is returned')]
      : []),
    ...(completedMonthYuan < 0 && correctionReason === undefined
      ? [missing('correctionReason', 'a negative month needs its reason')]
      : []),
  ];
};

/**
 * Progress reports (进度填报): a project's figures up to one date. What the unit reports stands beside what the office
 * found; only verified figures count.
 */
export const reports = declareRegister({
  name: 'reports',
  label: { zh: '进度填报', en: 'Progress reports' },
  title: 'asOf',
  unique: ['project', 'asOf'],
  area: 'progress',
  read: EVERYBODY,
  write: ['admin', 'editor', 'verifier', 'reporter'],
  unitBy: 'project',
  reporterFields: [
    'project',
    'asOf',
    'reportedYtdYuan',
    'completedMonthYuan',
    'correctionReason',
    'physicalProgress',
    'progressStage',
    'difficulties',
    'state',
    'note',
  ],
  fields: {
    project: reference({ label: { zh: '项目', en: 'Project' }, target: 'projects', public: true }),
    asOf: date({ label: { zh: '截至日期', en: 'As of' }, public: true, aliases: ['截至日期'] }),
    reportedYtdYuan: optional(
      yuan({ label: { zh: '填报年内累计完成投资', en: 'Reported this year to date' }, aliases: ['填报数'] }),
    ),
    completedYtdYuan: optional(
      yuan({
        label: { zh: '年内累计完成投资', en: 'Completed this year to date' },
        public: true,
        aliases: ['年内累计完成投资', '累计完成投资', '核实数'],
      }),
    ),
    completedMonthYuan: optional(
      yuan({ label: { zh: '本月完成投资', en: 'Completed in the month' }, min: LEAST_MONTH, aliases: ['本月完成'] }),
    ),
    correctionReason: optional(text({ label: { zh: '冲减（核减）原因', en: 'Reason for a correction' }, max: 300 })),
    physicalProgress: optional(text({ label: { zh: '形象进度', en: 'Physical progress' }, max: 200, public: true })),
    progressStage: optional(
      integer({ label: { zh: '形象进度等级', en: 'Stage of progress (0 to 10)' }, max: 10, public: true }),
    ),
    difficulties: optional(text({ label: { zh: '存在问题', en: 'Difficulties' }, max: 500 })),
    state: choice({
      label: { zh: '状态', en: 'State' },
      choices: REPORT_STATES,
      flow: {
        starts: {
          submitted: ['admin', 'editor', 'verifier', 'reporter'],
          verified: ['admin', 'editor', 'verifier'],
          returned: ['admin', 'editor', 'verifier'],
        },
        moves: {
          submitted: {
            verified: ['admin', 'editor', 'verifier'],
            returned: ['admin', 'editor', 'verifier'],
          },
          returned: {
            submitted: ['admin', 'editor', 'verifier', 'reporter'],
            verified: ['admin', 'editor', 'verifier'],
          },
          verified: { returned: ['admin', 'editor', 'verifier'], submitted: ['admin', 'editor', 'verifier'] },
        },
      },
    }),
    returnReason: optional(text({ label: { zh: '退回原因', en: 'Reason for the return' }, max: 300 })),
    submittedOn: optional(date({ label: { zh: '填报日期', en: 'Submitted on' } })),
    note: optional(text({ label: { zh: '说明', en: 'Note' }, max: 500 })),
  },
  consistent: problemsOf,
});
