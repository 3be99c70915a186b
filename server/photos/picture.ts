/** What becomes of a handed-in picture: upright, of bounded size, without a trace of camera, place or owner. */
import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { fail, ok, type Result } from '../../core/result.ts';
import type { IsoDate } from '../../core/time.ts';
import { dayTaken } from './exif-date.ts';
import { LIKENESS_HEIGHT, LIKENESS_WIDTH, likenessOf } from './likeness.ts';

export interface Picture {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly likeness: string;
  /** By the camera's clock; null when the picture does not say. */
  readonly takenOn: IsoDate | null;
}

/** Why a file is no usable picture. */
export type PictureProblem =
  | 'not-a-picture'
  /** The phones' format that no free decoder reads here; phones also save JPEG. */
  | 'heic'
  | 'too-many-pixels'
  | 'damaged';

const KINDS: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);
const HEIC: ReadonlySet<string> = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']);

/** Larger than any phone's picture of 50 million points; a decoded picture of this size takes some 300 MB. */
const MOST_PIXELS = 80_000_000;
/** Rows are read many at once: a picture of one row of 80 million points takes 2 GB. Panoramas have some 20,000. */
const MOST_POINTS_LONG = 30_000;
const LONGEST_SIDE = 2560;
const THUMBNAIL_SIDE = 320;
const PHONE_SIDE = 1080;
const SCREEN_SIDE = 1920;
const QUALITY = 82;
const THUMBNAIL_QUALITY = 72;
const MOST_SECONDS = 20;

// One picture on one thread: the other core goes on serving screens.
sharp.concurrency(1);
sharp.cache(false);

/** Half-broken headers are common among phones' files; missing picture data is not accepted. */
const open = (bytes: Uint8Array): Sharp =>
  sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true, pages: 1 });

const metadataOf = async (bytes: Uint8Array): Promise<Metadata | null> => {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    // Whatever is wrong with the header, nobody sees this picture.
    return null;
  }
};

const upright = async (bytes: Uint8Array) =>
  open(bytes)
    .timeout({ seconds: MOST_SECONDS })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .jpeg({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true });

const greyOf = (jpeg: Uint8Array): Promise<Uint8Array> =>
  open(jpeg).resize({ width: LIKENESS_WIDTH, height: LIKENESS_HEIGHT, fit: 'fill' }).greyscale().raw().toBuffer();

async function pictureOf(bytes: Uint8Array, { exif }: Metadata): Promise<Result<Picture, PictureProblem>> {
  try {
    const { data, info } = await upright(bytes);
    const likeness = likenessOf(await greyOf(data));
    return ok({ jpeg: data, width: info.width, height: info.height, likeness, takenOn: exif ? dayTaken(exif) : null });
  } catch {
    // The decoder's words name its own insides; to the sender the picture is simply not readable.
    return fail('damaged');
  }
}

/** What the header says of a picture that is worth decoding. */
async function headerOf(bytes: Uint8Array): Promise<Result<Metadata, PictureProblem>> {
  const type = await fileTypeFromBuffer(bytes);
  if (type && HEIC.has(type.mime)) return fail('heic');
  if (!type || !KINDS.has(type.mime)) return fail('not-a-picture');
  const metadata = await metadataOf(bytes);
  if (!metadata) return fail('damaged');
  const { width, height } = metadata;
  if (width * height > MOST_PIXELS || Math.max(width, height) > MOST_POINTS_LONG) return fail('too-many-pixels');
  return ok(metadata);
}

/**
 * Reads a file by its content, whatever it is called, and makes the picture that is kept: turned as it was taken, at
 * most 2560 points long, JPEG. All metadata goes, the position above all; only the day of the picture is told.
 */
export async function readPicture(bytes: Uint8Array): Promise<Result<Picture, PictureProblem>> {
  const header = await headerOf(bytes);
  return header.ok ? pictureOf(bytes, header.value) : header;
}

const reduced = (picture: Uint8Array, side: number, quality: number): Promise<Uint8Array<ArrayBuffer>> =>
  open(picture)
    .timeout({ seconds: MOST_SECONDS })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality })
    .toBuffer()
    .then((bytes) => new Uint8Array(bytes));

/** A small copy of a picture for lists, upright, JPEG, without metadata. */
export const shrunk = (picture: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  reduced(picture, THUMBNAIL_SIDE, THUMBNAIL_QUALITY);

/** A copy of a picture that fills a phone, upright, JPEG, without metadata. */
export const forPhones = (picture: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  reduced(picture, PHONE_SIDE, THUMBNAIL_QUALITY);

/** A copy of a picture that fills a screen, upright, JPEG, without metadata. */
export const forScreens = (picture: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  reduced(picture, SCREEN_SIDE, QUALITY);

/** A small copy of a picture that is not kept yet; null when it is none that could be kept. */
export async function sketchOf(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!(await headerOf(bytes)).ok) return null;
  try {
    return await shrunk(bytes);
  } catch {
    // Its data is damaged, which whoever takes it over is told.
    return null;
  }
}
