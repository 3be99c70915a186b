import type { Role } from '../../core/register/role.ts';
import type { RegisterName } from '../../core/registers/index.ts';
import type { Parts } from '../../server/parts.ts';
import { save } from './parts.ts';

export interface TokenWanted {
  readonly role: Role;
  readonly rights?: 'read' | 'write';
  readonly registers?: readonly RegisterName[];
  readonly expiresOn?: string;
  readonly disabled?: boolean;
}

/** An API token, made past the API. */
export function makeToken(parts: Parts, wanted: TokenWanted) {
  const { token, tokenHash } = parts.accounts.newApiToken();
  const id = `token${parts.changes.ledger().tables.tokens.size + 1}`;
  const values = { name: id, rights: 'write', expiresOn: '2030-12-31', disabled: false, ...wanted, tokenHash };
  save(parts, { kind: 'create', register: 'tokens', record: id, values });
  return { id, token, headers: { authorization: `Bearer ${token}` } };
}
