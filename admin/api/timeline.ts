/** The accountability time line of a project. */
import type { Posts, TimelineEntry, Timeline } from '../../core/history/timeline.ts';
import type { ChangeKind, FieldChange } from '../../core/ledger/change.ts';
import { isRegisterName } from '../../core/registers/index.ts';
import { isObject } from '../../core/result.ts';
import { instant, parseDate, type IsoDate } from '../../core/time.ts';
import { ApiProblem } from './problem.ts';
import { labelIn, listOf, objectOf, textOf } from './parse.ts';
import { request } from './request.ts';

const unfit = (): ApiProblem => new ApiProblem(0, 'unexpected-answer', 'timeline');

const dateOf = (value: unknown): IsoDate => {
  const date = typeof value === 'string' ? parseDate(value) : null;
  if (!date) throw unfit();
  return date;
};

const textsOf = (
  value: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const text = value[name];
      return typeof text === 'string' ? [[name, text]] : [];
    }),
  );

const POSTS = ['sponsorLeader', 'leadUnit', 'responsiblePerson', 'siteLead'] as const;

const postsOf = (value: unknown): Posts => {
  const source = objectOf(value, 'posts');
  return { ...(source['from'] === undefined ? {} : { from: dateOf(source['from']) }), ...textsOf(source, POSTS) };
};

const fieldOf = (value: unknown): FieldChange => {
  if (!isObject(value)) return {};
  return value['secret'] === true ? { secret: true } : { from: value['from'], to: value['to'] };
};

const isKind = (kind: unknown): kind is ChangeKind => kind === 'create' || kind === 'update' || kind === 'delete';

function entryOf(value: unknown): TimelineEntry {
  const source = objectOf(value, 'entry');
  const { on, register, record, title, date, missed, seq, at, kind, fields, posts } = source;
  if (typeof register !== 'string' || !isRegisterName(register)) throw unfit();
  return {
    on: dateOf(on),
    source: source['source'] === 'fact' ? 'fact' : 'log',
    register,
    record: textOf(record, 'record'),
    title: textOf(title, 'title'),
    ...(date === undefined ? {} : { date: labelIn(date, 'date') }),
    ...(missed === true ? { missed } : {}),
    ...(typeof seq === 'number' ? { seq } : {}),
    ...(typeof at === 'number' ? { at: instant(at) } : {}),
    ...(isKind(kind) ? { kind } : {}),
    ...(isObject(fields)
      ? { fields: Object.fromEntries(Object.entries(fields).map(([name, each]) => [name, fieldOf(each)])) }
      : {}),
    ...textsOf(source, ['actor', 'reason']),
    ...(posts === undefined ? {} : { posts: postsOf(posts) }),
  };
}

/** A project's time line, oldest first. */
export async function readTimeline(project: string): Promise<Timeline> {
  const answer = objectOf(await request('GET', `/api/timeline/${encodeURIComponent(project)}`), 'timeline');
  return {
    project: textOf(answer['project'], 'project'),
    name: textOf(answer['name'], 'name'),
    posts: listOf(answer['posts'], 'posts', postsOf),
    entries: listOf(answer['entries'], 'entries', entryOf),
  };
}
