import { expect, it } from 'vitest';
import { removeAbandonedFiles } from '../../../server/cli/keep-files.ts';
import { save, testParts } from '../../support/parts.ts';

it('files that no record ever named go at the start, those of deleted records stay', async () => {
  const { parts } = await testParts();
  const [kept, deleted, abandoned, medium] = await Promise.all(
    ['kept', 'deleted', 'abandoned', 'medium'].map((text) => parts.files.put(new TextEncoder().encode(text))),
  );
  const photo = (record: string, file: string | undefined): void =>
    save(parts, {
      kind: 'create',
      register: 'photos',
      record,
      values: {
        project: 'p1',
        month: '2017-05',
        state: 'submitted',
        file,
        likeness: '0'.repeat(16),
        width: 10,
        height: 10,
      },
    });
  photo('a', kept);
  photo('b', deleted);
  save(parts, { kind: 'delete', register: 'photos', record: 'b' });
  save(parts, {
    kind: 'create',
    register: 'media',
    record: 'm',
    values: { name: '图', kind: 'image', type: 'image/png', file: medium, bytes: 6, width: 10, height: 10 },
  });
  expect(removeAbandonedFiles(parts.changes, parts.files)).toBe(1);
  const there = [kept, deleted, abandoned, medium].map((sha) => parts.files.has(sha ?? ''));
  expect(there).toEqual([true, true, false, true]);
});
