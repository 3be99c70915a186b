import { headingKey } from './columns.ts';
import { takeNumbers } from './private-text.ts';
import type { ImportPreview, ImportTemplate } from './types.ts';

/** Questions about words, which mean the same in the next file. Those about rows and cells don't. */
const ABOUT_WORDS = /^(?:UNKNOWN_UNIT|UNKNOWN_PERMIT_ITEM|CHOICE_UNREADABLE:[^:]+|NAME_MATCH|UNKNOWN_REFERENCE:[^:]+):/;
/** Answers that made or left out something once. */
const ONCE = /^(?:new(?::.*)?|skip|empty)$/;

/** Templates are logged and listed: what holds a telephone or identity number is not remembered. */
const holdsNumber = (text: string): boolean => takeNumbers(text).count > 0;

/** What of a preview holds for the next file of the same layout: which heading means what, which name means whom. */
export function templateOf(preview: ImportPreview): ImportTemplate {
  const columns = preview.columns
    .filter(({ heading }) => heading !== '')
    .map(({ heading, field }) => [headingKey(heading), field] as const);
  const answers = preview.questions.flatMap(({ id, answer }) =>
    answer !== undefined && ABOUT_WORDS.test(id) && !ONCE.test(answer) && !holdsNumber(`${id}\n${answer}`)
      ? [[id, answer] as const]
      : [],
  );
  return {
    profile: preview.profile,
    columns: Object.fromEntries([...columns].reverse()),
    moneyUnit: preview.moneyUnit,
    answers: Object.fromEntries(answers),
  };
}
