/**
 * The figures and what becomes of edits to them: read, checked, written as one set, acknowledged cell by
 * cell. It knows no DOM; the section draws it and asks people about doubts.
 */
import { listChanges, postChanges, type ChangeRequest, type WriteOptions } from '../api/changes.ts';
import { asProblem, type ApiProblem } from '../api/problem.ts';
import { ledgerRevision, listRecords } from '../api/records.ts';
import { getSettings } from '../api/settings.ts';
import type { Change } from '../../core/ledger/change.ts';
import type { Report } from '../../core/registers/index.ts';
import { warningsIn, type SaidWarning } from '../common/warning-words.ts';
import { changeIndexOf, isUnwritten, type CellState } from './cell-state.ts';
import { changeOfWrite, planEdits, type Edit, type EditPlan, type PlannedWrite } from './edits.ts';
import { buildSheet, cellKey, type FiguresData, type SheetGroup } from './sheet.ts';
import { planUndo, remember, undoSetOf, type UndoSet } from './undo.ts';

/** What the store asks of the server; tests answer in its place. */
export interface FiguresServer {
  readonly load: () => Promise<{ readonly data: FiguresData; readonly revision: number }>;
  readonly reports: () => Promise<readonly Report[]>;
  readonly revision: () => Promise<number>;
  readonly write: (changes: readonly ChangeRequest[], options?: WriteOptions) => Promise<unknown>;
  /** The newest change of a report, for naming who was first; null when it cannot be told. */
  readonly lastChange: (record: string) => Promise<Change | null>;
}

export const figuresServer: FiguresServer = {
  load: async () => {
    const [settings, units, projects, plans, reports] = await Promise.all([
      getSettings(),
      listRecords('units'),
      listRecords('projects'),
      listRecords('plans'),
      listRecords('reports'),
    ]);
    const data = {
      settings,
      units: units.records,
      projects: projects.records,
      plans: plans.records,
      reports: reports.records,
    };
    return { data, revision: reports.revision };
  },
  reports: async () => (await listRecords('reports')).records,
  revision: ledgerRevision,
  write: postChanges,
  lastChange: async (record) => (await listChanges({ register: 'reports', record, limit: 1 }))[0] ?? null,
};

/** Doubts of the server that a person overrules, and why. */
export interface Confirmed {
  readonly reason: string;
  readonly doubts: readonly SaidWarning[];
}

interface Outcome {
  readonly written: readonly PlannedWrite[];
  readonly doubted: readonly SaidWarning[];
}

const NOTHING: Outcome = { written: [], doubted: [] };

const optionsOf = ({ reason, doubts }: Confirmed): WriteOptions => ({
  reason,
  confirm: [...new Set(doubts.map(({ code }) => code))],
});

/** A correction downwards is explained in the report itself, besides the log. */
const noteFor = (index: number, confirmed: Confirmed | undefined): string | undefined =>
  confirmed?.doubts.some(({ path, code }) => code === 'lower-than-before' && changeIndexOf(path) === index)
    ? confirmed.reason
    : undefined;

export class FiguresStore {
  data: FiguresData | null = null;
  groups: readonly SheetGroup[] = [];
  problem: ApiProblem | null = null;
  readonly states = new Map<string, CellState>();
  #undo: readonly UndoSet[] = [];
  #revision = -1;
  #reports = new Map<string, Report>();
  #writing = 0;
  readonly #server: FiguresServer;
  readonly #changed: () => void;

