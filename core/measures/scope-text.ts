import type { Ledger } from '../ledger/ledger.ts';
import { SECTORS, type Sector } from '../registers/project-choices.ts';
import { UNIT_GROUPS, type UnitGroup } from '../registers/unit-groups.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Scope } from './measure.ts';

const isGroup = (text: string): text is UnitGroup => Object.hasOwn(UNIT_GROUPS, text);
const isSector = (text: string): text is Sector => Object.hasOwn(SECTORS, text);

const scopeOf = (kind: string, id: string): Scope | null => {
  if (kind === 'group') return isGroup(id) ? { kind, group: id } : null;
  if (kind === 'sector') return isSector(id) ? { kind, sector: id } : null;
  if (id === '') return null;
  if (kind === 'unit') return { kind, unit: id };
  if (kind === 'leader') return { kind, leader: id };
  return kind === 'project' ? { kind, project: id } : null;
};

/** The scope in `all`, `group:township`, `unit:ID`, `sector:industry`, `leader:ID` or `project:ID`; `malformed` else. */
export function parseScope(text: string): Result<Scope, 'malformed'> {
  const [kind = '', ...rest] = text.split(':');
  const scope: Scope | null = text === 'all' ? { kind: 'all' } : scopeOf(kind, rest.join(':'));
  return scope ? ok(scope) : fail('malformed');
}

/** Whether the unit, leader or project that a scope names is in a ledger. */
export function scopeExists({ tables }: Ledger, scope: Scope): boolean {
  if (scope.kind === 'unit') return tables.units.has(scope.unit);
  if (scope.kind === 'leader') return tables.leaders.has(scope.leader);
  return scope.kind !== 'project' || tables.projects.has(scope.project);
}
