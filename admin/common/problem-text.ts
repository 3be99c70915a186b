import { msg, str } from '@lit/localize';
import type { Field, FieldProblemCode } from '../../core/register/field.ts';
import type { ApiProblem, FieldError } from '../api/problem.ts';

/** What is wrong with a value and what to do, in the reader's language. Codes are those of the core. */
export function fieldProblemText(code: string, field?: Field): string {
  const known: Readonly<Record<FieldProblemCode | 'wrong-password' | 'forbidden', () => string>> = {
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
    'wrong-password': () => msg('现在的密码不对', { id: 'field.wrong-password' }),
    forbidden: () => msg('您的账号不能这样修改这一项', { id: 'field.forbidden' }),
    duplicate: () => msg('已有相同的记录，请改为不同的内容', { id: 'field.duplicate' }),
    inconsistent: () => msg('与其他内容矛盾，请核对', { id: 'field.inconsistent' }),
    'too-faint': () => msg('颜色太接近背景，看不清', { id: 'field.too-faint' }),
    'private-number': () => msg('这里不能写手机号或身份证号，请填在专门的保密字段里', { id: 'field.private-number' }),
    'not-next': () => msg('当前状态不能直接改成这个状态', { id: 'field.not-next' }),
    frozen: () => msg('已锁定，不能直接修改', { id: 'field.frozen' }),
  };
  const words = Object.hasOwn(known, code) ? known[code as FieldProblemCode] : undefined;
  return words ? words() : msg('内容有误，请检查', { id: 'field.other' });
}

/** Refusals whose reason says more than their status. */
const wordsOfCode = ({ code, retryAfterSeconds }: ApiProblem): string | null => {
  if (code === 'offline') return msg('连不上服务器，请检查网络后重试', { id: 'problem.offline' });
  if (code === 'unexpected-answer') return msg('服务器的回答看不懂，请刷新页面', { id: 'problem.unexpected' });
  if (code === 'needs-confirmation')
    return msg('有些数值不寻常，请核对；确实无误时写明原因再保存', { id: 'problem.needs-confirmation' });
  if (code === 'changed-since') return msg('之后又有别的变更，不能直接撤销', { id: 'problem.changed-since' });
  if (code === 'taken-down') return msg('这一页已撤下', { id: 'problem.taken-down' });
  if (code === 'in-use') return msg('仍有其他记录引用它，请先改掉那些记录', { id: 'problem.in-use' });
  if (code === 'last-admin') return msg('至少要留一个可用的系统管理员', { id: 'problem.last-admin' });
  if (code === 'revoked') return msg('这块屏幕已停用，请先恢复', { id: 'problem.revoked' });
  if (code === 'already-set-up') return msg('管理员账号已经建立，请直接登录', { id: 'problem.already-set-up' });
  if (code === 'wrong-token')
    return msg('设置链接无效或已过期，请用服务器窗口里最新的链接', { id: 'problem.wrong-token' });
  if (code === 'throttled' && retryAfterSeconds !== undefined)
    return msg(str`尝试次数太多，请 ${retryAfterSeconds} 秒后再试`, { id: 'problem.throttled-for' });
  return null;
};

const wordsOfStatus = ({ status, code }: ApiProblem): string => {
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
export const problemText = (problem: ApiProblem): string => wordsOfCode(problem) ?? wordsOfStatus(problem);

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
