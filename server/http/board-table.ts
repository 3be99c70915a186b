/** Every board that the API serves: those that are slides, and the office's own. */
import { z } from 'zod';
import type { BoardContext } from '../../core/boards/board.ts';
import type { DeclaredBoard } from '../../core/boards/declare-board.ts';
import { BOARD_MEASURES } from '../../core/boards/board-measures.ts';
import { OFFICE_BOARDS } from '../../core/boards/office-boards.ts';
import { allProjects, projectRanking } from '../../core/boards/project-ranking.ts';
import { projectBoard } from '../../core/boards/project.ts';
import { PUBLIC_BOARDS } from '../../core/boards/public/public-boards.ts';
import { summary } from '../../core/boards/summary.ts';
import { unitRanking } from '../../core/boards/unit-ranking.ts';
import type { MeasureId } from '../../core/measures/ids.ts';
import type { Fields } from '../../core/register/declare.ts';
import type { Field } from '../../core/register/field.ts';
import { SLIDE_KINDS, type SlideKind, type SlideOptions } from '../../core/slides/kinds.ts';
import { parseMonth, type IsoDate } from '../../core/time.ts';
import { isoDate } from './input.ts';

export interface ServedBoard extends DeclaredBoard {
  readonly name: string;
  /** The measures whose numbers it shows; their definitions stand in its answer. */
  readonly measures: readonly MeasureId[];
}

const served = (name: string, declared: DeclaredBoard): ServedBoard => ({
  name,
  ...declared,
  measures: BOARD_MEASURES[name] ?? [],
});

/** A board with the options of its slide; the slide's title is no matter of the figures. */
const ofSlide = <K extends SlideKind>(
  name: K,
  data: (context: BoardContext, options: SlideOptions<K>) => object | null,
): ServedBoard => {
  const { label, options } = SLIDE_KINDS[name];
  const { title: _, ...own } = options;
  return served(name, { label, options: own, public: true, data: data as DeclaredBoard['data'] });
};

export const BOARDS: readonly ServedBoard[] = [
  ofSlide('summary', summary),
  ofSlide('unitRanking', (context, { group }) => unitRanking(context, group)),
  ofSlide('projectRanking', (context, { level, sector, top }) => ({
    rows: projectRanking(context, { ...(level && { level }), ...(sector && { sector }), ...(top && { top }) }),
  })),
  ofSlide('projects', (context) => ({ rows: allProjects(context) })),
  ofSlide('project', (context, { project }) => projectBoard(context, project)),
  ...Object.entries(PUBLIC_BOARDS).map(([name, declared]) => served(name, declared)),
  ...Object.entries(OFFICE_BOARDS).map(([name, declared]) => served(name, declared)),
];

const text = (of: (value: string) => unknown, example: string) =>
  z.string().refine((value) => of(value) !== null, { error: `must be like ${example}` });

/** The schema of one option as a parameter of the address. */
const parameter = ({ kind, choices, min, max }: Field): z.ZodType => {
  switch (kind) {
    case 'choice':
      return z.enum(Object.keys(choices ?? {}) as [string, ...string[]]);
    case 'integer':
      return z.coerce
        .number()
        .int()
        .min(min ?? 0)
        .max(max ?? Number.MAX_SAFE_INTEGER);
    case 'month':
      return text(parseMonth, '2017-12');
    case 'date':
      return isoDate;
    default:
      return z
        .string()
        .min(1)
        .max(max ?? 64);
  }
};

/** What every board takes besides its own options. */
export interface BoardQuery {
  /** The cut-off of the figures; the office's own unless given. */
  readonly asOf?: IsoDate;
  /** The moment whose ledger is asked for; now unless given. */
  readonly known?: string;
  readonly [option: string]: unknown;
}

/** The parameters of a board: its options, the cut-off `asOf`, and `known`. */
export function boardQuery(options: Fields): z.ZodType<BoardQuery> {
  const own = Object.entries(options).map(([name, field]) => {
    const schema = parameter(field);
    return [name, field.optional ? z.exactOptional(schema) : schema] as const;
  });
  return z.strictObject({
    ...Object.fromEntries(own),
    asOf: isoDate.exactOptional(),
    known: z.string().min(1).max(40).exactOptional(),
  });
}
