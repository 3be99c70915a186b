import type { BoardContext } from '../../boards/board.ts';
import type { Medium } from '../../registers/index.ts';
import type { MediaFile } from '../media.ts';

export interface MediumData {
  readonly medium: MediaFile;
  /** Whether edges may be lost so that the stage is full. */
  readonly fit: 'contain' | 'cover';
  readonly caption?: string;
}

interface Options {
  readonly medium: string;
  readonly fit?: MediumData['fit'];
  readonly caption?: string;
}

/** A medium of the kind that the slide shows; null when it is gone or of the other kind. */
export const mediumOf =
  (kind: Medium['kind']) =>
  ({ ledger }: BoardContext, { medium: id, fit = 'contain', caption }: Options): MediumData | null => {
    const medium = ledger.tables.media.get(id);
    if (!medium || medium.kind !== kind) return null;
    const { file, type, width, height, durationMs } = medium;
    return {
      medium: { file, type, width, height, ...(durationMs === undefined ? {} : { durationMs }) },
      fit,
      ...(caption ? { caption } : {}),
    };
  };
