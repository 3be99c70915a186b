/**
 * The accountability time line (倒查责任) of one project: what was due and done when by the records, who wrote what when
 * by the log, and who held which post at the time.
 */
import type { Change, FieldChange } from '../ledger/change.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { recordTitle } from '../ledger/record-title.ts';
import { namedBy } from '../register/check-record.ts';
import type { Label } from '../register/label.ts';
import { REGISTERS, registerNamed, type RegisterName } from '../registers/index.ts';
import { officeDate } from '../office-time.ts';
import type { Instant, IsoDate } from '../time.ts';

/** Who answered for the project from a day on. */
export interface Posts {
  /** Absent for those who held their posts when the record was first made: since when, nobody wrote down. */
  readonly from?: IsoDate;
  readonly sponsorLeader?: string;
  readonly leadUnit?: string;
  readonly responsiblePerson?: string;
  readonly siteLead?: string;
}

/** One line of the time line. */
export interface TimelineEntry {
  readonly on: IsoDate;
  /** `fact`: a date in a record; `log`: somebody wrote. */
  readonly source: 'fact' | 'log';
  readonly register: RegisterName;
  readonly record: string;
  readonly title: string;
  /** Of a fact: which date it is. */
  readonly date?: Label;
  /** Of a deadline: it passed without what was due. */
  readonly missed?: true;
  readonly seq?: number;
  readonly at?: Instant;
  readonly actor?: string;
  readonly kind?: Change['kind'];
  readonly fields?: Readonly<Record<string, FieldChange>>;
  readonly reason?: string;
  /** Who held which post then; absent before anybody did. */
  readonly posts?: Posts;
}

export interface Timeline {
  readonly project: string;
  readonly name: string;
  /** Oldest first. */
  readonly posts: readonly Posts[];
  /** Oldest first. */
  readonly entries: readonly TimelineEntry[];
}

type Known = Readonly<Record<string, unknown>>;

/** Which date settles a deadline. */
const SETTLED_BY: Partial<Record<RegisterName, readonly [due: string, done: string]>> = {
  milestones: ['dueOn', 'doneOn'],
  issues: ['dueOn', 'resolvedOn'],
  notices: ['dueOn', 'repliedOn'],
  decisions: ['dueOn', 'doneOn'],
};

/** Registers of the office's work; playlists and the like name projects too, but nobody answers for them there. */
const NAMES = (Object.keys(REGISTERS) as readonly RegisterName[]).filter((name) => !registerNamed(name).system);

/** Whether a record's values name the project. */
const isAbout = (register: RegisterName, values: Known, project: string): boolean =>
  Object.entries(registerNamed(register).fields).some(
    ([name, field]) => field.target === 'projects' && namedBy(field, values[name]).includes(project),
  );

const isMissed = (register: RegisterName, name: string, record: Known, today: IsoDate): boolean => {
  const rule = SETTLED_BY[register];
  if (rule?.[0] !== name) return false;
  const done = record[rule[1]];
  const due = String(record[name]);
  const isWaived = record['waivedOn'] !== undefined || record['state'] === 'cancelled';
  return !isWaived && (typeof done === 'string' ? done > due : due < today);
};

function factsOf(ledger: Ledger, register: RegisterName, id: string, record: Known, today: IsoDate): TimelineEntry[] {
  const title = recordTitle(ledger, register, id);
  const common = { source: 'fact', register, record: id, title } as const;
  return Object.entries(registerNamed(register).fields).flatMap(([name, field]): TimelineEntry[] => {
    const value = record[name];
    if (typeof value !== 'string' || (field.kind !== 'date' && field.kind !== 'month') || field.secret) return [];
    // A month counts from its first day.
    const on = (field.kind === 'month' ? `${value}-01` : value) as IsoDate;
    const missed = isMissed(register, name, record, today) ? ({ missed: true } as const) : {};
    return [{ ...common, on, date: field.label, ...missed }];
  });
}

const before = (change: Change): Known =>
  Object.fromEntries(
    Object.entries(change.fields).map(([name, field]) => [
      name,
      'secret' in field ? undefined : (field.to ?? field.from),
    ]),
  );

