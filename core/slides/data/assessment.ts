import { entriesInOrder, rowsBy, type Rows } from '../../keyed-rows.ts';
import { assessment } from '../../boards/assessment.ts';
import type { BoardContext } from '../../boards/board.ts';
import { fractionText, toNumber } from '../../exact.ts';
import type { RankChange } from '../../metrics/rank.ts';
import type { Label } from '../../register/label.ts';
import type { UnitGroup } from '../../registers/unit-groups.ts';
import { schemeInForce } from '../../schemes/in-force.ts';
import { scoresAt } from '../../schemes/scores-at.ts';
import type { ItemScore } from '../../schemes/score-item.ts';

/** What an item of the scheme brought a unit. */
export interface ItemPoints {
  readonly label: Label;
  readonly text: string;
  readonly value: number;
  /** The most that the item can bring; 0 where it only takes off. */
  readonly max: number;
}

export interface AssessmentRow {
  readonly group: UnitGroup;
  readonly name: string;
  readonly shortName: string;
  readonly rank?: number;
  readonly change?: RankChange;
  /** The score as the scheme rounds it. */
  readonly text: string;
  readonly value: number;
  readonly items: readonly ItemPoints[];
}

export interface AssessmentData {
  /** The name of the scheme. */
  readonly scheme?: string;
  readonly rows: Rows<AssessmentRow>;
}

const pointsOf = ({ item, points, max }: ItemScore): ItemPoints => ({
  label: item.label,
  text: fractionText(points, item.decimals ?? 1),
  value: toNumber(points),
  max: Math.max(0, toNumber(max)),
});

/** Ranks and scores of the scheme in force with what each item brought; as much of it as is public. */
export function assessmentSlide(context: BoardContext, { group }: { readonly group?: UnitGroup }): AssessmentData {
  const { ledger, asOf } = context;
  const record = schemeInForce(ledger, asOf);
  const scores = record && scoresAt(ledger, record.id, asOf);
  const { rows } = assessment(context);
  if (!record || !scores) return { rows: {} };
  const shown = entriesInOrder(rows).flatMap(([unit, row]) => {
    const score = scores.byUnit.get(unit);
    if (!score || (group !== undefined && row.group !== group)) return [];
    const { name, shortName, rank, change } = row;
    const base = { group: row.group, name, shortName, text: row.score.text, value: toNumber(score.total) };
    const place = { ...(rank === undefined ? {} : { rank }), ...(change ? { change } : {}) };
    return [[unit, { ...base, ...place, items: score.items.map(pointsOf) }] as const];
  });
  return { scheme: record.name, rows: rowsBy(shown) };
}
