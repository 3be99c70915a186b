/** The boards: public, because they are made of public types only. */
import { z } from 'zod';
import { boardContext, type BoardContext } from '../../../core/boards/board.ts';
import { allProjects, projectRanking } from '../../../core/boards/project-ranking.ts';
import { projectBoard } from '../../../core/boards/project.ts';
import { summary } from '../../../core/boards/summary.ts';
import { unitRanking } from '../../../core/boards/unit-ranking.ts';
import { canonicalJson } from '../../../core/canonical.ts';
import { showRate } from '../../../core/exact.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import type { Label } from '../../../core/register/label.ts';
import { KEY_LEVELS, SECTORS, type KeyLevel, type Sector } from '../../../core/registers/project-choices.ts';
import { UNIT_GROUPS, type UnitGroup } from '../../../core/registers/unit-groups.ts';
import { SLIDE_KINDS } from '../../../core/slides/kinds.ts';
import { parseDate, type IsoDate } from '../../../core/time.ts';
import type { Parts } from '../../parts.ts';
import { PUBLIC } from '../access.ts';
import { describeField } from '../describe-field.ts';
import { hasCurrent } from '../if-match.ts';
import { problem } from '../problem.ts';
import { route, type Route } from '../route.ts';

const keysOf = <K extends string>(choices: Readonly<Record<K, Label>>) => z.enum(Object.keys(choices) as [K, ...K[]]);

const asOf = z
  .string()
  .refine((text) => parseDate(text) !== null, { error: 'must be a date like 2017-12-31' })
  .transform((text) => text as IsoDate)
  .exactOptional();

interface Board<Q extends { readonly asOf?: IsoDate }> {
  readonly name: keyof typeof SLIDE_KINDS;
  readonly query: z.ZodType<Q>;
  /** The board's data; null when what it is about is not on the list. */
  readonly data: (context: BoardContext, query: Q) => object | null;
}

type AnyBoard = Board<{ readonly asOf?: IsoDate }>;

const board = <Q extends { readonly asOf?: IsoDate }>(declared: Board<Q>): AnyBoard => declared as unknown as AnyBoard;

interface RankingQuery {
  readonly asOf?: IsoDate;
  readonly level?: KeyLevel;
  readonly sector?: Sector;
  readonly top?: number;
}

const rankingQuery: z.ZodType<RankingQuery> = z.strictObject({
  asOf,
  level: keysOf<KeyLevel>(KEY_LEVELS).exactOptional(),
  sector: keysOf<Sector>(SECTORS).exactOptional(),
  top: z.coerce.number().int().min(1).max(300).exactOptional(),
});

const BOARDS: readonly AnyBoard[] = [
  board({ name: 'summary', query: z.strictObject({ asOf }), data: (context) => summary(context) }),
  board({
    name: 'unitRanking',
    query: z.strictObject({ asOf, group: keysOf<UnitGroup>(UNIT_GROUPS) }),
    data: (context, { group }) => unitRanking(context, group),
  }),
  board({
    name: 'projectRanking',
    query: rankingQuery,
    data: (context, query) => ({ rows: projectRanking(context, query) }),
  }),
  board({ name: 'projects', query: z.strictObject({ asOf }), data: (context) => ({ rows: allProjects(context) }) }),
  board({
    name: 'project',
    query: z.strictObject({ asOf, project: z.string().min(1).max(64) }),
    data: (context, { project }) => projectBoard(context, project),
  }),
];

/** Under what assumptions the figures hold. */
const basisOf = ({ settings, time }: BoardContext) => ({
  figures: 'verified reports, plans in force',
  timeProgress: settings.timeProgress,
  time: showRate(time),
  source: settings.source,
  office: settings.office,
  district: settings.district,
  year: settings.year,
  demo: settings.demo,
});

const computed = (ledger: Ledger, { name, data }: AnyBoard, query: { readonly asOf?: IsoDate }): string => {
  const context = boardContext(ledger, query.asOf);
  if (!context) throw problem('no-settings');
  const values = data(context, query);
  if (!values) throw problem('not-found', { detail: 'the project is not on the list' });
  const { revision } = ledger;
  return JSON.stringify({ board: name, asOf: context.asOf, basis: basisOf(context), revision, ...values });
};

/** Strangers choose the options: what is remembered of one ledger is bounded. */
const MOST_REMEMBERED = 200;

/** Boards are pure: each is worked out once per ledger and options. */
const remembering = () => {
  const known = new WeakMap<Ledger, Map<string, string>>();
  return (ledger: Ledger, of: AnyBoard, query: { readonly asOf?: IsoDate }): string => {
    const texts = known.get(ledger) ?? new Map<string, string>();
    known.set(ledger, texts);
    const key = `${of.name} ${canonicalJson(query)}`;
    const text = texts.get(key) ?? computed(ledger, of, query);
    if (texts.size < MOST_REMEMBERED) texts.set(key, text);
    return text;
  };
};

const describeBoard = ({ name }: AnyBoard) => {
  const { label, options } = SLIDE_KINDS[name];
  const own = Object.entries(options).filter(([option]) => option !== 'title');
  return { name, label, options: own.map(([option, field]) => describeField(option, field)) };
};

/** The computed views. */
export function boardRoutes({ changes }: Parts): readonly Route[] {
  const textOf = remembering();
  const list = route({
    method: 'GET',
    path: '/api/boards',
    access: PUBLIC,
    summary: 'The boards and their options; every board also takes asOf',
    answer: { status: 200, description: 'The boards' },
    handler: ({ c }) => c.json({ boards: BOARDS.map(describeBoard) }),
  });
  const each = BOARDS.map((of) =>
    route({
      method: 'GET',
      path: `/api/boards/${of.name}`,
      access: PUBLIC,
      summary: `${SLIDE_KINDS[of.name].label.en}: exact values beside displayed text`,
      query: of.query,
      answer: { status: 200, description: 'The board with its as-of date, basis and revision' },
      handler: ({ c, query }) => {
        const ledger = changes.ledger();
        const text = textOf(ledger, of, query);
        const tag = `"${changes.epoch}.${ledger.revision}"`;
        c.header('etag', tag);
        c.header('cache-control', 'no-cache');
        if (hasCurrent(c, tag)) return c.body(null, 304);
        return c.body(text, 200, { 'content-type': 'application/json' });
      },
    }),
  );
  return [list, ...each];
}
