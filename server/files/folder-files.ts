import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StorageError } from '../store/storage-error.ts';
import { isSha, type Files, type StagedFile } from './files.ts';

/** Files hold what people handed in: nobody but the server's own account reads them. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const refusedBy = (error: unknown): StorageError =>
  error instanceof StorageError
    ? error
    : new StorageError(FULL.has(String(codeOf(error))) ? 'disk-full' : 'storage', error);

const shaOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Makes a new name in a folder survive a power cut. Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', FILE_MODE);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a written file its name, `files/ab/<sha>`. Its new folder is synced before this resolves. */
async function settle(folder: string, temporary: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
  await rename(temporary, path);
  await syncFolder(dirname(path));
  await syncFolder(folder);
}

/** A file in its folder, itself synced too. */
async function place(folder: string, temporary: string, path: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(temporary), { recursive: true, mode: FOLDER_MODE });
    await writeNew(temporary, bytes);
    await settle(folder, temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Staged files leave the disk so much: without room the ledger itself could not be written any more. */
const LEFT_FREE_BYTES = 64 * 2 ** 20;
/** Room is asked for each time that so much has come. */
const ROOM_CHECK_BYTES = 8 * 2 ** 20;

async function checkRoom(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < LEFT_FREE_BYTES) throw new StorageError('disk-full', new Error('little room is left'));
}

/** Writes a stream to a new file, synced. */
async function writeStream(path: string, content: AsyncIterable<Uint8Array>) {
  await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
  const handle = await open(path, 'wx', FILE_MODE);
  const hash = createHash('sha256');
  let bytes = 0;
  let checked = -ROOM_CHECK_BYTES;
  try {
    for await (const chunk of content) {
      if (bytes - checked >= ROOM_CHECK_BYTES) {
        await checkRoom(dirname(path));
        checked = bytes;
      }
      hash.update(chunk);
      await handle.writeFile(chunk);
      bytes += chunk.byteLength;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { bytes, sha: hash.digest('hex') };
}

async function readIfThere(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw refusedBy(error);
  }
}

/** The files that are kept, by their names; what somebody else put there is none of ours. */
const namesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((each) => each.isFile() && isSha(each.name))
        .map(({ name }) => name)
    : [];

/**
 * The store of files in a data folder that this process has for itself. What an earlier process left half-written
 * is removed.
 */
export function createFiles(dataFolder: string): Files {
  const folder = join(dataFolder, 'files');
  const unfinished = join(folder, 'unfinished');
  rmSync(unfinished, { recursive: true, force: true });

  const pathOf = (sha: string): string => {
    if (!isSha(sha)) throw new Error(`${sha} is no SHA-256`);
    return join(folder, sha.slice(0, 2), sha);
  };
  const staged = (path: string, { bytes, sha }: { readonly bytes: number; readonly sha: string }): StagedFile => ({
    path,
    bytes,
    sha,
    keep: async () => {
      try {
        await settle(folder, path, pathOf(sha));
      } catch (error) {
        throw refusedBy(error);
      }
    },
    drop: () => rm(path, { force: true }),
  });
  return {
    pathOf,
    stage: async (content) => {
      const path = join(unfinished, randomUUID());
      try {
        return staged(path, await writeStream(path, content));
      } catch (error) {
        await rm(path, { force: true });
        throw FULL.has(String(codeOf(error))) ? refusedBy(error) : error;
      }
    },
    has: (sha) => isSha(sha) && existsSync(pathOf(sha)),
    put: async (bytes) => {
      const sha = shaOf(bytes);
      try {
        const kept = await readIfThere(pathOf(sha));
        // A file that was damaged since is put right by handing it in again.
        if (!kept || shaOf(kept) !== sha) await place(folder, join(unfinished, randomUUID()), pathOf(sha), bytes);
        return sha;
      } catch (error) {
        throw refusedBy(error);
      }
    },
    read: async (sha) => {
      if (!isSha(sha)) return null;
      const bytes = await readIfThere(pathOf(sha));
      if (bytes && shaOf(bytes) !== sha) throw new StorageError('storage', new Error(`the file ${sha} is damaged`));
      return bytes;
    },
    keepOnly: (isKept) => {
      const gone = namesIn(folder).filter((sha) => !isKept(sha));
      for (const sha of gone) rmSync(pathOf(sha), { force: true });
      return gone.length;
    },
  };
}
