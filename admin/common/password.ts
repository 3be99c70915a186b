import { msg, str } from '@lit/localize';

/** The fewest characters of a password; the server refuses less. */
export const LEAST_PASSWORD = 8;

/** What is wrong with a new password and its repetition, in words; empty when nothing is. */
export function newPasswordProblem(password: string, repeated: string): string {
  if (password.length < LEAST_PASSWORD)
    return msg(str`密码太短，至少 ${LEAST_PASSWORD} 位`, { id: 'password.too-short' });
  return password === repeated ? '' : msg('两次输入的密码不一样', { id: 'setup.differs' });
}