const logged = (ledger: Ledger, change: Change): TimelineEntry => ({
  on: officeDate(change.at),
  source: 'log',
  register: change.register,
  record: change.record,
  title: recordTitle(ledger, change.register, change.record, before(change)),
  seq: change.seq,
  at: change.at,
  actor: change.actor.name,
  kind: change.kind,
  fields: change.fields,
  ...(change.reason === undefined ? {} : { reason: change.reason }),
});

const POSTS = ['sponsorLeader', 'leadUnit', 'responsiblePerson', 'siteLead'] as const;

const named = (ledger: Ledger, name: string, value: unknown): string => {
  const { target } = REGISTERS.projects.fields[name as 'leadUnit'];
  return target === undefined ? String(value) : recordTitle(ledger, target as RegisterName, String(value));
};

interface Span {
  /** Empty for what was so when the record was made. */
  readonly from: string;
  readonly holder: string | undefined;
}

const sinceOf = ({ at, kind, fields }: Change, post: string): string => {
  const since = post === 'sponsorLeader' ? fields['sponsorSince'] : undefined;
  if (since && 'to' in since && typeof since.to === 'string') return since.to;
  return kind === 'create' ? '' : officeDate(at);
};

/** Who held one post from when; what is written later replaces what was thought of the same days before. */
function spansOf(ledger: Ledger, changes: readonly Change[], post: string): readonly Span[] {
  let spans: readonly Span[] = [];
  for (const change of changes) {
    const field = change.fields[post];
    if (!field || 'secret' in field) continue;
    const from = sinceOf(change, post);
    const holder = field.to === undefined ? undefined : named(ledger, post, field.to);
    spans = [...spans.filter((span) => span.from < from), { from, holder }];
  }
  return spans;
}

/** The spans of all posts together, from the project's own changes; a sponsor counts from the day that the record gives. */
function postsOf(ledger: Ledger, changes: readonly Change[]): readonly Posts[] {
  const spans = POSTS.map((post) => [post, spansOf(ledger, changes, post)] as const);
  const days = [...new Set(spans.flatMap(([, each]) => each.map(({ from }) => from)))].sort();
  return days.map((from) => {
    const holders = spans.map(([post, each]) => [post, each.filter((span) => span.from <= from).at(-1)?.holder]);
    const held = Object.fromEntries(holders.filter(([, holder]) => holder !== undefined)) as Posts;
    return from === '' ? held : { from: from as IsoDate, ...held };
  });
}

const postsAt = (posts: readonly Posts[], on: IsoDate): { posts?: Posts } => {
  const held = posts.filter(({ from }) => from === undefined || from <= on).at(-1);
  return held ? { posts: held } : {};
};

/** Records of the ledger that belong to a project: the project itself and all that name it. */
export function recordsAbout(ledger: Ledger, project: string): readonly (readonly [RegisterName, string, Known])[] {
  return NAMES.flatMap((register) =>
    [...(ledger.tables[register] as ReadonlyMap<string, object>)]
      .filter(
        ([id, record]) => (register === 'projects' && id === project) || isAbout(register, { ...record }, project),
      )
      .map(([id, record]) => [register, id, { ...record }] as const),
  );
}

/**
 * The time line of a project.
 * @param changes the log of the project and of all records that ever named it, oldest first.
 * @param today deadlines before it without their date of completion are missed.
 */
export function timelineOf(ledger: Ledger, project: string, changes: readonly Change[], today: IsoDate): Timeline {
  const own = changes.filter(({ register, record }) => register === 'projects' && record === project);
  const posts = postsOf(ledger, own);
  const facts = recordsAbout(ledger, project).flatMap(([register, id, record]) =>
    factsOf(ledger, register, id, record, today),
  );
  const writes = changes.filter(({ register }) => NAMES.includes(register)).map((change) => logged(ledger, change));
  const entries = [...facts, ...writes]
    .map((entry) => ({ ...entry, ...postsAt(posts, entry.on) }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : (a.at ?? 0) - (b.at ?? 0)));
  return { project, name: recordTitle(ledger, 'projects', project), posts, entries };
}
