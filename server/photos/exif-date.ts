/** The one thing that a photo's EXIF data may tell before it is thrown away: the day of the picture. */
import { parseDate, type IsoDate } from '../../core/time.ts';

const EXIF_IFD = 0x8769;
const DATE_TIME_ORIGINAL = 0x9003;
const ENTRY_BYTES = 12;
/** `YYYY:MM:DD HH:MM:SS` with its final zero (EXIF 2.32, 4.6.5). */
const DATE_TIME_BYTES = 20;

interface Tiff {
  readonly view: DataView;
  readonly littleEndian: boolean;
}

const HEADING = 'Exif\0\0';

const asciiAt = (view: DataView, at: number, length: number): string =>
  at >= 0 && at + length <= view.byteLength
    ? String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, length))
    : '';

function tiffIn(exif: Uint8Array): Tiff | null {
  const whole = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  const start = asciiAt(whole, 0, HEADING.length) === HEADING ? HEADING.length : 0;
  const view = new DataView(exif.buffer, exif.byteOffset + start, exif.byteLength - start);
  const order = asciiAt(view, 0, 2);
  return (order === 'II' || order === 'MM') && view.byteLength >= 8 ? { view, littleEndian: order === 'II' } : null;
}

/** The last four bytes of a tag's entry: its value, or where that stands. */
function valueOfTag({ view, littleEndian }: Tiff, directory: number, tag: number): number | null {
  if (directory + 2 > view.byteLength) return null;
  const count = view.getUint16(directory, littleEndian);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * ENTRY_BYTES;
    if (entry + ENTRY_BYTES > view.byteLength) return null;
    if (view.getUint16(entry, littleEndian) === tag) return view.getUint32(entry + 8, littleEndian);
  }
  return null;
}

/**
 * The day in DateTimeOriginal, as the camera's own clock had it; null when there is none or the data is damaged.
 * @param exif the EXIF block, with or without its heading.
 */
export function dayTaken(exif: Uint8Array): IsoDate | null {
  const tiff = tiffIn(exif);
  if (!tiff) return null;
  const details = valueOfTag(tiff, tiff.view.getUint32(4, tiff.littleEndian), EXIF_IFD);
  const place = details === null ? null : valueOfTag(tiff, details, DATE_TIME_ORIGINAL);
  if (place === null) return null;
  return parseDate(asciiAt(tiff.view, place, DATE_TIME_BYTES).slice(0, 10).replaceAll(':', '-'));
}
