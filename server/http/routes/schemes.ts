/** Assessment schemes at work: scores, their explanation, what it would take to rise, and trying a scheme out. */
import { z } from 'zod';
import { boardContext, type BoardContext } from '../../../core/boards/board.ts';
import { canonicalJson } from '../../../core/canonical.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { officeDate } from '../../../core/office-time.ts';
import { OFFICE_ROLES } from '../../../core/register/role.ts';
import type { SchemeRecord } from '../../../core/registers/index.ts';
import { checkScheme, schemeWarnings } from '../../../core/schemes/check-scheme.ts';
import { compareScores } from '../../../core/schemes/compare.ts';
import { explain } from '../../../core/schemes/explain.ts';
import { honoursOf } from '../../../core/schemes/honours-at.ts';
import { schemeInForce } from '../../../core/schemes/in-force.ts';
import { riseByRate, riseByScheme } from '../../../core/schemes/rise.ts';
import type { Scheme } from '../../../core/schemes/scheme.ts';
import { score, type SchemeScores } from '../../../core/schemes/score.ts';
import { scoresAt } from '../../../core/schemes/scores-at.ts';
import { sensitivityOf } from '../../../core/schemes/sensitivity.ts';
import type { Stepwise } from '../../../core/stepwise.ts';
import type { IsoDate } from '../../../core/time.ts';
import type { Parts } from '../../parts.ts';
import { IN_OFFICE, unlimited } from '../access.ts';
import { seenExplanation } from '../explain-people.ts';
import { knownLedger } from '../known-ledger.ts';
import { problem } from '../problem.ts';
import { route, type Call, type Route } from '../route.ts';
import {
  listedScheme,
  shownComparison,
  shownHonours,
  shownSchemeRise,
  shownScores,
  shownSensitivity,
} from '../scheme-views.ts';
import { createTurns, type Turns } from '../turns.ts';
import { isoDate } from '../input.ts';

/** A score rests on records of any register. */
const EVERY_REGISTER = unlimited(...OFFICE_ROLES);

const query = z.strictObject({ asOf: isoDate.exactOptional(), known: z.string().min(1).max(40).exactOptional() });

type Asked = z.infer<typeof query>;

/** A scheme of a ledger with everything to answer about it. */
interface At {
  readonly ledger: Ledger;
  readonly context: BoardContext;
  readonly record: SchemeRecord;
}

const schemeIn = ({ tables }: Ledger, id: string): SchemeRecord => {
  const record = tables.schemes.get(id);
  if (!record) throw problem('not-found', { detail: `there is no scheme ${id}` });
  return record;
};

const contextIn = (ledger: Ledger, asOf: IsoDate | undefined): BoardContext => {
  const context = boardContext(ledger, asOf);
  if (!context) throw problem('no-settings');
  return context;
};

const scoresIn = ({ ledger, context, record }: At): SchemeScores => {
  const scores = scoresAt(ledger, record.id, context.asOf);
  if (!scores) throw problem('no-settings');
  return scores;
};

const headOf = ({ ledger, context, record: { id, name, version } }: At) => ({
  scheme: { id, name, version },
  asOf: context.asOf,
  revision: ledger.revision,
});

const noUnit = (unit: string) => problem('not-found', { detail: `the scheme does not assess the unit ${unit}` });

type Office = typeof EVERY_REGISTER;

interface DeclaredView {
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly view: (at: At, call: Call<Office, Asked, unknown>) => object;
}

/** A question that takes a second or more of a large ledger. */
interface DeclaredLongView extends Omit<DeclaredView, 'view'> {
  readonly work: (at: At, call: Pick<Call<Office, Asked, unknown>, 'param'>) => Stepwise<object>;
}

/** A question about one scheme, answered of any date and of any past ledger. */
const viewRoute = (parts: Parts, declared: DeclaredView | DeclaredLongView, turns: Turns<object>): Route => {
  const { path, summary, description } = declared;
  const seenIn = async (at: At, call: Call<Office, Asked, unknown>): Promise<object> => {
    if ('view' in declared) return declared.view(at, call);
    const key = canonicalJson([path, at.record.id, at.context.asOf, call.c.req.path]);
    return turns.of(at.ledger, key, () => declared.work(at, call));
  };
  return route({
    method: 'GET',
    path: `/api/schemes/:id/${path}`,
    access: EVERY_REGISTER,
    summary,
    query,
    answer: { status: 200, description },
    handler: async (call) => {
      const { asOf, known } = call.query;
      const { ledger } = knownLedger(parts, known, 'known');
      const record = schemeIn(ledger, call.param('id'));
      const at = { ledger, record, context: contextIn(ledger, asOf) };
      const seen = await seenIn(at, call);
      return call.c.json({ ...headOf(at), ...seen });
    },
  });
};

