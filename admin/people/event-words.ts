import { msg } from '@lit/localize';
import { isRegisterName, registerNamed } from '../../core/registers/index.ts';
import type { TitleOf } from '../common/change-words.ts';
import { labelText } from '../common/locale.ts';
import { plainText } from '../common/plain-text.ts';

const KIND_WORDS: Readonly<Record<string, () => string>> = {
  login: () => msg('登录', { id: 'event.login' }),
  'login-refused': () => msg('登录被拒', { id: 'event.login-refused' }),
  logout: () => msg('退出', { id: 'event.logout' }),
  'password-changed': () => msg('修改密码', { id: 'event.password-changed' }),
  'session-ended': () => msg('会话被结束', { id: 'event.session-ended' }),
  'token-created': () => msg('建立令牌', { id: 'event.token-created' }),
  'token-refused': () => msg('令牌被拒', { id: 'event.token-refused' }),
  'private-read': () => msg('查看保密信息', { id: 'event.private-read' }),
  'timeline-read': () => msg('查看问责时间线', { id: 'event.timeline-read' }),
  export: () => msg('导出', { id: 'event.export' }),
  'import-file-read': () => msg('下载导入文件', { id: 'event.import-file-read' }),
  'edition-refused': () => msg('期次操作被拒', { id: 'event.edition-refused' }),
};

/** Kinds of events, in the order of the filter. */
export const EVENT_KINDS: readonly string[] = Object.keys(KIND_WORDS);

export const eventKindText = (kind: string): string => KIND_WORDS[kind]?.() ?? kind;

/** Kinds that tell of something refused. */
export const isRefusal = (kind: string): boolean => kind.endsWith('-refused');

/** What an event was about: an account by its name, a record by its register and title, anything else as it is. */
export function subjectText(subject: string | undefined, titleOf: TitleOf): string {
  if (subject === undefined) return '—';
  const [register = '', id] = subject.split('/', 2);
  if (id !== undefined && isRegisterName(register))
    return `${labelText(registerNamed(register).label)} ${titleOf(register, id)}`;
  const account = titleOf('users', subject);
  return account === subject ? titleOf('tokens', subject) : account;
}

/** Further facts of an event in one line. */
export const detailText = (detail: Readonly<Record<string, unknown>>): string =>
  Object.entries(detail)
    .map(([name, value]) => `${name}: ${plainText(value)}`)
    .join(' · ');
