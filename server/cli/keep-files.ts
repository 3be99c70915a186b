import type { RegisterName } from '../../core/registers/index.ts';
import type { Changes } from '../changes/changes.ts';
import type { Files } from '../files/files.ts';

/** The registers whose records name files, and the field that does. */
const WITH_FILES = { imports: 'file', photos: 'file', media: 'file', editions: 'content' } as const satisfies {
  readonly [R in RegisterName]?: string;
};

/** Every file that a record names or ever named: an import or a photo that was taken back can come again. */
const filesInLog = (changes: Changes): ReadonlySet<unknown> =>
  new Set(
    (Object.keys(WITH_FILES) as (keyof typeof WITH_FILES)[]).flatMap((register) =>
      changes.history({ register, limit: Number.MAX_SAFE_INTEGER }).flatMap(({ fields }) => {
        const file = fields[WITH_FILES[register]];
        return file && !('secret' in file) ? [file.from, file.to] : [];
      }),
    ),
  );

/** Removes files of uploads that were never confirmed: they may hold what nobody decided to keep. */
export function removeAbandonedFiles(changes: Changes, files: Files): number {
  const named = filesInLog(changes);
  return files.keepOnly((sha) => named.has(sha));
}