const listRoute = ({ changes, now }: Parts): Route =>
  route({
    method: 'GET',
    path: '/api/schemes',
    access: IN_OFFICE,
    summary: 'The assessment schemes and which one is in force',
    answer: { status: 200, description: 'By name, the newest version first' },
    handler: ({ c }) => {
      const ledger = changes.ledger();
      const all = [...ledger.tables.schemes.values()].sort((a, b) =>
        a.name === b.name ? b.version - a.version : a.name < b.name ? -1 : 1,
      );
      const today = officeDate(now());
      return c.json({ schemes: all.map((record) => listedScheme(ledger, record, today)) });
    },
  });

const views = ({ changes }: Parts): readonly DeclaredView[] => [
  {
    path: 'scores',
    summary: 'Scores and ranks of all units by a scheme',
    description: 'Lists of units, best first, with their items',
    view: (at) => shownScores(scoresIn(at)),
  },
  {
    path: 'explain/:unit',
    summary: 'Why a unit has its score: down to the records, and who entered and verified them',
    description: 'A tree from the total to the records',
    view: (at, { caller, param }) => {
      const tree = explain(at.ledger, scoresIn(at), param('unit'));
      if (!tree) throw noUnit(param('unit'));
      const { revision } = at.ledger;
      const name = at.ledger.tables.units.get(param('unit'))?.shortName ?? param('unit');
      return { unit: param('unit'), name, tree: seenExplanation(changes, caller, tree, revision) };
    },
  },
  {
    path: 'honours',
    summary: 'What the rules of the red and the black board propose; nothing of it is public without a signature',
    description: 'Units by group; no groups where the scheme has no such rules',
    view: (at) => ({
      rules: at.record.body.honours ?? null,
      groups: shownHonours(honoursOf(at.context, scoresIn(at)) ?? [], at.record.body),
    }),
  },
];

const LONG_VIEWS: readonly DeclaredLongView[] = [
  {
    path: 'rise/:unit',
    summary: 'What it would take a unit to rise one place: the points, and the least further investment in 万元',
    description: 'The gap, the amount or why there is none, and points still to be had by item',
    *work({ ledger, context, record }, { param }) {
      const unit = param('unit');
      const rise = yield* riseByScheme(context, record.body, record.name, unit);
      if (!rise) throw noUnit(unit);
      return { unit, ...shownSchemeRise(ledger, record.body, rise, yield* riseByRate(context, unit)) };
    },
  },
  {
    path: 'sensitivity',
    summary: 'Which units would change places under another accepted rule of rounding, ties or time',
    description: 'One entry for each rule, with the pairs of units that it concerns',
    *work({ ledger, context, record }) {
      const found = yield* sensitivityOf(context, record.body, record.name);
      return { variants: shownSensitivity(ledger, found) };
    },
  },
];

const tryBody = z.strictObject({
  body: z.unknown(),
  asOf: isoDate.exactOptional(),
  /** The scheme to compare with; the one in force unless given. */
  against: z.string().min(1).max(64).exactOptional(),
  /** Under which name entries were made by hand; that of the scheme to compare with unless given. */
  name: z.string().trim().min(1).max(60).exactOptional(),
});

type Tried = Omit<z.infer<typeof tryBody>, 'body'>;

/** The scheme in a request. @throws Problem invalid with every place in it that is wrong. */
function checkedScheme(body: unknown): Scheme {
  const checked = checkScheme(body);
  if (checked.ok) return checked.value;
  throw problem('invalid', { errors: checked.problem });
}

/** A scheme's scores beside those of another. */
function* tried(ledger: Ledger, scheme: Scheme, { asOf, against, name }: Tried): Stepwise<object> {
  const context = contextIn(ledger, asOf);
  const other = against === undefined ? schemeInForce(ledger, context.asOf) : schemeIn(ledger, against);
  const called = name ?? other?.name;
  const scores = score(context, scheme, called === undefined ? {} : { name: called });
  yield;
  const present = other && scoresAt(ledger, other.id, context.asOf);
  return {
    asOf: context.asOf,
    revision: ledger.revision,
    warnings: schemeWarnings(scheme),
    ...shownScores(scores),
    ...(other ? { against: { id: other.id, name: other.name, version: other.version } } : {}),
    ...(present ? { units: shownComparison(compareScores(present, scores), scheme) } : {}),
  };
}

const tryRoute = ({ changes }: Parts): Route => {
  const turns = createTurns<object>();
  return route({
    method: 'POST',
    path: '/api/schemes/try',
    access: EVERY_REGISTER,
    summary: 'Score by a scheme that is not saved, beside the one in force or another; nothing is written',
    body: tryBody,
    answer: { status: 200, description: 'Its scores, and ranks, scores and items of both unit by unit' },
    handler: async ({ c, body: { body, ...options } }) => {
      const scheme = checkedScheme(body);
      return c.json(await turns.once(() => tried(changes.ledger(), scheme, options)));
    },
  });
};

/** The scheme routes. */
export function schemeRoutes(parts: Parts): readonly Route[] {
  const turns = createTurns<object>();
  const all = [...views(parts), ...LONG_VIEWS];
  return [listRoute(parts), tryRoute(parts), ...all.map((view) => viewRoute(parts, view, turns))];
}
