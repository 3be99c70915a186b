/** Events beside the log of changes: who came in, who took something out. */
import { isObject } from '../../core/result.ts';
import { instant, type Instant } from '../../core/time.ts';
import { listOf, numberOf, objectOf, textOf } from './parse.ts';
import { request } from './request.ts';

export interface AuditEvent {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: { readonly id: string; readonly name: string };
  readonly kind: string;
  readonly subject?: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly address?: string;
}

export interface EventsQuery {
  readonly kind?: string;
  /** The id of who did it. */
  readonly actor?: string;
  readonly before?: number;
  readonly limit: number;
}

function eventOf(value: unknown): AuditEvent {
  const { seq, at, actor, kind, subject, detail, address } = objectOf(value, 'event');
  const who = objectOf(actor, 'actor');
  return {
    seq: numberOf(seq, 'seq'),
    at: instant(numberOf(at, 'at')),
    actor: { id: textOf(who['id'], 'actor.id'), name: textOf(who['name'], 'actor.name') },
    kind: textOf(kind, 'kind'),
    detail: isObject(detail) ? detail : {},
    ...(typeof subject === 'string' ? { subject } : {}),
    ...(typeof address === 'string' ? { address } : {}),
  };
}

/** The newest events that fit, newest first. */
export async function listEvents(query: EventsQuery): Promise<readonly AuditEvent[]> {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, String(value));
  const answer = objectOf(await request('GET', `/api/events?${params}`), 'events');
  return listOf(answer['events'], 'events', eventOf);
}
