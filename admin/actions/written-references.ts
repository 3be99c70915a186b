import { registerNamed } from '../../core/registers/index.ts';
import type { ActionWrite } from '../api/actions.ts';
import type { FormFields } from '../common/form-values.ts';
import { loadReferences, type Choosable, type References } from '../common/references.ts';

/** The fields that some write sets. */
const writtenFields = (writes: readonly ActionWrite[]): FormFields =>
  Object.fromEntries(
    writes.flatMap(({ register, values }) =>
      Object.entries(registerNamed(register).fields)
        .filter(([name]) => (values[name] ?? null) !== null)
        .map(([name, field]) => [`${register}.${name}`, field]),
    ),
  );

/** The names of everything that the writes point to, also of what they make themselves. */
export async function loadWrittenReferences(writes: readonly ActionWrite[]): Promise<References> {
  const references = new Map<string, readonly Choosable[]>(await loadReferences(writtenFields(writes)));
  for (const { kind, register, record, title } of writes) {
    if (kind === 'create') references.set(register, [...(references.get(register) ?? []), { id: record, title }]);
  }
  return references;
}
