import { z } from 'zod';
import { profileOf } from '../../../core/protocol/profile.ts';
import { screens as register } from '../../../core/registers/screens.ts';
import type { Parts } from '../../parts.ts';
import { PUBLIC, roles } from '../access.ts';
import { setScreen } from '../cookies.ts';
import { clientAddress } from '../peer.ts';
import { invalid, problem, throttled } from '../problem.ts';
import { recordShown } from '../records.ts';
import { route, type Route } from '../route.ts';

/** Seconds after which a screen that got no code, or a person who mistyped one too often, may try again. */
const RETRY_SECONDS = 60;

const secretText = z.string().min(1).max(200);

const opening = (parts: Parts): Route =>
  route({
    method: 'POST',
    path: '/api/pairings',
    access: PUBLIC,
    summary: 'A browser that is no screen yet asks for a code to show',
    answer: { status: 201, description: 'The code, and the secret that asks for its outcome' },
    handler: ({ c }) => {
      const request = parts.pairing.request(clientAddress(c, parts.config));
      if (!request) throw throttled(RETRY_SECONDS);
      return c.json(request, 201);
    },
  });

const redemption = (parts: Parts): Route =>
  route({
    method: 'POST',
    path: '/api/pairings/link',
    access: PUBLIC,
    summary: 'Exchange the token of a pairing link for the screen’s cookie',
    body: z.strictObject({ token: secretText }),
    answer: { status: 200, description: 'The screen' },
    handler: ({ c, body }) => {
      const redeemed = parts.pairing.redeemLink(body.token);
      const screen = redeemed && parts.changes.ledger().tables.screens.get(redeemed.screen);
      if (!screen) throw problem('unknown-link');
      setScreen(c, parts.config, redeemed.token);
      return c.json({ screen: profileOf(screen) });
    },
  });

const claim = (parts: Parts): Route =>
  route({
    method: 'POST',
    path: '/api/pairings/:code',
    access: roles(...register.write),
    summary: 'Give the browser that shows a code to a screen',
    body: z.strictObject({ screen: z.string().min(1).max(64) }),
    answer: { status: 200, description: 'The screen' },
    handler: ({ c, caller, param, body }) => {
      const screen = parts.changes.ledger().tables.screens.get(body.screen);
      if (!screen) throw invalid('screen', 'unknown-reference', 'names no record of screens');
      if (screen.revoked) throw problem('revoked');
      const outcome = parts.pairing.claim(param('code'), screen.id, caller.id);
      if (outcome === 'unknown') throw problem('unknown-code');
      if (outcome === 'throttled') throw throttled(RETRY_SECONDS);
      return c.json({ screen: recordShown(parts.changes.ledger(), 'screens', screen.id) });
    },
  });

const outcome = (parts: Parts): Route =>
  route({
    method: 'POST',
    path: '/api/pairings/:code/outcome',
    access: PUBLIC,
    summary: 'The browser that shows a code asks whether it was claimed; if so it gets the screen’s cookie',
    body: z.strictObject({ secret: secretText }),
    answer: { status: 200, description: '`waiting`, `paired` or `gone`' },
    handler: ({ c, param, body }) => {
      const result = parts.pairing.outcome(param('code'), body.secret);
      if (result.kind === 'paired') setScreen(c, parts.config, result.token);
      return c.json({ state: result.kind });
    },
  });

/** How a browser becomes a screen. `link` stands before `:code`, whose pattern it would match. */
export const pairingRoutes = (parts: Parts): readonly Route[] => [
  opening(parts),
  redemption(parts),
  claim(parts),
  outcome(parts),
];
