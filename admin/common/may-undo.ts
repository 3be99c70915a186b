import type { Change } from '../../core/ledger/change.ts';
import type { Role } from '../../core/register/role.ts';
import { registerNamed } from '../../core/registers/index.ts';

/** Whether a role of the office may take a change back, as far as its register tells; accounts and tokens are changed where they are kept. */
export const mayUndo = (role: Role | null, { register }: Change): boolean =>
  role !== null && role !== 'reporter' && registerNamed(register).write.includes(role);
