import { rowsBy } from '../keyed-rows.ts';
import { rankChange } from '../metrics/rank.ts';
import { schemeInForce } from '../schemes/in-force.ts';
import { showScore, type ScoreList, type SchemeScores, type UnitScore } from '../schemes/score.ts';
import { scoresAt } from '../schemes/scores-at.ts';
import { baselineOf, type BoardContext } from './board.ts';
import { publicRows } from './unit-ranking.ts';

/** A unit's line: rank and score, and where it stood at the earlier date. */
function row(score: UnitScore, { decimals }: SchemeScores['scheme'], before: SchemeScores | null, alone: boolean) {
  const { unit, rank, tied, total } = score;
  const previous = before?.byUnit.get(unit.id)?.rank;
  const change = before ? rankChange(previous, rank ?? null) : null;
  return {
    group: unit.group,
    name: unit.name,
    shortName: unit.shortName,
    ...(rank === undefined ? {} : { rank }),
    ...(tied ? { tied } : {}),
    ...(rank !== undefined && alone ? { alone: true as const } : {}),
    score: showScore(total, decimals),
    ...(previous === undefined ? {} : { rankBefore: previous }),
    ...(change ? { change } : {}),
  };
}

function listRows({ settings }: BoardContext, scores: SchemeScores, before: SchemeScores | null, { rows }: ScoreList) {
  const alone = rows.filter(({ rank }) => rank !== undefined).length === 1;
  const all = rows.map((each) => [each.unit.id, row(each, scores.scheme, before, alone)] as const);
  return Object.entries(publicRows(settings, rowsBy(all)));
}

/**
 * S27 年度考核: ranks and scores by the scheme that the settings name, list after list, with the rank at the end of the
 * month before; as much of it as is public (`boardMode`). Without rows, and without a scheme, unless that scheme is
 * approved and in force at the date.
 */
export function assessment(context: BoardContext) {
  const { ledger, asOf } = context;
  const record = schemeInForce(ledger, asOf);
  const scores = record && scoresAt(ledger, record.id, asOf);
  if (!record || !scores) return { rows: {} };
  const baseline = baselineOf(context);
  const before = baseline ? scoresAt(ledger, record.id, baseline) : null;
  const { name, version, effectiveFrom } = record;
  return {
    scheme: { name, version, effectiveFrom },
    ...(baseline ? { baseline } : {}),
    ...(scores.scheme.together ? { together: true as const } : {}),
    rows: rowsBy(scores.lists.flatMap((list) => listRows(context, scores, before, list))),
  };
}
