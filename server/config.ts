import { resolve } from 'node:path';

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Folder of the database and of everything else that must survive. */
  readonly dataFolder: string;
  /** `auto` loads the demo ledger into an empty folder. */
  readonly demo: 'auto' | 'never';
  /** Creates the account `admin` in an empty folder; otherwise a one-time set-up link is printed. */
  readonly adminPassword: string | null;
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Believe X-Forwarded-For, -Proto and -Host of a reverse proxy. */
  readonly trustProxy: boolean;
  readonly logLevel: string;
  /** Folder of the built pages. */
  readonly pagesFolder: string;
}

const portOf = (text: string | undefined): number => {
  const port = Number(text ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT must be a number from 0 to 65535, not "${text}"`);
  }
  return port;
};

/**
 * The configuration in the environment; the only reader of it.
 * @throws Error in words, when a value is not usable.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const { PACEBOARD_DEMO: demo = 'auto', PACEBOARD_TLS_CERT: cert, PACEBOARD_TLS_KEY: key } = environment;
  if (demo !== 'auto' && demo !== 'never') throw new Error(`PACEBOARD_DEMO must be auto or never, not "${demo}"`);
  if (Boolean(cert) !== Boolean(key)) throw new Error('PACEBOARD_TLS_CERT and PACEBOARD_TLS_KEY go together');
  const root = resolve(import.meta.dirname, '..');
  return {
    port: portOf(environment['PORT']),
    host: environment['HOST'] ?? '0.0.0.0',
    dataFolder: resolve(environment['PACEBOARD_DATA'] ?? resolve(root, 'data')),
    demo,
    adminPassword: environment['PACEBOARD_ADMIN_PASSWORD'] || null,
    tls: cert && key ? { cert, key } : null,
    trustProxy: ['1', 'true', 'yes'].includes(environment['PACEBOARD_TRUST_PROXY'] ?? ''),
    logLevel: environment['PACEBOARD_LOG'] ?? 'info',
    pagesFolder: resolve(root, 'dist'),
  };
}
