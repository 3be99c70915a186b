/** Pictures as phones make them, for tests. */
import sharp from 'sharp';

export interface PictureOptions {
  readonly width?: number;
  readonly height?: number;
  /** Another number, another picture. */
  readonly seed?: number;
}

/** Soft blobs of light: like a real picture, its brightness differs over its whole surface. */
export async function picturePixels({ width = 800, height = 600, seed = 1 }: PictureOptions = {}) {
  let state = seed * 2_654_435_761;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  };
  const coarse = Uint8Array.from({ length: 12 * 9 * 3 }, next);
  return sharp(coarse, { raw: { width: 12, height: 9, channels: 3 } }).resize(width, height, {
    fit: 'fill',
    kernel: 'cubic',
  });
}

/** A JPEG as a phone writes it: with its camera, its owner, the place and the moment. */
export async function phonePicture(
  options: PictureOptions & { readonly taken?: string } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { taken = '2017:05:20 09:30:00' } = options;
  const bytes = await (
    await picturePixels(options)
  )
    .withExif({
      IFD0: { Make: 'TestPhone', Model: 'Model 7', Artist: 'Owner' },
      IFD2: { DateTimeOriginal: taken },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 45/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '113/1 40/1 0/1' },
    })
    .jpeg({ quality: 92 })
    .toBuffer();
  return new Uint8Array(bytes);
}
