import { registerNamed } from '../../core/registers/index.ts';
import type { Role } from '../../core/register/role.ts';

/** Whether a role writes what a scheme says. */
export function mayEdit(role: Role): boolean {
  const { write, fields } = registerNamed('schemes');
  return write.includes(role) && (fields['body']?.writers?.includes(role) ?? true);
}
