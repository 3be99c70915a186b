/** Spreadsheet files in and out: bytes to a workbook, tables to bytes. */
export { writeCsv } from './csv-text.ts';
export { WORKBOOK_LIMITS, type WorkbookLimits } from './limits.ts';
export { type ReadOptions, readWorkbook } from './read-workbook.ts';
export type { ReadStage } from './worker-messages.ts';
export { writeXlsx } from './write-xlsx.ts';
