/** Questions of an import, sorted for the person who answers them. */
import type { ImportCode } from '../../core/import/codes.ts';
import type { ImportQuestion, QuestionOption } from '../../core/import/types.ts';

/** Questions that stand together. */
export interface QuestionGroup {
  /** What all of them ask; null when they ask different things. */
  readonly code: ImportCode | null;
  readonly questions: readonly ImportQuestion[];
  /** Options that every one of them offers: one answer may hold for all. */
  readonly common: readonly QuestionOption[];
}

/** From this many questions of a kind on, one answer for all of them is offered. */
const MANY = 3;

const commonOptions = ([first, ...others]: readonly ImportQuestion[]): readonly QuestionOption[] =>
  (first?.options ?? []).filter(({ value }) =>
    others.every(({ options }) => options.some((option) => option.value === value)),
  );

/** Kinds of which there are many, each by itself; the others together, in the order of the sheet. */
export function questionGroups(questions: readonly ImportQuestion[]): readonly QuestionGroup[] {
  const byCode = new Map<ImportCode, ImportQuestion[]>();
  for (const question of questions) byCode.set(question.code, [...(byCode.get(question.code) ?? []), question]);
  const many = [...byCode].filter(([, each]) => each.length >= MANY);
  const few = questions.filter(({ code }) => (byCode.get(code)?.length ?? 0) < MANY);
  return [
    ...(few.length > 0 ? [{ code: null, questions: few, common: [] }] : []),
    ...many.map(([code, each]) => ({ code, questions: each, common: commonOptions(each) })),
  ];
}

/** What is typed or chosen and not sent yet: those that differ from the answers that the preview has. */
export const unsentAnswers = (
  questions: readonly ImportQuestion[],
  drafts: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    questions.flatMap(({ id, answer }) => {
      const draft = drafts[id]?.trim();
      return draft && draft !== answer ? [[id, draft]] : [];
    }),
  );
