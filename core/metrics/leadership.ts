/** Rates of leaders' and the office's own work: M21 to M23. */
import type { IsoDate, IsoMonth } from '../time.ts';
import type { Notice, Photo, Project } from '../registers/index.ts';
import { select, shareOf, type Selection, type Share } from './metrics.ts';

/** M21 分包覆盖率: projects with a sponsor, of all. */
export const sponsored = (projects: readonly Project[]): Selection<Project> =>
  select(projects, ({ sponsorLeader }) => sponsorLeader !== undefined);

/** M21 分包覆盖率, counted. */
export const sponsorCoverage = (projects: readonly Project[]): Share => shareOf(sponsored(projects));

/** M22 图片更新率: projects with an accepted photo of the month, of those due. */
export function photographed(due: readonly Project[], photos: Iterable<Photo>, month: IsoMonth): Selection<Project> {
  const shown = new Set<string>();
  for (const photo of photos) if (photo.state === 'accepted' && photo.month === month) shown.add(photo.project);
  return select(due, ({ id }) => shown.has(id));
}

/** M22 图片更新率, counted. */
export const photoCoverage = (due: readonly Project[], photos: Iterable<Photo>, month: IsoMonth): Share =>
  shareOf(photographed(due, photos, month));

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

/** Whether a notice was answered by its deadline. */
const repliedInTime = (notice: Notice, asOf: IsoDate): boolean =>
  repliedBy(notice, asOf) && (notice.repliedOn ?? '') <= noticeDeadline(notice);

/** M23 督办按期反馈率: notices answered by their deadline, of those answered or whose deadline has passed. */
export const noticesAnswered = (notices: Iterable<Notice>, asOf: IsoDate): Selection<Notice> =>
  select(
    issuedBy(notices, asOf).filter((each) => noticeDeadline(each) < asOf || repliedBy(each, asOf)),
    (each) => repliedInTime(each, asOf),
  );

/** M23 督办按期反馈率, counted. */
export const noticeFeedbackRate = (notices: Iterable<Notice>, asOf: IsoDate): Share =>
  shareOf(noticesAnswered(notices, asOf));

/** Notices whose deadline passed without an answer in time, or that wait beyond it again. */
export const noticesLate = (notices: Iterable<Notice>, asOf: IsoDate): readonly Notice[] =>
  issuedBy(notices, asOf).filter(
    (each) => noticeOverdue(each, asOf) || (noticeDeadline(each) < asOf && !repliedInTime(each, asOf)),
  );

/** M23 督办办结率: notices closed, of those sent. */
export const noticesClosed = (notices: Iterable<Notice>, asOf: IsoDate): Selection<Notice> =>
  select(issuedBy(notices, asOf), (each) => closedBy(each, asOf));

/** M23 督办办结率, counted. */
export const noticeClosureRate = (notices: Iterable<Notice>, asOf: IsoDate): Share =>
  shareOf(noticesClosed(notices, asOf));
