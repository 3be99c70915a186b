/** The computed views. Those of slides are public, because they are made of public types only; the others are the office's. */
import type { Context } from 'hono';
import { boardContext, type BoardContext } from '../../../core/boards/board.ts';
import { canonicalJson } from '../../../core/canonical.ts';
import { showRate } from '../../../core/exact.ts';
import { definitionOf } from '../../../core/measures/definition.ts';
import { officeDate } from '../../../core/office-time.ts';
import type { Stepwise } from '../../../core/stepwise.ts';
import type { IsoDate } from '../../../core/time.ts';
import type { Parts } from '../../parts.ts';
import { admit, IN_OFFICE, PUBLIC } from '../access.ts';
import { boardQuery, BOARDS, type BoardQuery, type ServedBoard } from '../board-table.ts';
import { describeField } from '../describe-field.ts';
import type { AppEnv } from '../env.ts';
import { hasCurrent } from '../if-match.ts';
import { knownLedger } from '../known-ledger.ts';
import { problem } from '../problem.ts';
import { isInOffice, refuseTakenDown, showsEditions, type PublicView, type PublicViews } from '../public-view.ts';
import { route, type Route } from '../route.ts';
import { createTurns } from '../turns.ts';

/** Under what assumptions the figures hold. */
const basisOf = ({ settings, time }: BoardContext) => ({
  figures: settings.showReported
    ? 'verified reports, newer reported ones marked as unverified, plans in force'
    : 'verified reports, plans in force',
  timeProgress: settings.timeProgress,
  time: showRate(time),
  source: settings.source,
  office: settings.office,
  district: settings.district,
  year: settings.year,
  demo: settings.demo,
});

interface Options {
  readonly [option: string]: unknown;
}

interface Asked {
  readonly view: PublicView;
  readonly of: ServedBoard;
  readonly options: Options;
  /** The office's day: what is public for some days only depends on it. */
  readonly today: IsoDate;
}

const computed = ({ view, of: { name, data, measures }, options, today }: Asked): string => {
  const { ledger, asOf, baseline, edition } = view;
  const figures = boardContext(ledger, asOf);
  if (!figures) throw problem('no-settings');
  const context = { ...figures, today, ...(baseline ? { baseline } : {}) };
  const values = data(context, options);
  if (!values) throw problem('not-found', { detail: 'the project is not on the list' });
  const head = { board: name, asOf: context.asOf, ...(edition ? { edition } : {}) };
  const definitions = Object.fromEntries(measures.map((id) => [id, definitionOf(id)]));
  return JSON.stringify({ ...head, basis: basisOf(context), revision: ledger.revision, definitions, ...values });
};

function* inOnePiece(asked: Asked): Stepwise<string> {
  yield;
  return computed(asked);
}

/**
 * Boards are pure: each is worked out once per ledger and options. Strangers choose dates, which cost a second each of a
 * large ledger: these wait in a line of their own, so that the boards of now do not wait for them.
 */
const remembering = () => {
  const lines = { now: createTurns<string>(), asked: createTurns<string>() };
  return (asked: Asked, isDated: boolean): Promise<string> => {
    const { view, of, options, today } = asked;
    const key = `${of.name} ${canonicalJson([view.version, view.asOf ?? '', today, options])}`;
    return lines[isDated ? 'asked' : 'now'].of(view.ledger, key, () => inOnePiece(asked));
  };
};

const describeBoard = ({ name, label, options, measures, public: shown }: ServedBoard) => ({
  name,
  label,
  public: shown,
  measures,
  options: Object.entries(options).map(([option, field]) => describeField(option, field)),
});

/** The view that a request asks for: the public's, or in the office any moment's. */
function viewFor(
  { parts, views, of }: Served,
  c: Context<AppEnv>,
  { known, asOf }: Pick<BoardQuery, 'known' | 'asOf'>,
): PublicView {
  if (known === undefined && of.public) return views.of(c, asOf);
  // Earlier states hold what was corrected since, and cost a reading of the log: they are not for strangers.
  if (known !== undefined) admit(parts, c, IN_OFFICE);
  const { ledger } = knownLedger(parts, known, 'known');
  return { ledger, ...(asOf === undefined ? {} : { asOf }), version: String(ledger.revision) };
}

interface Served {
  readonly parts: Parts;
  readonly views: PublicViews;
  readonly of: ServedBoard;
}

const boardRoute = (served: Served, textOf: ReturnType<typeof remembering>): Route => {
  const { parts, views, of } = served;
  return route({
    method: 'GET',
    path: `/api/boards/${of.name}`,
    access: of.public ? PUBLIC : IN_OFFICE,
    summary: `${of.label.en}: exact values beside displayed text`,
    query: boardQuery(of.options),
    answer: { status: 200, description: 'The board with its as-of date, basis, revision and, of an edition, which' },
    handler: async ({ c, query: { known, asOf, ...options } }) => {
      const byWho = of.public && showsEditions(parts.changes.ledger());
      if (byWho) c.header('vary', 'cookie, authorization', { append: true });
      const view = viewFor(served, c, { ...(known && { known }), ...(asOf && { asOf }) });
      refuseTakenDown(view, of.name, options);
      const today = officeDate(parts.now());
      const text = await textOf({ view, of, options, today }, asOf !== undefined || known !== undefined);
      // What waited in line may have been taken down meanwhile.
      if (view.edition) refuseTakenDown(views.of(c, asOf), of.name, options);
      const tag = `"${parts.changes.epoch}.${view.version}.${today}"`;
      const shared = of.public && known === undefined && (!byWho || view.edition !== undefined);
      c.header('etag', tag);
      c.header('cache-control', shared ? 'no-cache' : 'private, no-cache');
      if (hasCurrent(c, tag)) return c.body(null, 304);
      return c.body(text, 200, { 'content-type': 'application/json' });
    },
  });
};

/** The list of boards and each of them. */
export function boardRoutes(parts: Parts, views: PublicViews): readonly Route[] {
  const textOf = remembering();
  const list = route({
    method: 'GET',
    path: '/api/boards',
    access: PUBLIC,
    summary: 'The boards that the caller may read and their options; each also takes asOf, and known in the office',
    answer: { status: 200, description: 'The boards' },
    handler: ({ c }) => {
      const all = isInOffice(parts, c);
      c.header('vary', 'cookie, authorization', { append: true });
      return c.json({ boards: BOARDS.filter((each) => each.public || all).map(describeBoard) });
    },
  });
  return [list, ...BOARDS.map((of) => boardRoute({ parts, views, of }, textOf))];
}
