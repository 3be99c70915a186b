/** Editions (期): drawing up, freezing, reviewing, signing, airing and taking down. */
import { z } from 'zod';
import {
  AIR_ROLES,
  airEdition,
  hidePage,
  scheduleEdition,
  showPage,
  withdrawEdition,
} from '../../../core/editions/air.ts';
import { correctEdition, createEdition, DRAFTERS } from '../../../core/editions/create.ts';
import { reopenEdition } from '../../../core/editions/freeze.ts';
import { pagesIn } from '../../../core/editions/package.ts';
import { reviewEdition, signEdition } from '../../../core/editions/review.ts';
import type { Situation, Step } from '../../../core/editions/step.ts';
import { OFFICE_ROLES } from '../../../core/register/role.ts';
import { EDITION_RHYTHMS, REVIEW_DECISIONS } from '../../../core/registers/editions.ts';
import type { Edition } from '../../../core/registers/index.ts';
import { instant } from '../../../core/time.ts';
import type { Parts } from '../../parts.ts';
import { people, unlimited } from '../access.ts';
import { checkReason } from '../confirmation.ts';
import { personOf, written } from '../edition-steps.ts';
import { editionList, editionView, findingsOf } from '../edition-views.ts';
import { isoDate } from '../input.ts';
import { hasCurrent } from '../if-match.ts';
import { problem } from '../problem.ts';
import { route, type Call, type Route } from '../route.ts';

const said = (most: number) => z.string().trim().min(1).max(most);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const reason = said(300);
const seen = { content: hash };
const page = z.string().min(1).max(200);
const keys = <T extends object>(of: T) => Object.keys(of) as [keyof T & string, ...(keyof T & string)[]];

const newBody = z.strictObject({
  title: said(60).exactOptional(),
  rhythm: z.enum(keys(EDITION_RHYTHMS)),
  asOf: isoDate,
  number: z.int().min(1).max(999).exactOptional(),
});

/** The office; what is shown comes from many registers. */
const READERS = unlimited(...OFFICE_ROLES);

/** Whoever may review or sign, if need be in another's place; the administrator makes the delegations and does neither. */
const REVIEWERS = OFFICE_ROLES.filter((role) => role !== 'admin');

const editionIn = ({ changes }: Pick<Parts, 'changes'>, id: string): Edition => {
  const edition = changes.ledger().tables.editions.get(id);
  if (!edition) throw problem('not-found', { detail: `there is no edition ${id}` });
  return edition;
};

type Office = ReturnType<typeof people>;

interface DeclaredStep<B> {
  readonly name: string;
  readonly access: Office;
  readonly summary: string;
  readonly body: z.ZodType<B>;
  readonly step: (situation: Situation, body: B) => Step;
  /** What the log says of it. */
  readonly reason?: (body: B) => string | undefined;
}

const stepRoute = <B>(parts: Parts, { name, access, summary, body, step, reason: why }: DeclaredStep<B>): Route =>
  route({
    method: 'POST',
    path: `/api/editions/:id/${name}`,
    access,
    summary,
    body,
    answer: { status: 200, description: 'The edition as it is now' },
    handler: ({ c, caller, param, body: given }: Call<Office, unknown, B>) => {
      const id = param('id');
      const text = why?.(given);
      checkReason(text);
      const outcome = parts.editions.take(personOf(caller), id, (situation) => step(situation, given), text);
      written(parts, { c, caller, step: name, edition: id }, outcome);
      return c.json({ edition: editionIn(parts, id) });
    },
  });

const reading = (parts: Parts): readonly Route[] => [
  route({
    method: 'GET',
    path: '/api/editions',
    access: READERS,
    summary: 'All editions with their reviews, newest first, and which one is on air',
    answer: { status: 200, description: 'The editions' },
    handler: ({ c }) => c.json(editionList(parts)),
  }),
  route({
    method: 'GET',
    path: '/api/editions/:id',
    access: READERS,
    summary:
      'An edition with its reviews, checks, differences from the last one, pages, and the steps that the caller may take',
    answer: { status: 200, description: 'The edition' },
    handler: ({ c, caller, param }) => c.json(editionView(parts, caller, editionIn(parts, param('id')))),
  }),
  route({
    method: 'GET',
    path: '/api/editions/:id/content',
    access: READERS,
    summary: 'The package of an edition, byte by byte what was frozen; while it collects, what a freeze would keep now',
    answer: { status: 200, description: 'The package; its SHA-256 is the entity tag' },
    handler: ({ c, param }) => {
      const packed = parts.editions.contentOf(editionIn(parts, param('id')));
      if (!packed) throw problem('content-lost');
      const tag = `"${packed.hash}"`;
      c.header('etag', tag);
      c.header('cache-control', 'private, no-cache');
      if (hasCurrent(c, tag)) return c.body(null, 304);
      return c.body(packed.text, 200, { 'content-type': 'application/json' });
    },
  }),
];

