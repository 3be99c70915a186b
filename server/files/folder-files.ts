import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StorageError } from '../store/storage-error.ts';
import { isSha, type Files } from './files.ts';

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

/** A file in its folder: `files/ab/<sha>`. Both the file and its new folder are synced before this resolves. */
async function place(folder: string, temporary: string, path: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(temporary), { recursive: true, mode: FOLDER_MODE });
    await writeNew(temporary, bytes);
    await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
    await rename(temporary, path);
    await syncFolder(dirname(path));
    await syncFolder(folder);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
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
  return {
    pathOf,
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
