import type { Context } from 'hono';
import { profileOf } from '../../../core/protocol/profile.ts';
import { screens as register } from '../../../core/registers/screens.ts';
import type { Screen } from '../../../core/registers/index.ts';
import type { Parts } from '../../parts.ts';
import { roles, SCREEN } from '../access.ts';
import { screenToken, setScreen } from '../cookies.ts';
import type { AppEnv } from '../env.ts';
import { tagOf } from '../if-match.ts';
import { schemaRef } from '../json-schema.ts';
import { ownOrigin } from '../peer.ts';
import { problem } from '../problem.ts';
import { recordShown } from '../records.ts';
import { route, type Route } from '../route.ts';
import { writeOne } from '../writes.ts';
import { answerRecord, recordBody } from './registers.ts';

const writers = roles(...register.write);

/** A pairing link: the token travels in the fragment, which no server and no log ever sees. */
const linkTo = (parts: Parts, c: Context<AppEnv>, id: string) => {
  const { token, expires } = parts.pairing.createLink(id);
  return { token, expires, url: `${ownOrigin(c, parts.config) ?? ''}/display/#pair=${token}` };
};

const screenIn = ({ changes }: Parts, id: string): Screen => {
  const screen = changes.ledger().tables.screens.get(id);
  if (!screen) throw problem('not-found', { detail: `there is no screen ${id}` });
  return screen;
};

const LINK_SCHEMA = { token: { type: 'string' }, url: { type: 'string' }, expires: { type: 'integer' } };

const listing = (parts: Parts): Route =>
  route({
    method: 'GET',
    path: '/api/screens',
    access: roles(...register.read),
    summary: 'Screens: list, with what is known of each right now',
    answer: { status: 200, description: 'The screens, and how long a save took to reach the pixels' },
    handler: ({ c }) => {
      const { revision, tables } = parts.changes.ledger();
      const records = [...tables.screens.values()].map((screen) => ({
        ...recordShown(parts.changes.ledger(), 'screens', screen.id),
        status: parts.statuses.of(screen.id),
      }));
      return c.json({ revision, records, times: parts.statuses.times() });
    },
  });

const creation = (parts: Parts): Route =>
  route({
    method: 'POST',
    path: '/api/screens',
    access: writers,
    summary: 'Screens: create, with a link that pairs the browser that opens it',
    body: recordBody,
    bodySchema: schemaRef('ScreensCreate'),
    answer: {
      status: 201,
      description: 'The screen and its pairing link',
      schema: { type: 'object', properties: { id: { type: 'string' }, screen: schemaRef('Screens'), ...LINK_SCHEMA } },
    },
    handler: async ({ c, caller, body }) => {
      const values = { revoked: false, ...body };
      const id = await writeOne(parts, caller, { kind: 'create', register: 'screens', values });
      const screen = recordShown(parts.changes.ledger(), 'screens', id);
      c.header('location', `/api/screens/${encodeURIComponent(id)}`);
      c.header('etag', tagOf(screen.revision));
      return c.json({ id, ...linkTo(parts, c, id), screen }, 201);
    },
  });

const relinking = (parts: Parts): Route =>
  route({
    method: 'POST',
    path: '/api/screens/:id/link',
    access: writers,
    summary: 'A new pairing link for a screen',
    answer: { status: 200, description: 'The link', schema: { type: 'object', properties: LINK_SCHEMA } },
    handler: ({ c, param }) => {
      const { id, revoked } = screenIn(parts, param('id'));
      if (revoked) throw problem('revoked');
      return c.json(linkTo(parts, c, id));
    },
  });

const revocation = (parts: Parts): Route =>
  route({
    method: 'POST',
    path: '/api/screens/:id/revoke',
    access: writers,
    summary: 'Forget every browser and link of a screen',
    answer: { status: 200, description: 'The revoked screen', schema: schemaRef('Screens') },
    handler: async ({ c, caller, param }) => {
      const { id } = screenIn(parts, param('id'));
      await writeOne(parts, caller, { kind: 'update', register: 'screens', record: id, values: { revoked: true } });
      parts.pairing.revoke(id);
      return answerRecord(parts, c, caller, 'screens', id);
    },
  });

const self = (parts: Parts): Route =>
  route({
    method: 'GET',
    path: '/api/screen',
    access: SCREEN,
    summary: 'Which screen this browser is; renews its cookie',
    answer: { status: 200, description: 'The screen' },
    handler: ({ c, caller }) => {
      const token = screenToken(c);
      if (token !== undefined) setScreen(c, parts.config, token);
      return c.json({ screen: profileOf(caller) });
    },
  });

/** Screens as devices: links, revocation, status. Their records are a register like any other. */
export const screenRoutes = (parts: Parts): readonly Route[] => [
  listing(parts),
  creation(parts),
  relinking(parts),
  revocation(parts),
  self(parts),
];
