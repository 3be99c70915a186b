/** Which column holds which field: by heading, by what was remembered, by what was chosen. */
import { columnLetter, type Grid } from './grid.ts';
import { plainHeading, type HeadingWords } from './headings.ts';
import type { Header } from './header.ts';
import { masked } from './private-text.ts';
import type { Session } from './session.ts';
import type { ImportChoices, ImportColumn } from './types.ts';

/** A heading as templates remember it, whatever its year. */
export const headingKey = (heading: string): string => plainHeading(heading);

const chosen = (choices: ImportChoices, letter: string, heading: string): string | null | undefined => {
  const byLetter = choices.columns?.[letter];
  if (byLetter !== undefined) return byLetter;
  const remembered = choices.template?.columns ?? {};
  const key = headingKey(heading);
  // A heading may be any word, `constructor` too.
  return Object.hasOwn(remembered, key) ? remembered[key] : undefined;
};

/** The columns of a table. @param isSecret whether a field's values may be shown nowhere. */
export function mapColumns(
  grid: Grid,
  header: Header,
  words: HeadingWords,
  choices: ImportChoices,
  isSecret: (field: string) => boolean,
): readonly ImportColumn[] {
  const hidden = new Set(grid.sheet.hiddenColumns);
  const taken = new Set<string>();
  return header.levels.map((levels, index) => {
    const letter = columnLetter(index);
    // Headings are shown, and remembered in templates, which are logged.
    const heading = masked(levels.join('/'));
    const choice = chosen(choices, letter, heading);
    const wanted = choice === undefined ? words.fieldOf(levels) : choice;
    const field = wanted !== null && !taken.has(wanted) ? wanted : null;
    if (field !== null) taken.add(field);
    return {
      index,
      letter,
      heading,
      field,
      ...(field !== null && isSecret(field) ? { secret: true as const } : {}),
      ...(hidden.has(index) ? { hidden: true as const } : {}),
    };
  });
}

/** Says of the columns what a person should know: unknown, hidden, or a second one for the same field. */
export function checkColumns(
  columns: readonly ImportColumn[],
  header: Header,
  words: HeadingWords,
  session: Session,
): void {
  for (const { index, heading, field, hidden } of columns) {
    const where = heading;
    if (hidden && field !== null) session.check({ code: 'HIDDEN_COLUMN', severity: 'info', column: index, where });
    if (field !== null || heading === '') continue;
    const meant = words.fieldOf(header.levels[index] ?? []);
    const twice = meant !== null && columns.some((column) => column.field === meant);
    session.check(
      twice
        ? { code: 'COLUMN_TWICE', severity: 'warning', column: index, where }
        : { code: 'COLUMN_UNKNOWN', severity: 'info', column: index, where },
    );
  }
}
