import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFiles } from '../../../server/files/folder-files.ts';
import { temporaryFolder } from '../../support/stores.ts';

const bytes = new TextEncoder().encode('台账');
const SHA = createHash('sha256').update(bytes).digest('hex');

/** Whether a test may have a small disk of its own: Linux with user namespaces. */
const canMount = spawnSync('unshare', ['-rm', 'true']).status === 0;

const everythingIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => each.name);

const broken = async function* () {
  yield bytes;
  throw new Error('gone');
};

const pieces = async function* () {
  yield* [bytes.slice(0, 2), bytes.slice(2)];
};

describe('the store of files', () => {
  it('keeps a file under the hash of its content, once, for nobody else to read', async () => {
    const folder = temporaryFolder();
    const files = createFiles(folder);
    expect(files.has(SHA)).toBe(false);
    expect(await files.read(SHA)).toBeNull();
    expect([await files.put(bytes), await files.put(bytes)]).toEqual([SHA, SHA]);
    const path = join(folder, 'files', SHA.slice(0, 2), SHA);
    expect(files.pathOf(SHA)).toBe(path);
    expect(readFileSync(path)).toEqual(Buffer.from(bytes));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(everythingIn(folder)).toEqual([SHA]);
    expect(files.has(SHA)).toBe(true);
    expect(await files.read(SHA)).toEqual(Buffer.from(bytes));
  });

  it('takes the same file from several at once', async () => {
    const folder = temporaryFolder();
    const files = createFiles(folder);
    expect(new Set(await Promise.all(Array.from({ length: 8 }, () => files.put(bytes))))).toEqual(new Set([SHA]));
    expect(everythingIn(folder)).toEqual([SHA]);
  });

  it('takes a long file as it comes, and keeps it only when it is told to', async () => {
    const folder = temporaryFolder();
    const files = createFiles(folder);
    const dropped = await files.stage(pieces());
    expect([dropped.sha, dropped.bytes, readFileSync(dropped.path)]).toEqual([SHA, bytes.length, Buffer.from(bytes)]);
    await dropped.drop();
    expect(everythingIn(folder)).toEqual([]);
    const kept = await files.stage(pieces());
    await kept.keep();
    await kept.drop();
    expect(await files.read(SHA)).toEqual(Buffer.from(bytes));
    expect(everythingIn(folder)).toEqual([SHA]);
  });

  it('leaves nothing of a long file whose sender goes away', async () => {
    const folder = temporaryFolder();
    await expect(createFiles(folder).stage(broken())).rejects.toThrow('gone');
    expect(everythingIn(folder)).toEqual([]);
  });

  it('finds its files again, and removes what was left half-written', async () => {
    const folder = temporaryFolder();
    await createFiles(folder).put(bytes);
    mkdirSync(join(folder, 'files', 'unfinished'), { recursive: true });
    writeFileSync(join(folder, 'files', 'unfinished', 'half'), 'ha');
    expect(await createFiles(folder).read(SHA)).toEqual(Buffer.from(bytes));
    expect(existsSync(join(folder, 'files', 'unfinished', 'half'))).toBe(false);
  });

  it('notices a damaged file, and takes it anew', async () => {
    const files = createFiles(temporaryFolder());
    await files.put(bytes);
    writeFileSync(files.pathOf(SHA), '台帐');
    await expect(files.read(SHA)).rejects.toMatchObject({ name: 'StorageError', code: 'storage' });
    await files.put(bytes);
    expect(await files.read(SHA)).toEqual(Buffer.from(bytes));
  });

  it.each(['../../etc/passwd', 'A'.repeat(64), SHA.slice(1), `${SHA}/..`, ''])('has no file %j', async (name) => {
    const files = createFiles(temporaryFolder());
    await files.put(bytes);
    expect(files.has(name)).toBe(false);
    expect(await files.read(name)).toBeNull();
    expect(() => files.pathOf(name)).toThrow('no SHA-256');
  });

  it('leaves nothing behind when the disk refuses', async () => {
    const folder = temporaryFolder();
    const files = createFiles(folder);
    mkdirSync(join(folder, 'files'), { recursive: true });
    // A file in the place of the folder.
    writeFileSync(join(folder, 'files', SHA.slice(0, 2)), '');
    await expect(files.put(bytes)).rejects.toMatchObject({ name: 'StorageError', code: 'storage' });
    expect(everythingIn(folder)).toEqual([SHA.slice(0, 2)]);
  });

  it.skipIf(!canMount)('says so when the disk is full, leaves nothing behind and goes on with what fits', () => {
    const folder = temporaryFolder();
    const script = 'mount -t tmpfs -o size=256k none "$1" && exec "$2" "$3" "$1"';
    const program = join(import.meta.dirname, 'full-disk.ts');
    const run = spawnSync('unshare', ['-rm', 'sh', '-c', script, 'sh', folder, process.execPath, program], {
      encoding: 'utf8',
    });
    expect(JSON.parse(run.stdout)).toEqual({
      outcome: 'disk-full',
      staged: 'disk-full',
      onlySmall: true,
      goesOn: true,
    });
  });
});
