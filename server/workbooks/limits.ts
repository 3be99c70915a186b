/** Every bound on a file that comes in; what lies above is refused as `too-large` or `too-slow`. */
export interface WorkbookLimits {
  readonly fileBytes: number;
  /** All parts of a zip container together, unpacked. */
  readonly unpackedBytes: number;
  readonly entryBytes: number;
  readonly entries: number;
  /** Unpacked to packed, for parts above `ratioFromBytes`; sheets of real workbooks stay below 50. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  readonly sheets: number;
  /** Per sheet, up to the last cell that holds something. */
  readonly rows: number;
  readonly columns: number;
  /** In the sheets of an .xlsx file together, cells that hold something: half a million took 3 s and 470 MB. */
  readonly cells: number;
  readonly milliseconds: number;
  /** The worker's heap. Unpacked parts lie outside of it and are bounded by `unpackedBytes`. */
  readonly heapMegabytes: number;
}

export const WORKBOOK_LIMITS: WorkbookLimits = {
  fileBytes: 32 * 2 ** 20,
  unpackedBytes: 200 * 2 ** 20,
  entryBytes: 120 * 2 ** 20,
  entries: 2_000,
  ratio: 200,
  ratioFromBytes: 2 ** 20,
  sheets: 50,
  rows: 100_000,
  columns: 500,
  cells: 1_000_000,
  milliseconds: 20_000,
  heapMegabytes: 768,
};
