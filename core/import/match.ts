/** Which project a row is about: by code, by name, by likeness with a question; never by its number in the list. */
import type { Ledger } from '../ledger/ledger.ts';
import type { Project } from '../registers/index.ts';
import { wanText } from '../money.ts';
import { ANSWERS } from './codes.ts';
import type { Session } from './session.ts';
import { createNameIndex } from './similar.ts';
import { compact } from './text.ts';
import type { QuestionOption } from './types.ts';

/** What a row says that can tell which project it is. */
export interface RowIdentity {
  /** From 0. */
  readonly row: number;
  readonly nameColumn: number;
  readonly name: string;
  readonly code: string | null;
  /** Ids of the units that the row names. */
  readonly units: readonly string[];
  readonly totalYuan: number | null;
}

/** The project; null for a new one; `open` while nobody has said which; `skip` when the row is left out. */
export type Match = Project | null | 'open' | 'skip';

const LIKE = 0.6;
/** Enough when unit and total investment agree as well. */
const LIKE_WHEN_AGREEING = 0.4;
const MOST_OFFERED = 5;

export const sameName = (name: string): string => compact(name).toLowerCase();

const optionFor = (project: Project): QuestionOption => {
  const text = `${project.name}(${project.code},${wanText(project.totalInvestmentYuan)}万元)`;
  return { value: project.id, label: { zh: text, en: text } };
};

const newOrSkip: readonly QuestionOption[] = [
  { value: 'new', label: ANSWERS.new },
  { value: 'skip', label: ANSWERS.skip },
];

const agreement = (identity: RowIdentity, project: Project): number =>
  (identity.units.includes(project.leadUnit) ? 1 : 0) + (identity.totalYuan === project.totalInvestmentYuan ? 1 : 0);

interface Projects {
  readonly byCode: ReadonlyMap<string, Project>;
  readonly byName: ReadonlyMap<string, readonly Project[]>;
}

function indexed(ledger: Ledger): Projects {
  const byCode = new Map<string, Project>();
  const byName = new Map<string, Project[]>();
  for (const project of ledger.tables.projects.values()) {
    byCode.set(compact(project.code), project);
    const list = byName.get(sameName(project.name));
    if (list) list.push(project);
    else byName.set(sameName(project.name), [project]);
  }
  return { byCode, byName };
}

/** The one project that a row can only be: by its code, or by its name where no two share it. */
function certain(identity: RowIdentity, { byCode, byName }: Projects, taken: ReadonlySet<string>): Project | null {
  const coded = identity.code === null ? undefined : byCode.get(compact(identity.code));
  if (coded) return coded;
  if (identity.code !== null) return null;
  const named = (byName.get(sameName(identity.name)) ?? []).filter(({ id }) => !taken.has(id));
  if (named.length <= 1) return named[0] ?? null;
  const scored = named.map((project) => agreement(identity, project));
  const best = Math.max(...scored);
  return scored.filter((score) => score === best).length === 1 ? (named[scored.indexOf(best)] ?? null) : null;
}

function accept(ledger: Ledger, offered: readonly Project[], answer: string): Match | undefined {
  if (answer === 'new') return null;
  if (answer === 'skip') return 'skip';
  return offered.find(({ id }) => id === answer) ?? ledger.tables.projects.get(answer);
}

function askWhich(
  session: Session,
  ledger: Ledger,
  identity: RowIdentity,
  code: 'NAME_MATCH' | 'DUPLICATE_NAME',
  offered: readonly Project[],
): Match {
  const { row, nameColumn, name } = identity;
  // By name where that is enough to know the question again in the next file.
  const id = code === 'NAME_MATCH' ? `NAME_MATCH:${sameName(name)}` : `DUPLICATE_NAME:${row + 1}`;
  const parameters = { row: String(row + 1), name };
  const options = [...offered.map(optionFor), ...newOrSkip];
  const question = { id, code, rows: [row], column: nameColumn, parameters, options, allowFree: false };
  const answer = session.ask(question, (given) => accept(ledger, offered, given));
  const severity = answer === undefined ? ('blocking' as const) : ('info' as const);
  const to = typeof answer === 'object' && answer ? answer.name : undefined;
  session.note(row, nameColumn, { code, severity, from: name, ...(to === undefined ? {} : { to }) });
  return answer === undefined ? 'open' : answer;
}

/** The projects of all rows, in their order. */
export function matchRows(
  ledger: Ledger,
  identities: readonly RowIdentity[],
  session: Session,
): ReadonlyMap<number, Match> {
  const projects = indexed(ledger);
  const matches = new Map<number, Match>();
  const taken = new Set<string>();
  const rest: RowIdentity[] = [];
  for (const identity of identities) {
    const project = certain(identity, projects, taken);
    if (project && !taken.has(project.id)) {
      taken.add(project.id);
      matches.set(identity.row, project);
    } else rest.push(identity);
  }
  if (rest.length > 0) matchRest(ledger, rest, projects, taken, matches, session);
  return matches;
}

function matchRest(
  ledger: Ledger,
  rest: readonly RowIdentity[],
  projects: Projects,
  taken: ReadonlySet<string>,
  matches: Map<number, Match>,
  session: Session,
): void {
  const free = [...ledger.tables.projects.values()].filter(({ id }) => !taken.has(id));
  const index = createNameIndex(free.map(({ id, name }) => [id, name] as const));
  const seen = new Set<string>(
    [...matches.values()].flatMap((each) => (typeof each === 'object' && each ? [sameName(each.name)] : [])),
  );
  for (const identity of rest) {
    const name = sameName(identity.name);
    const coded = identity.code !== null && projects.byCode.has(compact(identity.code));
    const namesakes = projects.byName.get(name) ?? [];
    if (coded || (identity.code === null && (seen.has(name) || namesakes.length > 1))) {
      matches.set(
        identity.row,
        askWhich(
          session,
          ledger,
          identity,
          'DUPLICATE_NAME',
          namesakes.filter(({ id }) => !taken.has(id)),
        ),
      );
    } else {
      const offered = index.similar(identity.name, LIKE_WHEN_AGREEING, MOST_OFFERED).flatMap(({ id, likeness }) => {
        const project = ledger.tables.projects.get(id);
        return project && (likeness >= LIKE || agreement(identity, project) === 2) ? [project] : [];
      });
      matches.set(identity.row, offered.length > 0 ? askWhich(session, ledger, identity, 'NAME_MATCH', offered) : null);
    }
    seen.add(name);
  }
}
