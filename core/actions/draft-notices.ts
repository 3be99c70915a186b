import { milestoneState } from '../metrics/milestones.ts';
import type { ChangeRequest } from '../ledger/change-request.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { date } from '../register/field.ts';
import type { Milestone, Project } from '../registers/index.ts';
import { isListed } from '../registers/project-choices.ts';
import { fail, ok } from '../result.ts';
import { daysBetween, yearOf, type IsoDate } from '../time.ts';
import { declareAction, derivedId } from './action.ts';

/** A date as papers write it: 2017年6月2日, without zeros. */
const dateInWords = (date: IsoDate): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/** One that was waived since the date needs no notice either. */
const isMissed = (milestone: Milestone, asOf: IsoDate): boolean =>
  milestone.waivedOn === undefined && milestoneState(milestone, asOf) === 'overdue';

/** Milestones that are overdue at `asOf` and have no notice yet, the oldest first. */
function unnoticed(ledger: Ledger, asOf: IsoDate): readonly (readonly [Milestone, Project])[] {
  const noticed = new Set([...ledger.tables.notices.values()].map(({ milestone }) => milestone));
  return [...ledger.tables.milestones.values()]
    .filter((milestone) => isMissed(milestone, asOf) && !noticed.has(milestone.id))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    .flatMap((milestone) => {
      const project = ledger.tables.projects.get(milestone.project);
      return project && isListed(project.lifecycle) ? [[milestone, project] as const] : [];
    });
}

/** Running number of the year's next notice, after the highest that its numbers hold: 督办〔2017〕6号. */
function nextNumber(ledger: Ledger, year: number): number {
  const numbers = [...ledger.tables.notices.values()].flatMap(({ number }) => {
    const match = /〔(\d{4})〕\s*(\d+)\s*号/.exec(number);
    return match && Number(match[1]) === year ? [Number(match[2])] : [];
  });
  return Math.max(0, ...numbers) + 1;
}

const noticeFor = (milestone: Milestone, project: Project, number: number, asOf: IsoDate, dueOn: IsoDate) => ({
  number: `督办〔${yearOf(asOf)}〕${number}号`,
  unit: project.leadUnit,
  copyTo: project.sponsorLeader,
  project: project.id,
  milestone: milestone.id,
  urgency: 'ordinary',
  stage: 'first',
  basis: '项目时间节点计划',
  matter: `${project.name}原定${dateInWords(milestone.dueOn)}完成“${milestone.name}”，截至${dateInWords(asOf)}未完成，逾期${daysBetween(milestone.dueOn, asOf)}天。`,
  demand: `1.查明原因，倒排工期，尽快完成该节点。2.请于${dateInWords(dueOn)}前以书面形式反馈（一事一报，加盖公章）。`,
  dueOn,
  state: 'draft',
});

/** 督办通知单: a draft for every milestone that was missed and has no notice yet. */
export const draftNotices = declareAction({
  name: 'draftNotices',
  label: { zh: '为逾期节点拟督办单', en: 'Draft notices for missed milestones' },
  help: {
    zh: '为每个逾期且尚无督办单的节点拟一份督办通知单，审核后下发。',
    en: 'Drafts a supervision notice for each milestone that was missed and has none; they are issued after review.',
  },
  register: 'notices',
  roles: ['admin', 'editor', 'verifier'],
  fields: {
    asOf: date({ label: { zh: '截至日期', en: 'As of' } }),
    dueOn: date({ label: { zh: '办理时限', en: 'Deadline' } }),
  },
  run: (ledger, { asOf, dueOn }) => {
    if (dueOn <= asOf)
      return fail([{ path: 'dueOn', code: 'inconsistent' as const, message: 'is not after the date' }]);
    const first = nextNumber(ledger, yearOf(asOf));
    return ok(
      unnoticed(ledger, asOf).map(([milestone, project], index): ChangeRequest => ({
        kind: 'create',
        register: 'notices',
        record: derivedId('notice', milestone.id),
        values: noticeFor(milestone, project, first + index, asOf, dueOn),
      })),
    );
  },
});
