/** What becomes of a picture for screens: upright, no larger than a screen, without a trace of where it comes from. */
import sharp, { type Metadata, type Sharp } from 'sharp';
import { fail, ok, type Result } from '../../core/result.ts';
import type { MediumType } from '../../core/registers/media.ts';

export interface Image {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: Extract<MediumType, 'image/jpeg' | 'image/png'>;
  readonly width: number;
  readonly height: number;
}

/** Why a file is no usable picture for a screen. */
export type ImageProblem = 'too-many-pixels' | 'damaged';

/** The largest sensors of telephones; a decoded picture of this size takes some 200 MB. */
const MOST_PIXELS = 50_000_000;
/** Rows are read many at once: a picture of one endless row would take gigabytes. */
const MOST_POINTS_LONG = 30_000;
/** The largest stage that a screen has. */
const LONGEST_SIDE = 3840;
const QUALITY = 88;
/** Opaque pictures that are larger as PNG are photos, which JPEG keeps as well in a tenth. */
const LARGE_PNG_BYTES = 4 * 2 ** 20;
const MOST_SECONDS = 30;

const open = (bytes: Uint8Array): Sharp =>
  sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true, pages: 1 })
    .timeout({ seconds: MOST_SECONDS })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');

const asJpeg = async (bytes: Uint8Array): Promise<Image> => {
  const drawn = open(bytes).flatten({ background: '#fff' }).jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' });
  const { data, info } = await drawn.toBuffer({ resolveWithObject: true });
  return { bytes: new Uint8Array(data), type: 'image/jpeg', width: info.width, height: info.height };
};

const asPng = async (bytes: Uint8Array): Promise<Image> => {
  const { data, info } = await open(bytes).png({ compressionLevel: 8 }).toBuffer({ resolveWithObject: true });
  return { bytes: new Uint8Array(data), type: 'image/png', width: info.width, height: info.height };
};

/** Graphics and what shines through stay exact; photos become JPEG. */
async function encoded(bytes: Uint8Array, { format, hasAlpha }: Metadata): Promise<Image> {
  if (format !== 'png' && !hasAlpha) return asJpeg(bytes);
  const png = await asPng(bytes);
  return png.bytes.byteLength > LARGE_PNG_BYTES && !hasAlpha ? asJpeg(bytes) : png;
}

const headerOf = async (bytes: Uint8Array): Promise<Metadata | null> => {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    // Whatever is wrong with the header, nobody sees this picture.
    return null;
  }
};

/** Makes the picture that screens get of a JPEG, PNG or WebP file: at most 3840 points long, all metadata gone. */
export async function readImage(bytes: Uint8Array): Promise<Result<Image, ImageProblem>> {
  const header = await headerOf(bytes);
  if (!header) return fail('damaged');
  const { width, height } = header;
  if (width * height > MOST_PIXELS || Math.max(width, height) > MOST_POINTS_LONG) return fail('too-many-pixels');
  try {
    return ok(await encoded(bytes, header));
  } catch {
    // The decoder's words name its own insides; to the sender the picture is simply not readable.
    return fail('damaged');
  }
}

/** A drawing of our own as a JPEG; for the demo. */
export const drawnJpeg = async (svg: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: QUALITY }).toBuffer());
