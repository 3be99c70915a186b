/** Tab-separated text, as spreadsheets put it on the clipboard. */
/** Rows of cells; the line break at the end of a copied range is not a row. */
export declare function parseClipboard(text: string): readonly (readonly string[])[];
/** Rows of cells as a spreadsheet accepts them. */
export declare const clipboardText: (rows: readonly (readonly string[])[]) => string;
