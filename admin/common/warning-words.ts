/** Doubts about values that are possible but unlikely: those of the core, and those that the server answers with. */
import { msg, str } from '@lit/localize';
import { wanText } from '../../core/money.ts';
import { isObject } from '../../core/result.ts';
import { WARNINGS, type Warning, type WarningCode } from '../../core/warnings/warnings.ts';
import type { ApiProblem } from '../api/problem.ts';
import { grouped } from './format.ts';
import { labelText } from './locale.ts';

/** A doubt with the path that the server gives it: `changes/3/reportedYtdYuan`. */
export type SaidWarning = Warning;

const isCode = (value: unknown): value is WarningCode => typeof value === 'string' && Object.hasOwn(WARNINGS, value);

/** The doubts in a member of an answer; none where it is no list of them. */
export const saidWarnings = (said: unknown): readonly SaidWarning[] =>
  (Array.isArray(said) ? said : []).filter(isObject).flatMap(({ path, code, comparedYuan }) => {
    if (typeof path !== 'string' || !isCode(code)) return [];
    return [{ path, code, ...(typeof comparedYuan === 'number' ? { comparedYuan } : {}) }];
  });

/** The doubts of a refusal that asks for a confirmation; none for any other refusal. */
export const warningsIn = ({ code, members }: ApiProblem): readonly SaidWarning[] =>
  code === 'needs-confirmation' ? saidWarnings(members['warnings']) : [];

export const warningText = ({ code, comparedYuan }: Warning): string =>
  comparedYuan === undefined
    ? labelText(WARNINGS[code])
    : msg(str`${labelText(WARNINGS[code])}（${grouped(wanText(comparedYuan))} 万元）`, { id: 'warning.compared' });
