/** The columns of a register's list: what clerks look for first. */
import type { Field } from '../../core/register/field.ts';
import { registerNamed, type RegisterName } from '../../core/registers/index.ts';

export type Column = readonly [name: string, field: Field];

/** Where the order of the declaration is not the order of reading. */
const CHOSEN: Partial<Record<RegisterName, readonly string[]>> = {
  projects: ['name', 'code', 'lifecycle', 'keyLevel', 'leadUnit', 'sponsorLeader', 'totalInvestmentYuan', 'sector'],
  permits: ['project', 'item', 'state', 'authority', 'department', 'acceptedOn', 'limitDays', 'finishedOn'],
  issues: ['description', 'state', 'category', 'project', 'ownerUnit', 'foundOn', 'dueOn', 'escalation'],
  notices: ['number', 'state', 'unit', 'project', 'matter', 'urgency', 'issuedOn', 'dueOn'],
  reports: ['project', 'asOf', 'state', 'reportedYtdYuan', 'completedYtdYuan', 'physicalProgress', 'submittedOn'],
  milestones: ['name', 'project', 'baselineOn', 'dueOn', 'doneOn', 'weight', 'waivedOn'],
  duties: ['project', 'item', 'state', 'leader', 'note', 'updatedOn'],
};

const MOST_COLUMNS = 8;

/** Longer texts are cut in the list and read in the form. */
const LONG_TEXT = 100;

/** Which fields come first: states, then who and what, then amounts and days. */
const rankOf = ([name, { kind, flow, optional, max = 0 }]: Column): number => {
  const late = optional ? 10 : 0;
  if (flow || name === 'state') return -1;
  if (kind === 'reference' || kind === 'yuan') return late;
  if (kind === 'text') return late + (max > LONG_TEXT ? 6 : 1);
  return late + (kind === 'boolean' ? 4 : kind === 'references' ? 5 : 2);
};

const isShown = ({ kind, secret }: Field): boolean => !secret && kind !== 'document' && kind !== 'texts';

/** The fields that a register's list shows, in their order: its title, then what tells records apart. */
export function columnsOf(register: RegisterName): readonly Column[] {
  const { fields, title } = registerNamed(register);
  const named = (name: string): readonly Column[] => (fields[name] ? [[name, fields[name]]] : []);
  const chosen = CHOSEN[register];
  if (chosen) return chosen.flatMap(named);
  const others = Object.entries(fields)
    .filter(([name, field]) => name !== title && isShown(field))
    .sort((a, b) => rankOf(a) - rankOf(b));
  return [...named(title), ...others].slice(0, MOST_COLUMNS);
}

const MOST_FILTERS = 5;

/** The fields that a list can be filtered by: states and other choices, units, projects, people. */
export function filtersOf(register: RegisterName): readonly Column[] {
  const { fields } = registerNamed(register);
  const shown = new Set(columnsOf(register).map(([name]) => name));
  const rank = ([name, { flow, target }]: Column): number =>
    (flow || name === 'state' || name === 'lifecycle' ? 0 : target === 'units' ? 1 : target === 'projects' ? 2 : 3) +
    (shown.has(name) ? 0 : 4);
  return Object.entries(fields)
    .filter(([, { kind }]) => kind === 'choice' || kind === 'reference')
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST_FILTERS);
}
