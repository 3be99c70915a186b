/** What a video file is, by its content: container, codec, size and length. It is kept as it came. */
import { EncodedPacketSink, FilePathSource, Input, MATROSKA, MP4, QTFF, WEBM, type InputVideoTrack } from 'mediabunny';
import { fail, ok, type Result } from '../../core/result.ts';
import type { MediumType } from '../../core/registers/media.ts';

export interface Video {
  readonly type: Extract<MediumType, 'video/mp4' | 'video/webm'>;
  readonly width: number;
  readonly height: number;
  readonly durationMs: number;
}

/** Why a file is no usable video. */
export type VideoProblem =
  | 'not-a-video'
  /** Screens cannot be relied on to play it (HEVC, ProRes, MPEG-4 Part 2 …). */
  | 'codec'
  | 'too-large-picture'
  | 'too-long'
  | 'damaged';

/** What every screen's browser plays, by the container that it is usual in. */
const CODECS = {
  'video/mp4': ['avc', 'av1', 'vp9'],
  'video/webm': ['vp8', 'vp9', 'av1'],
} as const satisfies Readonly<Record<Video['type'], readonly string[]>>;

/** Decoders of players end at 4096 points; more than an hour is no slide. */
const MOST_POINTS = 4096;
const MOST_SECONDS = 3600;

const typeOf = async (input: Input): Promise<Video['type'] | null> => {
  const format = await input.getFormat();
  if (format === MP4) return 'video/mp4';
  return format === WEBM ? 'video/webm' : null;
};

/** Whether the last picture is there: of a broken upload the table of contents may be whole, but not the rest. */
const isWhole = async (track: InputVideoTrack): Promise<boolean> => {
  const last = await new EncodedPacketSink(track).getPacket(Infinity);
  return last !== null && last.data.byteLength > 0;
};

async function measured(track: InputVideoTrack, type: Video['type']): Promise<Result<Video, VideoProblem>> {
  const codec = await track.getCodec();
  if (!(CODECS[type] as readonly (string | null)[]).includes(codec)) return fail('codec');
  const [width, height] = [await track.getDisplayWidth(), await track.getDisplayHeight()].map(Math.round);
  const seconds = await track.computeDuration();
  if (!width || !height || !(seconds > 0) || !(await isWhole(track))) return fail('damaged');
  if (Math.max(width, height) > MOST_POINTS) return fail('too-large-picture');
  return seconds > MOST_SECONDS
    ? fail('too-long')
    : ok({ type, width, height, durationMs: Math.round(seconds * 1000) });
}

async function readInput(input: Input): Promise<Result<Video, VideoProblem>> {
  if (!(await input.canRead())) return fail('not-a-video');
  const type = await typeOf(input);
  const track = await input.getPrimaryVideoTrack();
  // MOV and MKV hold the same pictures, but not every browser opens them.
  if (!type) return fail(track ? 'codec' : 'not-a-video');
  return track ? measured(track, type) : fail('not-a-video');
}

/** Reads a file by its content, whatever it is called. Only some pages of it are read, however long it is. */
export async function readVideo(path: string): Promise<Result<Video, VideoProblem>> {
  const source = new FilePathSource(path, { handleUnhandledError: () => {} });
  const input = new Input({ formats: [MP4, QTFF, WEBM, MATROSKA], source });
  try {
    return await readInput(input);
  } catch {
    // Whatever the parser stumbled over: to the sender the file is simply not readable.
    return fail('damaged');
  } finally {
    input.dispose();
  }
}
