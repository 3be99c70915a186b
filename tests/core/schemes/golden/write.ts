/**
 * Writes the golden files anew: `node tests/core/schemes/golden/write.ts`. Only on purpose: read the difference, and be
 * able to say why each number changed.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoLedger } from '../../../support/ledger.ts';
import { DATES, goldenFile, goldenOf, SCHEMES } from './lines.ts';

const ledger = demoLedger();
for (const scheme of Object.keys(SCHEMES)) {
  for (const asOf of DATES) {
    const text = JSON.stringify(goldenOf(ledger, scheme, asOf), null, 1);
    writeFileSync(join(import.meta.dirname, goldenFile(scheme, asOf)), `${text}\n`);
  }
}
