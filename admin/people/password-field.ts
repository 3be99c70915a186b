import { text, type Field } from '../../core/register/field.ts';
import { LEAST_PASSWORD } from '../common/password.ts';

/** The password of an account as a form sets it; nothing ever reads it. */
export const passwordField = (): Field<string> =>
  text({ label: { zh: '密码', en: 'Password' }, min: LEAST_PASSWORD, max: 200, secret: true });
