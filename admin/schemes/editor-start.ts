/** What the scheme editor begins with. */
import type { SchemeRecord } from '../../core/registers/index.ts';
import { registerNamed } from '../../core/registers/index.ts';
import { readRecord } from '../api/records.ts';
import type { ListedScheme } from '../api/schemes.ts';
import type { FormFields, FormValues } from '../common/form-values.ts';
import { msg } from '@lit/localize';
import type { SchemePlace } from './scheme-place.ts';

/** A scheme that is being written: its body, what the record says besides, and the record where there is one. */
export interface Writing {
  readonly body: unknown;
  readonly values: FormValues;
  /** Null for a new one. */
  readonly saved: Pick<SchemeRecord, 'id' | 'revision' | 'state'> | null;
  /** With which scheme it is compared; empty for the one in force. */
  readonly base: string;
  /** The name under which entries are made by hand: a copy is tried with those of what it was copied from. */
  readonly entriesOf: string;
}

/** The fields of the record beside the scheme itself. */
export const HEAD_FIELDS: FormFields = Object.fromEntries(
  Object.entries(registerNamed('schemes').fields).filter(([name]) =>
    ['name', 'version', 'effectiveFrom', 'effectiveTo', 'note'].includes(name),
  ),
);

const NAME_MAX = HEAD_FIELDS['name']?.max ?? 60;

const headOf = ({ name, version, effectiveFrom, effectiveTo, note }: SchemeRecord): FormValues => ({
  name,
  version,
  effectiveFrom,
  ...(effectiveTo === undefined ? {} : { effectiveTo }),
  ...(note === undefined ? {} : { note }),
});

const nextVersion = (schemes: readonly ListedScheme[], name: string): number =>
  Math.max(0, ...schemes.filter((each) => each.name === name).map(({ version }) => version)) + 1;

/** A name that no scheme has yet. */
function copyName(schemes: readonly ListedScheme[], name: string): string {
  const mark = msg('（副本）', { id: 'schemes.copy-mark' });
  const plain = name.slice(0, NAME_MAX - mark.length * 3);
  let copy = `${plain}${mark}`;
  while (schemes.some((each) => each.name === copy)) copy = `${copy}${mark}`;
  return copy;
}

/** The record to edit, or a new version or a copy of it. */
export async function startWriting({ scheme, view }: SchemePlace, schemes: readonly ListedScheme[]): Promise<Writing> {
  const record = await readRecord('schemes', scheme);
  const { id, revision, state, body, name } = record;
  if (view === 'edit') {
    return {
      body,
      values: headOf(record),
      saved: { id, revision, state },
      base: state === 'draft' ? '' : id,
      entriesOf: name,
    };
  }
  // A new version is in force when the old one was, unless somebody says otherwise: the figures are of that year.
  const begun = { effectiveFrom: record.effectiveFrom };
  const values =
    view === 'version'
      ? { name, version: nextVersion(schemes, name), ...begun }
      : { name: copyName(schemes, name), version: 1, ...begun };
  return { body, values, saved: null, base: id, entriesOf: name };
}
