import * as fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { dayTaken } from '../../../server/photos/exif-date.ts';
import { phonePicture } from '../../support/photos.ts';

const exifOf = async (taken: string): Promise<Uint8Array> => {
  const { exif } = await sharp(await phonePicture({ taken })).metadata();
  if (!exif) throw new Error('the picture carries EXIF data');
  return exif;
};

describe('the day of a picture', () => {
  it('is read from its EXIF data', async () => {
    expect(dayTaken(await exifOf('2017:12:31 23:59:59'))).toBe('2017-12-31');
  });

  it('is unknown where the camera’s clock was never set', async () => {
    expect(dayTaken(await exifOf('0000:00:00 00:00:00'))).toBeNull();
  });

  it('is read from big-endian data too', () => {
    const exif = Buffer.concat([
      Buffer.from('MM\0*\0\0\0\x08', 'latin1'),
      Buffer.from([0, 1, 0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0]),
      Buffer.from([0, 1, 0x90, 0x03, 0, 2, 0, 0, 0, 20, 0, 0, 0, 44, 0, 0, 0, 0]),
      Buffer.from('2016:02:29 08:00:00\0'),
    ]);
    expect(dayTaken(exif)).toBe('2016-02-29');
  });

  it('is never a failure, whatever the data is', async () => {
    const good = await exifOf('2017:12:31 23:59:59');
    const run = fc.check(
      fc.property(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.nat(good.length),
        (edits, length) => {
          const damaged = Uint8Array.from(good);
          for (const [at, value] of edits) damaged[at] = value;
          const day = dayTaken(damaged.subarray(0, length));
          return day === null || /^\d{4}-\d\d-\d\d$/.test(day);
        },
      ),
      { numRuns: 2000 },
    );
    expect(run.counterexample).toBeNull();
  });
});
