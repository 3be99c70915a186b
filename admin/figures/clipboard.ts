/** Tab-separated text, as spreadsheets put it on the clipboard. */

/** Reads cells one character at a time: a quoted cell may hold tabs, line breaks and doubled quotation marks. */
class CellReader {
  readonly rows: string[][] = [[]];
  #cell = '';
  #quoted = false;
  #closing = false;

  read(character: string): void {
    if (this.#quoted && character === '"') {
      this.#quoted = false;
      this.#closing = true;
    } else if (this.#closing && character === '"') {
      this.#cell += '"';
      this.#quoted = true;
      this.#closing = false;
    } else if (!this.#quoted && character === '"' && this.#cell === '') {
      this.#quoted = true;
    } else if (!this.#quoted && (character === '\t' || character === '\n')) {
      this.endCell();
      if (character === '\n') this.rows.push([]);
    } else {
      this.#cell += character;
      this.#closing = false;
    }
  }

  endCell(): void {
    this.rows.at(-1)?.push(this.#cell);
    this.#cell = '';
    this.#closing = false;
  }
}

/** Rows of cells; the line break at the end of a copied range is not a row. */
export function parseClipboard(text: string): readonly (readonly string[])[] {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n$/, '');
  if (lines === '') return [];
  // A lone quotation mark is an inch sign, say; reading it as a quotation would swallow the rest.
  const quotes = lines.match(/"/g)?.length ?? 0;
  if (quotes % 2 === 1) return lines.split('\n').map((line) => line.split('\t'));
  const reader = new CellReader();
  for (const character of lines) reader.read(character);
  reader.endCell();
  return reader.rows;
}

/** Rows of cells as a spreadsheet accepts them. */
export const clipboardText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.join('\t')).join('\r\n');
