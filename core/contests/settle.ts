/** How a contest ends. */
import { isPublished } from '../editions/edition.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Label } from '../register/label.ts';
import type { Contest, Edition } from '../registers/index.ts';
import { fail, ok, type Result } from '../result.ts';
import { flagHolderAfter } from './flag.ts';
import { contestScore, newestReport } from './score.ts';

export type Side = 'first' | 'second';

/** What a person adds to a settlement: marks of judges in hundredths, or who did not turn up. */
export interface Verdict {
  readonly firstHundredths?: number | undefined;
  readonly secondHundredths?: number | undefined;
  readonly absent?: Side | undefined;
}

/** What a settled contest holds besides its pairing. */
export type Settlement = Pick<Contest, 'result' | 'firstHundredths' | 'secondHundredths' | 'flagHolder' | 'edition'>;

/** Why a contest cannot be settled, at which of the asked-for values. */
export interface SettleProblem {
  readonly at: 'contest' | 'firstHundredths' | 'secondHundredths';
  readonly words: Label;
}

const refused = (at: SettleProblem['at'], zh: string, en: string): Result<never, SettleProblem> =>
  fail({ at, words: { zh, en } });

/** The edition that both sides' figures are of: the latest published one of the contest's date; null where there is none. */
function editionOf({ tables }: Ledger, { asOf, edition }: Contest): Result<Edition | null, SettleProblem> {
  const named = edition === undefined ? undefined : tables.editions.get(edition);
  if (named && named.asOf !== asOf)
    return refused('contest', '所依据期次的数据截至日期与比赛不一致', 'its edition is of another date');
  if (named && !isPublished(named)) return refused('contest', '所依据的期次尚未发布', 'its edition is not published');
  if (named) return ok(named);
  const published = [...tables.editions.values()].filter((each) => each.asOf === asOf && isPublished(each));
  return ok(published.sort((a, b) => b.number - a.number || b.correction - a.correction)[0] ?? null);
}

/** Scores of both sides, in hundredths. */
type Scores = readonly [first: number, second: number];

function scoresOf(ledger: Ledger, contest: Contest, verdict: Verdict): Result<Scores, SettleProblem> {
  const { metric, firstUnit, secondUnit = '', asOf } = contest;
  if (metric === undefined) {
    const { firstHundredths: first, secondHundredths: second } = verdict;
    if (first === undefined) return refused('firstHundredths', '请填写甲方得分', 'the judges’ score is missing');
    if (second === undefined) return refused('secondHundredths', '请填写乙方得分', 'the judges’ score is missing');
    return ok([first, second]);
  }
  if (newestReport(ledger, firstUnit, asOf) !== newestReport(ledger, secondUnit, asOf))
    return refused('contest', '双方数据不在同一截至日期', 'the figures of the two sides are of different dates');
  const first = contestScore(ledger, metric, firstUnit, asOf);
  const second = contestScore(ledger, metric, secondUnit, asOf);
  if (first === null) return refused('contest', '甲方没有该指标的数据', 'the first side has no figure');
  if (second === null) return refused('contest', '乙方没有该指标的数据', 'the second side has no figure');
  return ok([first, second]);
}

const resultOf = ([first, second]: Scores): 'first' | 'second' | 'draw' =>
  first === second ? 'draw' : first > second ? 'first' : 'second';

/**
 * The end of a contest. Both sides are measured at the contest's one date; who has more hundredths wins and takes the
 * flag, a draw leaves it with its holder. A side that does not turn up leaves it to the other, without scores.
 * A bye needs no settling.
 * @param frozen the ledger after a change: both sides are scored by the edition of that date, where one was published,
 * whatever was corrected since.
 */
export function settle(
  ledger: Ledger,
  contest: Contest,
  verdict: Verdict,
  frozen: (seq: number) => Ledger,
): Result<Settlement, SettleProblem> {
  const { firstUnit, secondUnit, result } = contest;
  if (result !== 'pending') return refused('contest', '比赛已有结果', 'is settled already');
  if (secondUnit === undefined) return refused('contest', '缺少乙方', 'has one side only');
  if (verdict.absent) {
    return ok({ result: 'walkover', flagHolder: verdict.absent === 'first' ? secondUnit : firstUnit });
  }
  const edition = editionOf(ledger, contest);
  if (!edition.ok) return edition;
  const position = edition.value?.position;
  const scores = scoresOf(position === undefined ? ledger : frozen(position), contest, verdict);
  if (!scores.ok) return scores;
  const [firstHundredths, secondHundredths] = scores.value;
  const outcome = resultOf(scores.value);
  const flagHolder = flagHolderAfter(ledger, contest, { result: outcome, firstUnit, secondUnit });
  return ok({
    result: outcome,
    firstHundredths,
    secondHundredths,
    ...(flagHolder === null ? {} : { flagHolder }),
    ...(edition.value ? { edition: edition.value.id } : {}),
  });
}
