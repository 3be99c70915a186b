import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { WorkbookLimits } from './limits.ts';
import { Unreadable } from './unreadable.ts';

export type ZipParts = Map<string, Buffer>;

/** Nothing that is imported stands in these; left packed, they cost nothing and cannot do harm. */
const UNUSED =
  /(?:^|\/)(?:activeX|charts|chartEx|comments\d*|ctrlProps|customXml|docProps|embeddings|externalLinks|metadata|persons|pivotCache|pivotTables|printerSettings|queryTables|slicerCaches|slicers|tables|threadedComments|timelineCaches|timelines|vbaProject)(?:\/|\.|$)/;

/** All sizes are checked as declared before anything is unpacked. */
function checkDeclared(entries: readonly Entry[], limits: WorkbookLimits): void {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  const tooLarge = entries.some(
    (entry) =>
      entry.uncompressedSize > limits.entryBytes ||
      (entry.uncompressedSize > limits.ratioFromBytes &&
        entry.uncompressedSize > limits.ratio * Math.max(1, entry.compressedSize)),
  );
  if (tooLarge || total > limits.unpackedBytes) throw new Unreadable('too-large');
}

/** A part that turns out larger than declared is not unpacked any further. */
const inflate = (packed: Buffer, declared: number): Buffer =>
  inflateRawSync(packed, { maxOutputLength: Math.max(1, declared) });

async function unpack(zip: ZipFile, file: Buffer, entry: Entry): Promise<Buffer> {
  if (entry.isEncrypted()) throw new Unreadable('encrypted');
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw new Unreadable('damaged');
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = file.subarray(fileDataStart, fileDataStart + entry.compressedSize);
  const part = entry.compressionMethod === 0 ? packed : inflate(packed, entry.uncompressedSize);
  if (part.length !== entry.uncompressedSize || crc32(part) !== entry.crc32) throw new Unreadable('damaged');
  return part;
}

/**
 * The parts of a zip container, by name. The central directory is walked first; what it declares above the
 * limits is refused before a byte is unpacked, and no part may become larger than declared.
 */
export async function readZipParts(file: Buffer, limits: WorkbookLimits): Promise<ZipParts> {
  const zip = await fromBufferPromise(file);
  if (zip.entryCount > limits.entries) throw new Unreadable('too-large');
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  checkDeclared(entries, limits);
  const parts: ZipParts = new Map();
  for (const entry of entries) {
    if (entry.fileName.endsWith('/') || UNUSED.test(entry.fileName)) continue;
    parts.set(entry.fileName, await unpack(zip, file, entry));
  }
  return parts;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** The fields that local and central headers share: no compression, no checksum (it was checked on the way in). */
function writeSizes(header: Buffer, at: number, name: Buffer, part: Buffer): void {
  header.writeUInt32LE(part.length, at);
  header.writeUInt32LE(part.length, at + 4);
  header.writeUInt16LE(name.length, at + 8);
}

/** Packs parts without compression, for a reader that wants the container and not its parts. */
export function packParts(parts: ZipParts): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, part] of parts) {
    const name = Buffer.from(path, 'utf8');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(LOCAL, 0);
    writeSizes(local, 18, name, part);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(CENTRAL, 0);
    writeSizes(central, 20, name, part);
    central.writeUInt32LE(offset, 42);
    bodies.push(local, name, part);
    directory.push(central, name);
    offset += local.length + name.length + part.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(
    directory.reduce((sum, each) => sum + each.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}
