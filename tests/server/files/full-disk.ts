/** Puts two files on a disk of 256 KB, a small one and one that does not fit; prints what became of them. */
import { readdirSync } from 'node:fs';
import { createFiles } from '../../../server/files/folder-files.ts';

const folder = process.argv[2] ?? '';
const files = createFiles(folder);
const small = await files.put(new Uint8Array(1_000));
const outcomeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'kept',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown'),
  );
const outcome = await outcomeOf(files.put(new Uint8Array(1_000_000).fill(1)));
const staged = await outcomeOf(files.stage(new Blob(['a long file']).stream()));
const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((each) => each.isFile())
  .map(({ name }) => name);
const again = await files.put(new Uint8Array(2_000));
process.stdout.write(JSON.stringify({ outcome, staged, onlySmall: names.join() === small, goesOn: files.has(again) }));
