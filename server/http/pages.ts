/** The built pages, read into memory once: no path of a request ever reaches the file system. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

type Encoding = 'br' | 'gzip' | 'identity';

interface PageFile {
  readonly type: string;
  readonly etag: string;
  /** Its name changes with its content. */
  readonly immutable: boolean;
  readonly bytes: Readonly<Partial<Record<Encoding, Uint8Array<ArrayBuffer>>>>;
}

export type Pages = ReadonlyMap<string, PageFile>;

/** What may be served at all; other files of the folder (source maps, say) do not exist for clients. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Kinds that shrink; pictures and fonts are compressed already. */
const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt']);

/** Below this the header costs more than the bytes saved. */
const LEAST_TO_COMPRESS = 1024;

/** Middle qualities: a few hundred milliseconds at the start for all pages together. */
const compressed = (bytes: Buffer): PageFile['bytes'] => ({
  identity: new Uint8Array(bytes),
  br: new Uint8Array(brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })),
  gzip: new Uint8Array(gzipSync(bytes, { level: 7 })),
});

const readPage = (file: string): PageFile | null => {
  const extension = extname(file);
  const type = TYPES[extension];
  if (type === undefined) return null;
  const bytes = readFileSync(file);
  const shrinks = COMPRESSIBLE.has(extension) && bytes.length >= LEAST_TO_COMPRESS;
  return {
    type,
    etag: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
    immutable: file.split(sep).at(-2) === 'assets',
    bytes: shrinks ? compressed(bytes) : { identity: new Uint8Array(bytes) },
  };
};

/** The pages that have an address of their own rather than a file's name. */
const ADDRESSES: Readonly<Record<string, string>> = {
  '/display/index.html': '/display/',
  '/admin/index.html': '/admin/',
  '/admin/home.html': '/',
  '/admin/board.html': '/board/',
};

/** The build's files by their path on the server; empty when nothing is built. */
export function loadPages(folder: string): Pages {
  const pages = new Map<string, PageFile>();
  for (const part of ['display', 'admin']) {
    const root = join(folder, part);
    if (!existsSync(root)) continue;
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      const path = `/${part}/${relative(root, file).split(sep).join('/')}`;
      const page = readPage(file);
      if (page) pages.set(ADDRESSES[path] ?? path, page);
    }
  }
  return pages;
}

const bestEncoding = (page: PageFile, accepted: string): Encoding => {
  const offered = new Set(
    accepted.split(',').flatMap((each) => {
      const [name = '', ...parameters] = each
        .toLowerCase()
        .split(';')
        .map((part) => part.trim());
      return parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)) ? [] : [name];
    }),
  );
  if (page.bytes.br && offered.has('br')) return 'br';
  return page.bytes.gzip && offered.has('gzip') ? 'gzip' : 'identity';
};

/** The answer to a request for one file, as small as the client can read it, or 304 when it has it. */
export function pageResponse(page: PageFile, request: { accepts: string; ifNoneMatch: string }): Response {
  const encoding = bestEncoding(page, request.accepts);
  const etag = `"${page.etag}-${encoding}"`;
  const headers: Record<string, string> = {
    etag,
    'cache-control': page.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(page.bytes.br ? { vary: 'Accept-Encoding' } : {}),
  };
  const known = request.ifNoneMatch.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
  if (known) return new Response(null, { status: 304, headers });
  const bytes = page.bytes[encoding] ?? new Uint8Array();
  headers['content-type'] = page.type;
  headers['content-length'] = String(bytes.length);
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  return new Response(bytes, { headers });
}
