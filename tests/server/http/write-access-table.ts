/** Writes `access-table.ts` anew from the routes: `node tests/server/http/write-access-table.ts`; read the difference. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRoutes } from '../../../server/http/routes/index.ts';
import { testParts } from '../../support/parts.ts';
import { tableLine } from './access-line.ts';

const { parts, database } = await testParts([]);
const lines = allRoutes(parts)
  .map(tableLine)
  .sort()
  .map((line) => `  '${line}',`);
database.close();
writeFileSync(
  join(import.meta.dirname, 'access-table.ts'),
  `/** Who may use which route, one line each. A route that is not here fails the test; so does a line without a route. */
export const ACCESS_TABLE: readonly string[] = [
${lines.join('\n')}
];
`,
);
