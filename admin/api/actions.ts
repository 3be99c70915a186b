import type { Label } from '../../core/register/label.ts';
import { isRegisterName, type RegisterName } from '../../core/registers/index.ts';
import { isObject } from '../../core/result.ts';
import { ApiProblem } from './problem.ts';
import { listOf, objectOf, textOf } from './parse.ts';
import { request } from './request.ts';

/** One record that an action writes. */
export interface ActionWrite {
  readonly kind: 'create' | 'update' | 'delete';
  readonly register: RegisterName;
  /** Empty where the id is made up when it is written. */
  readonly record: string;
  readonly title: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const writeOf = (value: unknown): ActionWrite => {
  const { kind, register, record, title, values } = objectOf(value, 'write');
  const name = textOf(register, 'register');
  if (!isRegisterName(name) || (kind !== 'create' && kind !== 'update' && kind !== 'delete')) {
    throw new ApiProblem(0, 'unexpected-answer', 'write');
  }
  return {
    kind,
    register: name,
    record: textOf(record, 'record'),
    title: textOf(title, 'title'),
    values: objectOf(values, 'values'),
  };
};

export interface ActionOptions {
  /** Only says what would be written. */
  readonly preview?: boolean;
  /** Codes of doubts that the person overrules, for a reason. */
  readonly confirm?: readonly string[];
  readonly reason?: string;
}

export interface ActionOutcome {
  readonly writes: readonly ActionWrite[];
  /** What is doubtful about them, as the server says it. */
  readonly warnings: unknown;
}

/** What an action would write, or, without `preview`, has written. */
export async function runAction(name: string, values: object, options: ActionOptions = {}): Promise<ActionOutcome> {
  const body = { values, ...options };
  const answer = objectOf(await request('POST', `/api/actions/${name}`, { body }), 'action');
  return { writes: listOf(answer['writes'], 'writes', writeOf), warnings: answer['warnings'] };
}

const isLabel = (value: unknown): value is Label =>
  isObject(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string';

/** The words of an action's refusal, by the field that they are about; nothing where the codes say enough. */
export const refusalWords = ({ members }: ApiProblem): Readonly<Record<string, Label>> =>
  Object.fromEntries(
    (Array.isArray(members['errors']) ? members['errors'] : []).filter(isObject).flatMap(({ path, words }) => {
      return typeof path === 'string' && isLabel(words) ? [[path.replace(/^values\//, ''), words]] : [];
    }),
  );
