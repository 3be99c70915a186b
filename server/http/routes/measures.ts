/** What the office's numbers mean, and what each rests on: definitions, values and the records under them. */
import { z } from 'zod';
import { boardContext } from '../../../core/boards/board.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { subjectAndTitle } from '../../../core/ledger/record-title.ts';
import { definitionOf } from '../../../core/measures/definition.ts';
import { isMeasureId, MEASURE_IDS } from '../../../core/measures/ids.ts';
import { MEASURES } from '../../../core/measures/index.ts';
import type { Scope, Source } from '../../../core/measures/measure.ts';
import { parseScope, scopeExists } from '../../../core/measures/scope-text.ts';
import { showMeasure } from '../../../core/measures/show.ts';
import { mayReadRegister } from '../../../core/rights/reading.ts';
import { registerNamed } from '../../../core/registers/index.ts';
import type { Identity } from '../../accounts/accounts.ts';
import type { Parts } from '../../parts.ts';
import { IN_OFFICE, PUBLIC } from '../access.ts';
import { knownLedger } from '../known-ledger.ts';
import { invalid, problem } from '../problem.ts';
import { route, type Route } from '../route.ts';
import { peopleOf } from '../source-people.ts';
import { isoDate } from '../input.ts';

/** Sources that are named one by one; of each the log is asked who wrote it. */
const MOST_SOURCES = 300;

const query = z.strictObject({
  scope: z.string().min(1).max(80).default('all'),
  asOf: isoDate.exactOptional(),
  known: z.string().min(1).max(40).exactOptional(),
});

const scopeIn = (ledger: Ledger, text: string): Scope => {
  const scope = parseScope(text);
  if (!scope.ok) {
    throw invalid('scope', 'bad-format', 'must be all, group:…, unit:…, sector:…, leader:… or project:…');
  }
  if (!scopeExists(ledger, scope.value)) throw problem('not-found', { detail: `there is no ${text}` });
  return scope.value;
};

/** Sources with their titles and people; those of registers that the caller may not read are only counted. */
function namedSources(parts: Parts, caller: Identity, ledger: Ledger, sources: readonly Source[]) {
  const readable = sources.filter(({ register }) => mayReadRegister(caller, registerNamed(register)));
  const named = readable.slice(0, MOST_SOURCES);
  const more = sources.length - named.length;
  return {
    sources: named.map((source) => ({
      ...source,
      title: subjectAndTitle(ledger, source.register, source.record),
      ...peopleOf(parts.changes, source, ledger.revision),
    })),
    ...(more > 0 && { more }),
  };
}

const list = route({
  method: 'GET',
  path: '/api/measures',
  access: PUBLIC,
  summary: 'Every measure in words: label, formula, basis, unit and decimals',
  answer: { status: 200, description: 'The measures, M1 to M25 first' },
  handler: ({ c }) => c.json({ measures: MEASURE_IDS.map(definitionOf) }),
});

const one = (parts: Parts): Route =>
  route({
    method: 'GET',
    path: '/api/measures/:id',
    access: IN_OFFICE,
    summary: `A measure of a scope at a date, with up to ${MOST_SOURCES} of the records that it rests on`,
    query,
    answer: { status: 200, description: 'Definition, value, what is above and below the line, and the sources' },
    handler: ({ c, caller, param, query: { scope: text, asOf, known } }) => {
      const id = param('id');
      if (!isMeasureId(id)) throw problem('not-found', { detail: `there is no measure ${id}` });
      const { ledger } = knownLedger(parts, known, 'known');
      const context = boardContext(ledger, asOf);
      if (!context) throw problem('no-settings');
      const { value, above, below, remark, sources } = MEASURES[id].of(context, scopeIn(ledger, text));
      return c.json({
        measure: definitionOf(id),
        scope: text,
        asOf: context.asOf,
        revision: ledger.revision,
        ...(value && { value: showMeasure(MEASURES[id], value) }),
        ...(above === undefined ? {} : { above }),
        ...(below === undefined ? {} : { below }),
        ...(remark && { remark }),
        ...namedSources(parts, caller, ledger, sources()),
      });
    },
  });

/** Definitions for everybody; values with their sources in the office. */
export const measureRoutes = (parts: Parts): readonly Route[] => [list, one(parts)];
