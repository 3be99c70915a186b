import type { ChangeRequest } from '../changes/changes.ts';
import { SCHEME_A, SCHEME_A_NAME } from '../../core/schemes/scheme-a.ts';
import { SCHEME_B, SCHEME_B_NAME } from '../../core/schemes/scheme-b.ts';
import { create } from './table.ts';

export const DEMO_SCHEME = 'scheme-a';

const drafts = (year: number) => {
  const common = { version: 1, state: 'draft', effectiveFrom: `${year}-01-01` };
  return {
    a: { name: SCHEME_A_NAME, body: SCHEME_A, ...common },
    b: { name: SCHEME_B_NAME, body: SCHEME_B, ...common },
  };
};

/** The two examples of assessment schemes as drafts, for an office to change and adopt. */
export function schemeDrafts(year: number): readonly ChangeRequest[] {
  const { a, b } = drafts(year);
  return [create('schemes', DEMO_SCHEME, a), create('schemes', 'scheme-b', b)];
}

/** The demo office has adopted the first of them, under an invented document number. */
export function demoSchemes(year: number): readonly ChangeRequest[] {
  const { a, b } = drafts(year);
  return [
    create('schemes', DEMO_SCHEME, { ...a, state: 'approved', approvalDocument: `示范办〔${year}〕6号` }),
    create('schemes', 'scheme-b', { ...b, note: '比选方案，未施行' }),
  ];
}
