import { declareRegister } from '../register/declare.ts';
import { choice, date, integer, optional, reference, references, text } from '../register/field.ts';

export const MEETING_KINDS = {
  dispatch: { zh: '周调度会', en: 'Weekly dispatch meeting' },
  leadingGroup: { zh: '领导小组会议', en: 'Leading group' },
  jointApproval: { zh: '联审联批会', en: 'Joint approval' },
  breakfast: { zh: '早餐会', en: 'Breakfast meeting' },
  urban: { zh: '城建联席会议', en: 'Joint meeting on urban construction' },
  other: { zh: '其他会议', en: 'Other' },
} as const;

/** Meetings: the dispatch meeting of every Friday morning (周调度会), those of leading groups, and the like. */
export const meetings = declareRegister({
  name: 'meetings',
  label: { zh: '会议', en: 'Meetings' },
  title: 'name',
  unique: ['kind', 'number'],
  area: 'meetings',
  fields: {
    kind: choice({ label: { zh: '会议类型', en: 'Kind' }, choices: MEETING_KINDS }),
    number: integer({ label: { zh: '次数', en: 'Number' }, min: 1, max: 9999 }),
    name: text({ label: { zh: '会议名称', en: 'Name' }, max: 60 }),
    heldOn: date({ label: { zh: '召开日期', en: 'Held on' } }),
    group: optional(reference({ label: { zh: '领导小组', en: 'Leading group' }, target: 'workGroups' })),
    chair: optional(reference({ label: { zh: '主持', en: 'Chair' }, target: 'leaders' })),
    place: optional(text({ label: { zh: '地点', en: 'Place' }, max: 60 })),
    projects: optional(references({ label: { zh: '议题项目', en: 'Projects on the agenda' }, target: 'projects' })),
    agenda: optional(text({ label: { zh: '议题', en: 'Agenda' }, max: 1000 })),
    minutes: optional(text({ label: { zh: '会议纪要', en: 'Minutes' }, max: 2000 })),
  },
});
