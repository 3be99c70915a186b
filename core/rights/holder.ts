import type { Role } from '../register/role.ts';

/** What an API token may do of what its role may. */
export interface Scope {
  readonly rights: 'read' | 'write';
  /** The names of the only registers it reaches; null for all. */
  readonly registers: readonly string[] | null;
}

/** Who asks, as far as rights look at it: an account or an API token. */
export interface Holder {
  readonly id: string;
  readonly role: Role;
  /** The unit that a reporter reports for. */
  readonly unit?: string;
  /** Of an API token; accounts have all that their role has. */
  readonly scope?: Scope;
}

/** Whether a register is within a token's scope; accounts reach all that their role reaches. */
export const isInScope = ({ scope }: Holder, register: string): boolean =>
  !scope?.registers || scope.registers.includes(register);
