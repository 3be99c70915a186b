import type { Actor } from '../../core/ledger/change.ts';
import type { Instant } from '../../core/time.ts';

/** What is worth a line beside the log of changes: who came in, and who took out what. */
export const EVENT_KINDS = [
  'login',
  'login-refused',
  'logout',
  'password-changed',
  'session-ended',
  'token-created',
  'token-refused',
  'private-read',
  'timeline-read',
  'export',
  'import-file-read',
  'edition-refused',
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

/** Something that happened and changed no record. Never holds a password, a token or a private value. */
export interface EventEntry {
  readonly actor: Actor;
  readonly kind: EventKind;
  /** What it was about: an account's id, `register/id`, the name of a file. */
  readonly subject?: string;
  /** Further facts, as JSON. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Where the request came from. */
  readonly address?: string;
}

/** An event as the store keeps it. */
export interface Event extends EventEntry {
  /** Position in the list of events, from 1, without gaps. */
  readonly seq: number;
  readonly at: Instant;
  readonly detail: Readonly<Record<string, unknown>>;
  /** SHA-256 of the event before this one, in hexadecimal; 64 zeros for the first. */
  readonly previousHash: string;
  readonly hash: string;
}

export interface EventQuery {
  readonly kind?: EventKind;
  /** The id of who did it. */
  readonly actor?: string;
  readonly subject?: string;
  /** Only events before this seq. */
  readonly before?: number;
  /** At most this many, newest first. */
  readonly limit: number;
}

/** The append-only, hash-chained list of events. */
export interface Events {
  /**
   * Writes an event before what it tells of is answered: an export or a private value leaves only with its trace.
   * @throws StorageError when the disk refuses.
   */
  readonly record: (entry: EventEntry) => void;
  /** Writes an event if the disk allows, else logs it: nobody is locked out by a full disk. */
  readonly note: (entry: EventEntry) => void;
  readonly list: (query: EventQuery) => readonly Event[];
}

/** Who asks without having shown who they are. */
export const STRANGER: Actor = { id: 'stranger', name: '未登录' };
