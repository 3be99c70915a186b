import { msg, str } from '@lit/localize';
import type { Field, FieldProblemCode } from '../../core/register/field.ts';
import type { ApiProblem, FieldError } from '../api/problem.ts';

/** What is wrong with a value and what to do, in the reader's language. Codes are those of the core. */
export function fieldProblemText(code: string, field?: Field): string {
  const known: Readonly<Record<FieldProblemCode, () => string>> = {
    required: () => msg('必填，请填写', { id: 'field.required' }),
    'wrong-type': () => msg('内容类型不对，请重新填写', { id: 'field.wrong-type' }),
    'too-short': () => msg(str`太短，至少 ${field?.min ?? 1} 个字`, { id: 'field.too-short' }),
    'too-long': () => msg(str`太长，最多 ${field?.max ?? 200} 个字`, { id: 'field.too-long' }),
    'too-small': () => msg(str`太小，不能小于 ${field?.min ?? 0}`, { id: 'field.too-small' }),
    'too-large': () => msg(str`太大，不能大于 ${field?.max ?? 0}`, { id: 'field.too-large' }),
    'bad-format': () => msg('格式不对，请检查', { id: 'field.bad-format' }),
    'not-a-choice': () => msg('请从列表中选择', { id: 'field.not-a-choice' }),
    'unknown-reference': () => msg('所选记录已不存在，请重新选择', { id: 'field.unknown-reference' }),
    'unknown-field': () => msg('服务器不认识这个字段，请刷新页面', { id: 'field.unknown-field' }),
    duplicate: () => msg('已有相同的记录，请改为不同的内容', { id: 'field.duplicate' }),
    inconsistent: () => msg('与其他内容矛盾，请核对', { id: 'field.inconsistent' }),
  };
  const words = Object.hasOwn(known, code) ? known[code as FieldProblemCode] : undefined;
  return words ? words() : msg('内容有误，请检查', { id: 'field.other' });
}

const wordsOfStatus = (problem: ApiProblem): string => {
  const { status, code } = problem;
  if (code === 'offline') return msg('连不上服务器，请检查网络后重试', { id: 'problem.offline' });
  if (code === 'unexpected-answer') return msg('服务器的回答看不懂，请刷新页面', { id: 'problem.unexpected' });
  if (code === 'in-use') return msg('仍有其他记录引用它，请先改掉那些记录', { id: 'problem.in-use' });
  if (status === 401) return msg('登录已失效，请重新登录', { id: 'problem.signed-out' });
  if (status === 403) return msg('您的账号没有这项权限', { id: 'problem.forbidden' });
  if (status === 404) return msg('记录已不存在，请刷新列表', { id: 'problem.not-found' });
  if (status === 409) return msg('与现有数据冲突，请刷新后再试', { id: 'problem.conflict' });
  if (status === 412) return msg('别人刚改过这条记录，请核对后再保存', { id: 'problem.stale' });
  if (status === 413) return msg('内容太大，请分次保存', { id: 'problem.too-large' });
  if (status === 400 || status === 422) return msg('内容有误，没有保存，请按提示修改', { id: 'problem.invalid' });
  if (status === 429) return msg('操作太频繁，请稍后再试', { id: 'problem.throttled' });
  if (status === 507) return msg('服务器磁盘已满，没有保存，请联系管理员', { id: 'problem.disk-full' });
  return msg(str`出错了（${code}），请稍后再试`, { id: 'problem.other' });
};

/** A refused request in words that say what to do next. */
export const problemText = (problem: ApiProblem): string => wordsOfStatus(problem);

/** The words for each field that a refusal names, by the field's name. */
export const fieldProblems = (
  errors: readonly FieldError[],
  fields: Readonly<Record<string, Field>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    errors.flatMap(({ path, code }) =>
      path.split(',').map((name) => {
        const own = name.split(/[/.]/)[0] ?? name;
        return [own, fieldProblemText(code, fields[own])];
      }),
    ),
  );
