import { launchBrowser } from '../support/browser.ts';
import { signIn, startServer, temporaryFolder, type ApiClient } from '../support/server.ts';
import { quantile } from './statistics.ts';

interface Sample {
  /** From sending the request to its answer. */
  readonly requestMs: number;
  /** From the durable commit to the report that the pixels are up, both on the server's clock. */
  readonly paintedMs: number;
}

const REPORT = 'report-2017-12-21';
const PATIENCE_MS = 10_000;

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** The time from commit to pixels of a revision, as the screen reported it. */
async function painted(api: ApiClient, revision: number): Promise<number> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 10) {
    const answer = await api.call('GET', '/api/screens');
    const { records } = (await answer.json()) as {
      records: { status: { paintedRevision: number | null; saveToPainted: number | null } }[];
    };
    const status = records[0]?.status;
    if (status && (status.paintedRevision ?? 0) >= revision && status.saveToPainted !== null)
      return status.saveToPainted;
    await pause(10);
  }
  throw new Error(`revision ${revision} was never painted`);
}

async function save(api: ApiClient, completedYtdYuan: number): Promise<Sample> {
  const change = { kind: 'update', register: 'reports', record: REPORT, values: { completedYtdYuan } };
  const start = performance.now();
  const answer = await api.call('POST', '/api/changes', { changes: [change] });
  const requestMs = performance.now() - start;
  const { revision } = (await answer.json()) as { revision: number };
  return { requestMs, paintedMs: await painted(api, revision) };
}

const line = (name: string, values: readonly number[]): string =>
  `${name.padEnd(24)} p50 ${quantile(values, 0.5).toFixed(0).padStart(4)} ms   p99 ${quantile(values, 0.99).toFixed(0).padStart(4)} ms`;

/** Save → painted: figures saved through the API, a real Chromium at 1920×1080 showing them. */
export async function paint({ quick }: { readonly quick: boolean }): Promise<void> {
  const folder = temporaryFolder();
  const server = await startServer({ dataFolder: folder.path });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    await page.goto(server.screenLink);
    await page.waitForSelector('pb-stage[data-slide]');
    const api = await signIn(server.origin);
    const samples: Sample[] = [];
    for (let edit = 0; edit < (quick ? 20 : 200); edit += 1) {
      samples.push(await save(api, 500_000_000 + edit * 1_000_000));
      await pause(150);
    }
    console.log(`${samples.length} edits, one screen; changes within 50 ms are sent together, so 50 ms are by design`);
    console.log(
      line(
        'request answered',
        samples.map(({ requestMs }) => requestMs),
      ),
    );
    console.log(
      line(
        'commit → painted',
        samples.map(({ paintedMs }) => paintedMs),
      ),
    );
  } finally {
    await browser.close();
    await server.stop();
    folder.remove();
  }
}
