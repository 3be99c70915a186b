import { boardContext } from '../boards/board.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { rememberPerLedger } from '../ledger/remember.ts';
import type { IsoDate } from '../time.ts';
import { score, type SchemeScores } from './score.ts';

const remembered = rememberPerLedger((ledger, key): SchemeScores | null => {
  const [asOf = '', ...id] = key.split(' ');
  const record = ledger.tables.schemes.get(id.join(' '));
  const context = boardContext(ledger, asOf as IsoDate);
  return record && context ? score(context, record.body, { name: record.name }) : null;
});

/**
 * Scores by a scheme of the ledger at a date, worked out once per ledger; null when the scheme is not there or the ledger
 * has no settings.
 */
export const scoresAt = (ledger: Ledger, scheme: string, asOf: IsoDate): SchemeScores | null =>
  remembered(ledger, `${asOf} ${scheme}`);
