import { boardContext } from '../../core/boards/board.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { programmeOf } from '../../core/programme/build.ts';
import type { Fields } from '../../core/register/declare.ts';
import { isRegisterName } from '../../core/registers/index.ts';
import { warningsOfSet } from '../../core/warnings/set-warnings.ts';
import { BOARDS, type ServedBoard } from '../../server/http/board-table.ts';
import { BENCH_GROUP } from './bench-ledger.ts';
import { bigLedger, figureEdit, foldWrites, reportId } from './big-ledger.ts';
import { median, quantile, table } from './statistics.ts';

type Options = Readonly<Record<string, unknown>>;

/** A board, and the ways to ask for it. */
interface Asked {
  readonly board: ServedBoard;
  /** What it is asked for without wishes: required options only. */
  readonly plain: Options;
  /** The same with each choice of each option, one at a time. */
  readonly choices: readonly { readonly title: string; readonly options: Options }[];
}

/** What a required option is given: the first choice, or the last record (one of the added projects). */
const sampleOf = (ledger: Ledger, options: Fields): Options => {
  const samples: Record<string, unknown> = {};
  for (const [name, { optional, choices, target = '' }] of Object.entries(options)) {
    if (optional) continue;
    if (choices) samples[name] = Object.keys(choices)[0];
    else if (isRegisterName(target)) samples[name] = [...ledger.tables[target].keys()].at(-1);
    else throw new Error(`no sample of the option ${name}`);
  }
  return samples;
};

const askedOf = (ledger: Ledger): readonly Asked[] =>
  BOARDS.map((board) => {
    const plain = sampleOf(ledger, board.options);
    const choices = Object.entries(board.options).flatMap(([name, field]) =>
      Object.keys(field.choices ?? {}).map((choice) => ({
        title: `${name}=${choice}`,
        options: { ...plain, [name]: choice },
      })),
    );
    return { board, plain, choices };
  });

const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const compute = (ledger: Ledger, { data }: ServedBoard, options: Options): void => {
  const context = boardContext(ledger);
  if (context) data(context, options);
};

const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 1);

const distribution = (values: readonly number[]): string =>
  `p50 ${ms(median(values))}   p99 ${ms(quantile(values, 0.99))}   max ${ms(Math.max(...values))} ms`;

const yuanOf = (number: number): number => (1_000 + number) * 10_000;

/** The ledger after one more figure was saved; neighbouring numbers are reports of different projects. */
const saveNumber = (ledger: Ledger, number: number, projects: number): Ledger =>
  foldWrites(ledger, [figureEdit(reportId(number, projects), yuanOf(number))]);

const warn = (ledger: Ledger, number: number, projects: number): void => {
  const record = reportId(number, projects);
  if (!ledger.tables.reports.has(record)) throw new Error(`there is no report ${record}`);
  warningsOfSet(ledger, [
    { kind: 'update', register: 'reports', record, values: { completedYtdYuan: yuanOf(number) } },
  ]);
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Each board on a ledger that none was asked of, then after single saved figures; in the order of the table. */
function boardTimes(start: Ledger, projects: number, saves: number): Ledger {
  const asked = askedOf(start);
  const askAll = (ledger: Ledger): readonly number[] =>
    asked.map(({ board, plain }) => timed(() => compute(ledger, board, plain)));
  const first = askAll(start);
  const later: (readonly number[])[] = [];
  let ledger = start;
  for (let number = 0; number < saves; number += 1) {
    ledger = saveNumber(ledger, number, projects);
    later.push(askAll(ledger));
  }
  const rows = asked.map(({ board, choices }, index) => {
    const times = choices.map(({ title, options }) => ({ title, time: timed(() => compute(ledger, board, options)) }));
    const dearest = times.toSorted((a, b) => b.time - a.time)[0];
    const after = median(later.map((each) => each[index] ?? 0));
    return [board.name, ms(first[index] ?? 0), ms(after), dearest ? `${dearest.title} ${ms(dearest.time)}` : ''];
  });
  const all = ['all of them', ms(sum(first)), ms(median(later.map(sum))), ''];
  console.log(table(['board, ms', 'first', 'after a save', 'dearest choice'], [...rows, all]));
  return ledger;
}

/** What a save costs before screens have their patch, SQLite and sockets apart. */
function screenTimes(start: Ledger, projects: number, saves: number): Ledger {
  const doubts: number[] = [];
  const folds: number[] = [];
  const programmes: number[] = [];
  let ledger = start;
  for (let number = 0; number < saves; number += 1) {
    doubts.push(timed(() => warn(ledger, number, projects)));
    folds.push(timed(() => (ledger = saveNumber(ledger, number, projects))));
    programmes.push(timed(() => programmeOf(ledger, BENCH_GROUP)));
  }
  const together = programmes.map((time, index) => time + (doubts[index] ?? 0) + (folds[index] ?? 0));
  console.log(`\n${saves} saves of one figure, one group of screens`);
  for (const [name, values] of Object.entries({ doubts, fold: folds, programme: programmes, together }))
    console.log(`${name.padEnd(12)}${distribution(values)}`);
  return ledger;
}

/** Saves without anybody who looks: now and then one of them copies a table whole. */
function foldTimes(start: Ledger, projects: number, saves: number): void {
  let ledger = start;
  const folds = Array.from({ length: saves }, (_, number) =>
    timed(() => (ledger = saveNumber(ledger, number, projects))),
  );
  console.log(`\n${saves} saves alone\n${'fold'.padEnd(12)}${distribution(folds)}`);
}

/** Every board of a big ledger: the first time, and after one figure was saved. */
export async function boardsBench({ quick }: { readonly quick: boolean }): Promise<void> {
  const projects = quick ? 200 : 2_000;
  const start = performance.now();
  const ledger = bigLedger(projects);
  const { reports, milestones } = ledger.tables;
  const size = `${projects} projects, ${reports.size} reports, ${milestones.size} milestones`;
  console.log(`${size}, folded in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  const after = boardTimes(ledger, projects, quick ? 5 : 15);
  const shown = screenTimes(after, projects, quick ? 20 : 200);
  foldTimes(shown, projects, quick ? 200 : 5_000);
}
