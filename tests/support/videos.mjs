/**
 * Small videos of every container and codec, for what reads their headers; no player would show a picture of them.
 * Plain JavaScript: the package's typings and those of browsers contradict each other.
 */
import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  MkvOutputFormat,
  MovOutputFormat,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny';

const FORMATS = { mp4: Mp4OutputFormat, webm: WebMOutputFormat, mov: MovOutputFormat, mkv: MkvOutputFormat };

/** The decoder's own data, which these codecs do not go without. */
const AVC = Uint8Array.from([1, 66, 0, 30, 255, 225, 0, 4, 103, 66, 0, 30, 1, 0, 2, 104, 206]);
const HEVC = Uint8Array.from([1, 1, 96, 0, 0, 0, 144, 0, 0, 0, 0, 0, 90, 240, 0, 252, 253, 248, 248, 0, 0, 15, 0]);

const CODECS = {
  vp9: { codec: 'vp09.00.10.08' },
  vp8: { codec: 'vp8' },
  avc: { codec: 'avc1.42001e', description: AVC },
  hevc: { codec: 'hvc1.1.6.L90.90', description: HEVC },
};

const FRAMES_A_SECOND = 5;

export async function videoFile({
  container = 'mp4',
  codec = 'avc',
  seconds = 2,
  width = 320,
  height = 180,
  seed = 1,
} = {}) {
  const target = new BufferTarget();
  const output = new Output({ format: new FORMATS[container](), target });
  const source = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(source, { frameRate: FRAMES_A_SECOND });
  await output.start();
  const decoderConfig = { ...CODECS[codec], codedWidth: width, codedHeight: height };
  for (let frame = 0; frame < seconds * FRAMES_A_SECOND; frame += 1) {
    const data = Uint8Array.from({ length: 40 }, (_, index) => (index * seed + frame) % 256);
    const packet = new EncodedPacket(data, 'key', frame / FRAMES_A_SECOND, 1 / FRAMES_A_SECOND);
    await source.add(packet, { decoderConfig });
  }
  await output.finalize();
  return new Uint8Array(target.buffer);
}
