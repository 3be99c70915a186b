const MAX_LENGTH = 31;

/** A name that spreadsheets accept: no `[]:*?/\`, no apostrophe at either end, 31 characters, never empty. */
const acceptable = (name: string): string =>
  name
    .replace(/[[\]:*?/\\\p{Cc}]/gu, '_')
    .slice(0, MAX_LENGTH)
    .replace(/^'+|'+$/g, '')
    .trim() || 'Sheet';

/** Names for the sheets of one workbook: acceptable, and different also when upper and lower case are the same. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((each) => {
    const base = acceptable(each);
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n += 1) {
      const suffix = `(${n})`;
      name = base.slice(0, MAX_LENGTH - suffix.length) + suffix;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
