/** Rates of leaders' and the office's own work: M21 to M23. */
import type { IsoDate, IsoMonth } from '../time.ts';
import type { Notice, Photo, Project } from '../registers/index.ts';
import { share, type Share } from './metrics.ts';

/** M21 分包覆盖率: projects with a sponsor ÷ projects. */
export const sponsorCoverage = (projects: readonly Project[]): Share =>
  share(projects.filter(({ sponsorLeader }) => sponsorLeader !== undefined).length, projects.length);

/** M22 图片更新率: projects due with an accepted photo of the month ÷ projects due. */
export function photoCoverage(due: readonly Project[], photos: Iterable<Photo>, month: IsoMonth): Share {
  const shown = new Set<string>();
  for (const photo of photos) if (photo.state === 'accepted' && photo.month === month) shown.add(photo.project);
  return share(due.filter(({ id }) => shown.has(id)).length, due.length);
}

/** Until when a notice is to be answered: its deadline, or the later one that was granted. */
export const noticeDeadline = ({ dueOn, extensionGrantedTo }: Notice): IsoDate =>
  extensionGrantedTo !== undefined && extensionGrantedTo > dueOn ? extensionGrantedTo : dueOn;

/** Notices sent by a date; drafts are none. */
export const issuedBy = (notices: Iterable<Notice>, asOf: IsoDate): readonly Notice[] =>
  [...notices].filter(({ issuedOn }) => issuedOn !== undefined && issuedOn <= asOf);

const repliedBy = ({ repliedOn }: Notice, asOf: IsoDate): boolean => repliedOn !== undefined && repliedOn <= asOf;

/** Whether a notice was closed (办结) by a date. */
export const closedBy = ({ state, closedOn }: Notice, asOf: IsoDate): boolean =>
  state === 'closed' && closedOn !== undefined && closedOn <= asOf;

/** Whether a notice waits for its answer beyond its deadline at the end of `asOf`; one sent back waits again. */
export const noticeOverdue = (notice: Notice, asOf: IsoDate): boolean =>
  noticeDeadline(notice) < asOf && !closedBy(notice, asOf) && (notice.state === 'returned' || !repliedBy(notice, asOf));

/** M23 督办按期反馈率: answered by their deadline ÷ notices answered or whose deadline has come. */
export function noticeFeedbackRate(notices: Iterable<Notice>, asOf: IsoDate): Share {
  const due = issuedBy(notices, asOf).filter((each) => noticeDeadline(each) <= asOf || repliedBy(each, asOf));
  const onTime = due.filter((each) => repliedBy(each, asOf) && (each.repliedOn ?? '') <= noticeDeadline(each));
  return share(onTime.length, due.length);
}

/** M23 督办办结率: notices closed ÷ notices sent. */
export function noticeClosureRate(notices: Iterable<Notice>, asOf: IsoDate): Share {
  const issued = issuedBy(notices, asOf);
  return share(issued.filter((each) => closedBy(each, asOf)).length, issued.length);
}
