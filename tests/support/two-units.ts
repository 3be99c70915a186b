/** The small office with records of every kind that reporters read, of both units: the second unit's carry a mark. */
import type { ChangeRequest } from '../../server/changes/changes.ts';
import type { RegisterName } from '../../core/registers/index.ts';
import { OFFICE } from './parts.ts';

/** Stands in every text of the second unit that is not public. */
export const MARK = '别家机密';
/** Stands in every field for telephone numbers, of both units. */
export const PHONE = '13800000001';

const put = (register: RegisterName, record: string, values: object): ChangeRequest => ({
  kind: 'create',
  register,
  record,
  values,
});
const set = (register: RegisterName, record: string, values: object): ChangeRequest => ({
  kind: 'update',
  register,
  record,
  values,
});

/** One unit's records, numbered like it; `mark` stands in what is not public. */
const recordsOf = (number: number, mark: string): readonly ChangeRequest[] => [
  set('units', `u${number}`, { coordinator: mark, backup: mark, otherNames: [mark], phone: PHONE }),
  set('projects', `p${number}`, { responsiblePerson: mark, remark: mark, liaison: mark }),
  set('plans', `plan${number}`, { document: mark, reason: mark }),
  set('reports', `report${number}`, { difficulties: mark, note: mark }),
  put('reports', `open${number}`, {
    project: `p${number}`,
    asOf: '2017-06-30',
    reportedYtdYuan: 35_000_000,
    state: 'submitted',
    note: mark,
  }),
  put('milestones', `milestone${number}`, {
    project: `p${number}`,
    name: '开工',
    baselineOn: '2017-08-01',
    dueOn: '2017-08-01',
    weight: 1,
    evidence: mark,
  }),
  put('permits', `permit${number}`, {
    project: `p${number}`,
    item: 'item1',
    state: 'inProgress',
    authority: 'district',
    limitDays: 10,
    blocker: mark,
  }),
  put('issues', `issue${number}`, {
    project: `p${number}`,
    category: 'site',
    description: `${mark}问题`,
    foundOn: '2017-05-01',
    ownerUnit: `u${number}`,
    state: 'open',
  }),
  put('notices', `notice${number}`, {
    number: `督〔2017〕${number}号`,
    unit: `u${number}`,
    urgency: 'ordinary',
    stage: 'first',
    basis: '计划',
    matter: `${mark}事项`,
    demand: mark,
    issuedOn: '2017-05-01',
    dueOn: '2017-07-01',
    state: 'issued',
  }),
  put('criticisms', `criticism${number}`, {
    unit: `u${number}`,
    fact: `${mark}事实`,
    rule: '办法',
    period: '5月',
    state: 'published',
    decidedOn: '2017-05-20',
  }),
  put('decisions', `decision${number}`, {
    source: 'instruction',
    decidedOn: '2017-05-01',
    task: `${mark}任务`,
    owner: `u${number}`,
    dueOn: '2017-07-01',
    state: 'open',
  }),
  put('duties', `duty${number}`, { project: `p${number}`, item: 1, state: 'inProgress', note: mark }),
  put('pipeline', `idea${number}`, pipelineOf(number, mark)),
];

const pipelineOf = (number: number, mark: string) => ({
  code: `CB-${number}`,
  name: `${mark}谋划`,
  sector: 'industry',
  year: 2018,
  annualPlanYuan: 1,
  intendedLevel: 'municipal',
  state: 'candidate',
  leadUnit: `u${number}`,
  totalInvestmentYuan: 1_000_000,
  content: mark,
});

/** The office's drafts, which no unit sees; the second unit's mark stands in them, too. */
const DRAFTS: readonly ChangeRequest[] = [
  put('notices', 'draft1', {
    number: '督〔2017〕9号',
    unit: 'u1',
    urgency: 'ordinary',
    stage: 'first',
    basis: '计划',
    matter: `${MARK}未下发`,
    demand: '整改',
    dueOn: '2017-07-01',
    state: 'draft',
  }),
  put('criticisms', 'proposed1', { unit: 'u1', fact: MARK, rule: '办法', period: '5月', state: 'proposed' }),
  put('bulletins', 'bulletin1', {
    kind: 'bulletin',
    year: 2017,
    number: 1,
    title: MARK,
    asOf: '2017-05-31',
    state: 'draft',
  }),
];

/** The first unit's records say 自家, the second's MARK. */
export const TWO_UNITS: readonly ChangeRequest[] = [
  ...OFFICE,
  set('leaders', 'leader1', { phone: PHONE }),
  put('permitItems', 'item1', { name: '施工许可证', itemOrder: 1, authority: 'district', limitDays: 10 }),
  ...recordsOf(1, '自家'),
  ...recordsOf(2, MARK),
  ...DRAFTS,
];