const drafting = (parts: Parts): readonly Route[] => [
  route({
    method: 'POST',
    path: '/api/editions',
    access: people(...DRAFTERS),
    summary: 'Draw up an edition; its number follows on the last of the year',
    body: newBody,
    answer: { status: 201, description: 'The edition' },
    handler: ({ c, caller, body }) => {
      const who = personOf(caller);
      const outcome = parts.editions.create(who, (ledger) => createEdition(ledger, who, body));
      const [id = ''] = written(parts, { c, caller, step: 'create', edition: '' }, outcome);
      c.header('location', `/api/editions/${id}`);
      return c.json({ edition: editionIn(parts, id) }, 201);
    },
  }),
  route({
    method: 'POST',
    path: '/api/editions/:id/freeze',
    access: people(...DRAFTERS),
    summary: 'Freeze the figures as they are now; a new round of reviews begins',
    body: z.strictObject({}),
    answer: { status: 200, description: 'The edition as it is now' },
    handler: async ({ c, caller, param }) => {
      const id = param('id');
      const renew = () => {
        const still = parts.accounts.renewed(caller);
        return still && personOf(still);
      };
      const outcome = await parts.editions.freeze(personOf(caller), id, renew);
      written(parts, { c, caller, step: 'freeze', edition: id }, outcome);
      return c.json({ edition: editionIn(parts, id) });
    },
  }),
  stepRoute(parts, {
    name: 'reopen',
    access: people('admin', 'editor', 'signer'),
    summary: 'Take an edition back to collecting before it is on air; reviews and signature hold no longer',
    body: z.strictObject({ reason: reason.exactOptional() }),
    step: (situation) => reopenEdition(situation),
    reason: (body) => body.reason,
  }),
  route({
    method: 'POST',
    path: '/api/editions/:id/correct',
    access: people(...DRAFTERS),
    summary: 'Draw up a correction of an edition that was on air: the same number, one review and the signature',
    body: z.strictObject({ reason, publicNote: said(100).exactOptional() }),
    answer: { status: 201, description: 'The correction' },
    handler: ({ c, caller, param, body }) => {
      checkReason(body.reason);
      const step = (situation: Situation): Step => correctEdition(situation, body);
      const outcome = parts.editions.take(personOf(caller), param('id'), step, body.reason);
      const [id = ''] = written(parts, { c, caller, step: 'correct', edition: param('id') }, outcome);
      c.header('location', `/api/editions/${id}`);
      return c.json({ edition: editionIn(parts, id) }, 201);
    },
  }),
];

const approving = (parts: Parts): readonly Route[] => [
  stepRoute(parts, {
    name: 'reviews',
    access: people(...REVIEWERS),
    summary: 'Pass or return the next review, in the own place or in that of somebody who has delegated it',
    body: z.strictObject({
      ...seen,
      decision: z.enum(keys(REVIEW_DECISIONS)),
      comment: said(500).exactOptional(),
      onBehalfOf: z.string().min(1).max(64).exactOptional(),
    }),
    step: reviewEdition,
    reason: ({ comment }) => comment,
  }),
  stepRoute(parts, {
    name: 'sign',
    access: people(...REVIEWERS),
    summary: 'Sign an edition whose reviews are all passed; doubts are acknowledged by their codes, with a reason',
    body: z.strictObject({
      ...seen,
      onBehalfOf: z.string().min(1).max(64).exactOptional(),
      acknowledged: z.array(z.string().max(50)).max(50).exactOptional(),
      reason: reason.exactOptional(),
    }),
    step: (situation, body) => signEdition(situation, body, findingsOf(parts, situation.edition)),
    reason: (body) => body.reason,
  }),
];

const airing = (parts: Parts): readonly Route[] => [
  stepRoute(parts, {
    name: 'schedule',
    access: people(...AIR_ROLES),
    summary: 'Set the moment at which a signed edition goes on air by itself',
    body: z.strictObject({ ...seen, airAt: z.int().min(0) }),
    step: (situation, { content, airAt }) => scheduleEdition(situation, content, instant(airAt)),
  }),
  stepRoute(parts, {
    name: 'air',
    access: people(...AIR_ROLES),
    summary: 'Put a signed edition on air now; the one before it is superseded',
    body: z.strictObject(seen),
    step: (situation, { content }) => airEdition(situation, content),
  }),
  stepRoute(parts, {
    name: 'withdraw',
    access: people(...AIR_ROLES),
    summary: 'Take an edition down for good; screens say at once that figures are being updated',
    body: z.strictObject({ reason }),
    step: (situation, body) => withdrawEdition(situation, body.reason),
    reason: (body) => body.reason,
  }),
  stepRoute(parts, {
    name: 'hide',
    access: people(...AIR_ROLES),
    summary: 'Take one page of a signed edition down',
    body: z.strictObject({ page, reason }),
    step: (situation, body) => {
      const packed = parts.editions.contentOf(situation.edition);
      const pages = new Set(packed ? pagesIn(packed.content).map(({ name }) => name) : []);
      return hidePage(situation, body.page, body.reason, pages);
    },
    reason: (body) => body.reason,
  }),
  stepRoute(parts, {
    name: 'show',
    access: people('signer'),
    summary: 'Show a page again that was taken down',
    body: z.strictObject({ page, reason: reason.exactOptional() }),
    step: (situation, body) => showPage(situation, body.page),
    reason: (body) => body.reason,
  }),
];

/** The editions and their steps. */
export const editionRoutes = (parts: Parts): readonly Route[] => [
  ...reading(parts),
  ...drafting(parts),
  ...approving(parts),
  ...airing(parts),
];