  constructor(server: FiguresServer, changed: () => void) {
    this.#server = server;
    this.#changed = changed;
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  /** Cells whose text is not in the ledger yet, with their states. */
  get unwritten(): readonly (readonly [string, Exclude<CellState, { kind: 'saved' }>])[] {
    return [...this.states].flatMap(([key, state]) => (isUnwritten(state) ? [[key, state] as const] : []));
  }

  report(project: string, asOf: string): Report | null {
    return this.#reports.get(cellKey(project, asOf)) ?? null;
  }

  async load(): Promise<void> {
    try {
      const { data, revision } = await this.#server.load();
      this.#revision = revision;
      this.#take(data);
      this.problem = null;
    } catch (error) {
      this.problem = asProblem(error);
    }
    this.#changed();
  }

  /** Reads again when somebody wrote something; not in the middle of a write of our own. */
  async refresh(): Promise<void> {
    if (this.#writing > 0) return;
    try {
      const revision = await this.#server.revision();
      if (revision !== this.#revision && this.#writing === 0) await this.load();
      else if (this.problem) await this.load();
    } catch (error) {
      this.problem = asProblem(error);
      this.#changed();
    }
  }

  plan(edits: readonly Edit[]): EditPlan {
    return planEdits(edits, (project, asOf) => this.report(project, asOf));
  }

  /**
   * Writes what was planned; what cannot be read is marked and stays in its cell.
   * @param confirmed the doubts that the person has seen, with the reason why the figures are right.
   * @returns what the server doubts and wants confirmed, by the place of the write in the plan; nothing is written then.
   */
  async commit({ writes, refused }: EditPlan, confirmed?: Confirmed): Promise<readonly SaidWarning[]> {
    for (const { edit, why } of refused) {
      this.states.set(cellKey(edit.project, edit.asOf), { kind: 'invalid', text: edit.text, why });
    }
    this.#changed();
    const { written, doubted } = await this.#write(writes, (index) => noteFor(index, confirmed), confirmed);
    if (written.length > 0) this.#undo = remember(this.#undo, undoSetOf(written));
    this.#changed();
    return doubted;
  }

  /**
   * Takes one's own last set back. Returns how many cells others had changed since, or null with nothing to undo.
   * @param reason stays in the log where the earlier figures are unlikely ones.
   */
  async undo(reason: string): Promise<number | null> {
    const set = this.#undo.at(-1);
    if (!set) return null;
    this.#undo = this.#undo.slice(0, -1);
    const { writes, overtaken } = planUndo(set, (project, asOf) => this.report(project, asOf));
    const noteOf = (index: number): null | undefined => (writes[index]?.after?.note === undefined ? null : undefined);
    const { doubted } = await this.#write(writes, noteOf);
    // What stood there before was accepted once: it is doubted no more.
    if (doubted.length > 0) await this.#write(writes, noteOf, { reason, doubts: doubted });
    return overtaken;
  }

  /** Forgets the text of a cell that was not written; the ledger's value shows again. */
  discard(key: string): void {
    this.states.delete(key);
    this.#changed();
  }

  /** The edits of cells that can be sent again as they are. */
  unsent(): readonly Edit[] {
    return this.unwritten.filter(([, { kind }]) => kind === 'unsent').map(([key, { text }]) => this.editOf(key, text));
  }

  editOf(key: string, text: string): Edit {
    const [project = '', asOf = ''] = key.split('|');
    return { project, asOf: asOf as Edit['asOf'], text };
  }

  #take(data: FiguresData): void {
    this.data = data;
    this.groups = buildSheet(data);
    this.#reports = new Map(data.reports.map((report) => [cellKey(report.project, report.asOf), report]));
  }

  /**
   * The writes that the server took: all, after a conflict those that nobody else had touched, or none while it
   * doubts some.
   * @param noteOf the note of the write at a place.
   */
  async #write(
    writes: readonly PlannedWrite[],
    noteOf: (index: number) => string | null | undefined,
    confirmed?: Confirmed,
  ): Promise<Outcome> {
    if (writes.length === 0) return NOTHING;
    for (const { key, text } of writes) this.states.set(key, { kind: 'saving', text });
    this.#writing += 1;
    this.#changed();
    const changes = writes.map((write, index) => changeOfWrite(write, noteOf(index)));
    try {
      await this.#server.write(changes, confirmed && optionsOf(confirmed));
      await this.#readReports();
      for (const { key } of writes) this.states.set(key, { kind: 'saved' });
      return { written: writes, doubted: [] };
    } catch (error) {
      const problem = asProblem(error);
      await this.#refused(writes, problem);
      const conflict = writes.some(({ key }) => this.states.get(key)?.kind === 'stale');
      if (!conflict) return { written: [], doubted: warningsIn(problem) };
      const left = [...writes.keys()].filter((index) => this.states.get(writes[index]?.key ?? '')?.kind === 'unsent');
      const again = left.flatMap((index) => writes[index] ?? []);
      return await this.#write(again, (index) => noteOf(left[index] ?? -1), confirmed);
    } finally {
      this.#writing -= 1;
      this.#changed();
    }
  }

  async #readReports(): Promise<void> {
    const reports = await this.#server.reports();
    if (this.data) this.#take({ ...this.data, reports });
  }

  async #refused(writes: readonly PlannedWrite[], problem: ApiProblem): Promise<void> {
    for (const { key, text } of writes) this.states.set(key, { kind: 'unsent', text, problem });
    for (const error of problem.errors) {
      const write = writes[changeIndexOf(error.path) ?? -1];
      if (write) this.states.set(write.key, { kind: 'refused', text: write.text, error });
    }
    const moved =
      problem.status === 412 || problem.status === 404 || problem.errors.some(({ code }) => code === 'duplicate');
    if (moved) await this.#markStale(writes);
  }

  /** After a conflict: the cells that others wrote meanwhile are shown as theirs against mine. */
  async #markStale(writes: readonly PlannedWrite[]): Promise<void> {
    try {
      await this.#readReports();
      for (const { key, text, project, asOf, before } of writes) {
        const now = this.report(project, asOf);
        if ((now?.revision ?? null) === (before?.revision ?? null)) continue;
        const change = now || before ? await this.#server.lastChange((now ?? before)?.id ?? '') : null;
        const theirsYuan = now?.completedYtdYuan ?? null;
        this.states.set(key, {
          kind: 'stale',
          text,
          theirsYuan,
          by: change?.actor.name ?? null,
          at: change?.at ?? null,
        });
      }
    } catch (error) {
      this.problem = asProblem(error);
    }
  }
}
