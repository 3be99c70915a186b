/** All that the hub knows of a socket. */
export interface Connection {
  /** Takes one whole frame; frames arrive in the order in which they were given. */
  readonly send: (frame: Buffer) => void;
  /** Bytes given but not yet taken by the operating system. */
  readonly pending: () => number;
  /** Says goodbye with a close code; nothing may be sent afterwards. */
  readonly close: (code: number, reason: string) => void;
  /** Drops the socket without a word, for peers that no longer answer. */
  readonly terminate: () => void;
}
