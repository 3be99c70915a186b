import type { ExportFormat } from './exports.ts';

/** Characters that some file system refuses. */
const REFUSED = /[\\/:*?"<>|\p{Cc}]/gu;

/** A file's name: what it holds in Chinese, the office's day, the format. */
export const fileName = (what: string, day: string, format: ExportFormat): string =>
  `${what.replace(REFUSED, '')}-${day}.${format}`;
