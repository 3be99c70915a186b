/** The computed views. Those of slides are public, because they are made of public types only; the others are the office's. */
import type { Context } from 'hono';
import { boardContext, type BoardContext } from '../../../core/boards/board.ts';
import { canonicalJson } from '../../../core/canonical.ts';
import { showRate } from '../../../core/exact.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import type { IsoDate } from '../../../core/time.ts';
import type { Parts } from '../../parts.ts';
import { admit, IN_OFFICE, PUBLIC } from '../access.ts';
import { boardQuery, BOARDS, type ServedBoard } from '../board-table.ts';
import { describeField } from '../describe-field.ts';
import type { AppEnv } from '../env.ts';
import { hasCurrent } from '../if-match.ts';
import { knownLedger } from '../known-ledger.ts';
import { Problem, problem } from '../problem.ts';
import { route, type Route } from '../route.ts';

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
  readonly asOf?: IsoDate;
  readonly [option: string]: unknown;
}

const computed = (ledger: Ledger, { name, data }: ServedBoard, { asOf, ...options }: Options): string => {
  const context = boardContext(ledger, asOf);
  if (!context) throw problem('no-settings');
  const values = data(context, options);
  if (!values) throw problem('not-found', { detail: 'the project is not on the list' });
  const { revision } = ledger;
  return JSON.stringify({ board: name, asOf: context.asOf, basis: basisOf(context), revision, ...values });
};

/** Strangers choose the options: what is remembered of one ledger is bounded. */
const MOST_REMEMBERED = 200;

/** Boards are pure: each is worked out once per ledger and options. */
const remembering = () => {
  const known = new WeakMap<Ledger, Map<string, string>>();
  return (ledger: Ledger, of: ServedBoard, options: Options): string => {
    const texts = known.get(ledger) ?? new Map<string, string>();
    known.set(ledger, texts);
    const key = `${of.name} ${canonicalJson(options)}`;
    const text = texts.get(key) ?? computed(ledger, of, options);
    if (texts.size < MOST_REMEMBERED) texts.set(key, text);
    return text;
  };
};

const describeBoard = ({ name, label, options, public: shown }: ServedBoard) => ({
  name,
  label,
  public: shown,
  options: Object.entries(options).map(([option, field]) => describeField(option, field)),
});

/** Whether who asks works in the office; strangers and reporters are told of public boards only. */
const isInOffice = (parts: Parts, c: Context<AppEnv>): boolean => {
  try {
    return admit(parts, c, IN_OFFICE) !== null;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
};

const boardRoute = (parts: Parts, of: ServedBoard, textOf: ReturnType<typeof remembering>): Route =>
  route({
    method: 'GET',
    path: `/api/boards/${of.name}`,
    access: of.public ? PUBLIC : IN_OFFICE,
    summary: `${of.label.en}: exact values beside displayed text`,
    query: boardQuery(of.options),
    answer: { status: 200, description: 'The board with its as-of date, basis and revision' },
    handler: ({ c, query: { known, ...options } }) => {
      // Earlier states hold what was corrected since, and cost a reading of the log: they are not for strangers.
      if (known !== undefined) admit(parts, c, IN_OFFICE);
      const { ledger } = knownLedger(parts, known, 'known');
      const text = textOf(ledger, of, options);
      const tag = `"${parts.changes.epoch}.${ledger.revision}"`;
      c.header('etag', tag);
      c.header('cache-control', of.public && known === undefined ? 'no-cache' : 'private, no-cache');
      if (hasCurrent(c, tag)) return c.body(null, 304);
      return c.body(text, 200, { 'content-type': 'application/json' });
    },
  });

/** The list of boards and each of them. */
export function boardRoutes(parts: Parts): readonly Route[] {
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
  return [list, ...BOARDS.map((of) => boardRoute(parts, of, textOf))];
}
