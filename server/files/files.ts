/** A file that came in and is not kept yet. */
export interface StagedFile {
  /** Where it is until it is kept or dropped. */
  readonly path: string;
  readonly bytes: number;
  /** The SHA-256 of the content, in hexadecimal. */
  readonly sha: string;
  /**
   * Keeps it under its hash.
   * @throws StorageError when the disk refuses.
   */
  readonly keep: () => Promise<void>;
  /** Removes it unless it was kept. */
  readonly drop: () => Promise<void>;
}

/** Files that people handed in (workbooks, photos), kept under the SHA-256 of their content. */
export interface Files {
  /**
   * Keeps a file; the same content is kept once. It is on the disk when the promise resolves.
   * @returns the SHA-256 of the content, in hexadecimal.
   * @throws StorageError when the disk refuses (full, failing); nothing is then kept.
   */
  readonly put: (bytes: Uint8Array) => Promise<string>;
  /**
   * Writes what comes in to the disk as it comes: for files that are too large for the memory.
   * @throws StorageError when the disk refuses, and whatever the source throws; nothing is then left.
   */
  readonly stage: (content: AsyncIterable<Uint8Array>) => Promise<StagedFile>;
  /**
   * The content, or null when there is no such file.
   * @throws StorageError when it is damaged or cannot be read.
   */
  readonly read: (sha: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  readonly has: (sha: string) => boolean;
  /**
   * Where the file is, or would be, for what reads it by itself. Nothing else may write there.
   * @throws Error for what is no SHA-256 in hexadecimal.
   */
  readonly pathOf: (sha: string) => string;
  /** Removes every file but those that are kept; returns how many went. For the start, when nothing is half-done. */
  readonly keepOnly: (isKept: (sha: string) => boolean) => number;
}

/** The SHA-256 of a file as its name has it. */
export const isSha = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
