import { describe, expect, it } from 'vitest';
import { parseProblem } from '../../admin/api/problem.ts';
import { newPasswordProblem } from '../../admin/common/password.ts';
import { problemText } from '../../admin/common/problem-text.ts';

describe('words of a refusal', () => {
  it('name the seconds to wait when the server says them', () => {
    const body = { code: 'throttled' };
    expect(problemText(parseProblem(429, body, '12'))).toBe('尝试次数太多，请 12 秒后再试');
    expect(problemText(parseProblem(429, body, 'Wed, 21 Oct 2026 07:28:00 GMT'))).toBe('操作太频繁，请稍后再试');
  });

  it('tell the reasons of one status apart', () => {
    const words = ['in-use', 'last-admin', 'revoked', 'already-set-up', 'exists'].map((code) =>
      problemText(parseProblem(409, { code })),
    );
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('a new password', () => {
  it('is refused when it is short or differs from its repetition', () => {
    expect(newPasswordProblem('1234567', '1234567')).toContain('至少 8 位');
    expect(newPasswordProblem('12345678', '12345679')).toContain('不一样');
    expect(newPasswordProblem('12345678', '12345678')).toBe('');
  });
});
