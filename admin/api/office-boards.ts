/** The computed views of the office and what they may be asked. */
import { isObject } from '../../core/result.ts';
import type { Label } from '../../core/register/label.ts';
import { parseDate, type IsoDate } from '../../core/time.ts';
import { ApiProblem } from './problem.ts';
import { labelIn, listOf, numberOf, objectOf, textOf, textOrNull } from './parse.ts';
import { request } from './request.ts';

/** A parameter of a board, as far as a control needs to know it. */
export interface BoardOption {
  readonly name: string;
  readonly kind: string;
  readonly label: Label;
  readonly optional: boolean;
  readonly choices: Readonly<Record<string, Label>>;
  /** The register that a reference points into; empty for other kinds. */
  readonly target: string;
}

export interface BoardDescription {
  readonly name: string;
  readonly label: Label;
  readonly options: readonly BoardOption[];
}

export type BoardQuery = Readonly<Record<string, string>>;

/** A board's answer: what it holds, and what the figures rest on. */
export interface BoardAnswer {
  readonly asOf: IsoDate;
  readonly revision: number;
  readonly basis: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, unknown>>;
}

const dateOf = (value: unknown): IsoDate => {
  const date = parseDate(textOf(value, 'asOf'));
  if (!date) throw new ApiProblem(0, 'unexpected-answer', 'asOf');
  return date;
};

const optionOf = (value: unknown): BoardOption => {
  const { name, kind, label, optional, choices, target } = objectOf(value, 'option');
  return {
    name: textOf(name, 'option.name'),
    kind: textOf(kind, 'option.kind'),
    label: labelIn(label, 'label'),
    optional: optional === true,
    choices: isObject(choices)
      ? Object.fromEntries(Object.entries(choices).map(([id, each]) => [id, labelIn(each, 'label')]))
      : {},
    target: textOrNull(target) ?? '',
  };
};

/** The boards that this account may read. */
export async function listBoards(): Promise<readonly BoardDescription[]> {
  const answer = objectOf(await request('GET', '/api/boards'), 'boards');
  return listOf(answer['boards'], 'boards', (each) => {
    const { name, label, options } = objectOf(each, 'board');
    return {
      name: textOf(name, 'board.name'),
      label: labelIn(label, 'label'),
      options: listOf(options, 'options', optionOf),
    };
  });
}

/** A board with its options, its cut-off `asOf` and the past ledger `known`. */
export async function readBoard(name: string, query: BoardQuery): Promise<BoardAnswer> {
  const parameters = new URLSearchParams(query);
  const address = `/api/boards/${encodeURIComponent(name)}${parameters.size > 0 ? `?${parameters}` : ''}`;
  const data = objectOf(await request('GET', address), name);
  return {
    asOf: dateOf(data['asOf']),
    revision: numberOf(data['revision'], 'revision'),
    basis: objectOf(data['basis'], 'basis'),
    data,
  };
}
