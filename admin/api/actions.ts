import { isRegisterName, type RegisterName } from '../../core/registers/index.ts';
import { ApiProblem } from './problem.ts';
import { listOf, objectOf, textOf } from './parse.ts';
import { request } from './request.ts';

/** One record that an action writes. */
export interface ActionWrite {
  readonly kind: 'create' | 'update' | 'delete';
  readonly register: RegisterName;
  readonly title: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const writeOf = (value: unknown): ActionWrite => {
  const { kind, register, title, values } = objectOf(value, 'write');
  const name = textOf(register, 'register');
  if (!isRegisterName(name) || (kind !== 'create' && kind !== 'update' && kind !== 'delete')) {
    throw new ApiProblem(0, 'unexpected-answer', 'write');
  }
  return { kind, register: name, title: textOf(title, 'title'), values: objectOf(values, 'values') };
};

/** What an action would write, or, without `preview`, has written. */
export async function runAction(name: string, values: object, preview: boolean): Promise<readonly ActionWrite[]> {
  const body = preview ? { values, preview } : { values };
  const answer = objectOf(await request('POST', `/api/actions/${name}`, { body }), 'action');
  return listOf(answer['writes'], 'writes', writeOf);
}
