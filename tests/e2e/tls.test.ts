/** The server over TLS with a certificate of the office's own, as docs/OPERATIONS.md says, in real Chromium. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium, type BrowserContext } from 'playwright-core';
import { findChromium } from '../support/chromium.mjs';
import { startServer, temporaryFolder, type RunningServer } from '../support/server.ts';

const PATIENCE = { timeout: 30_000 };
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

const keys = mkdtempSync(join(tmpdir(), 'paceboard-tls-'));
const profile = mkdtempSync(join(tmpdir(), 'paceboard-profile-'));
const data = temporaryFolder();
const file = (name: string): string => join(keys, name);
const openssl = (...args: readonly string[]): Buffer => execFileSync('openssl', args, { stdio: 'pipe' });

let server: RunningServer;
let context: BrowserContext;

/** The steps of the chapter on certificates. */
function makeCertificates(): void {
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '3650',
    '-subj',
    '/CN=Test CA',
    '-keyout',
    file('ca.key'),
    '-out',
    file('ca.crt'),
  );
  openssl(
    'req',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-subj',
    '/CN=paceboard',
    '-keyout',
    file('server.key'),
    '-out',
    file('server.csr'),
  );
  writeFileSync(file('names.txt'), 'subjectAltName=IP:127.0.0.1,DNS:localhost\nextendedKeyUsage=serverAuth\n');
  openssl(
    'x509',
    '-req',
    '-in',
    file('server.csr'),
    '-CA',
    file('ca.crt'),
    '-CAkey',
    file('ca.key'),
    '-CAcreateserial',
    '-days',
    '825',
    '-extfile',
    file('names.txt'),
    '-out',
    file('server.crt'),
  );
}

/** The hash that a player is told to trust. */
function pinOf(certificate: string): string {
  const key = openssl('x509', '-in', certificate, '-pubkey', '-noout');
  const der = execFileSync('openssl', ['pkey', '-pubin', '-outform', 'der'], { input: key });
  return execFileSync('openssl', ['dgst', '-sha256', '-binary'], { input: der }).toString('base64');
}

describe.skipIf(!hasOpenssl)('a server with a certificate of its own', () => {
  beforeAll(async () => {
    makeCertificates();
    const environment = { PACEBOARD_TLS_CERT: file('server.crt'), PACEBOARD_TLS_KEY: file('server.key') };
    server = await startServer({ dataFolder: data.path, environment });
    context = await chromium.launchPersistentContext(profile, {
      executablePath: findChromium() ?? '',
      viewport: { width: 960, height: 540 },
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        `--ignore-certificate-errors-spki-list=${pinOf(file('server.crt'))}`,
      ],
    });
  });

  afterAll(async () => {
    await context?.close();
    await server?.stop('SIGKILL');
    data.remove();
    for (const folder of [keys, profile]) rmSync(folder, { recursive: true, force: true });
  });

  it('plays on a player that trusts its key alone, lives over wss and keeps the page', async () => {
    expect(server.origin).toMatch(/^https:/);
    const page = await context.newPage();
    await page.goto(server.screenLink);
    await page.waitForSelector('pb-stage[data-slide]', PATIENCE);
    expect(await page.evaluate(() => isSecureContext)).toBe(true);
    await page.waitForSelector('pb-stage[data-revision]', PATIENCE);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, PATIENCE);
    await server.stop('SIGKILL');
    await page.reload();
    await page.waitForSelector('pb-stage[data-slide]', PATIENCE);
  }, 120_000);

  it('says over TLS only that it wants TLS', async () => {
    server = await startServer({
      dataFolder: data.path,
      environment: { PACEBOARD_TLS_CERT: file('server.crt'), PACEBOARD_TLS_KEY: file('server.key') },
    });
    const headers = await new Promise<Record<string, unknown>>((done, failed) => {
      request(`${server.origin}/healthz`, { rejectUnauthorized: false }, (answer) => {
        answer.resume();
        done(answer.headers);
      })
        .on('error', failed)
        .end();
    });
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  }, 60_000);
});
