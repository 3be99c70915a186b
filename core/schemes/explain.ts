/** A unit's score explained: total, parts, items, measures, records. */
import { fractionText, type Fraction } from '../exact.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Label } from '../register/label.ts';
import { exactly, inputNodes, measureNode, type ExplainNode } from './explain-inputs.ts';
import type { GateScore } from './gates.ts';
import type { Item, NaPolicy, Scheme } from './scheme.ts';
import type { ItemScore } from './score-item.ts';
import type { SchemeScores, UnitScore } from './score.ts';
import type { PartScore } from './totals.ts';
import { writtenNumber } from './written.ts';

export type { ExplainNode } from './explain-inputs.ts';

const PARTS: Readonly<Record<Item['part'], Label>> = {
  base: { zh: '基本分', en: 'Base' },
  bonus: { zh: '加分', en: 'Bonus' },
  penalty: { zh: '扣分', en: 'Penalty' },
};

const TOTAL: Label = { zh: '总分', en: 'Total' };

const shownPoints = (value: Fraction, { decimals }: Scheme) => ({
  value: fractionText(value, decimals),
  exact: exactly(value),
});

/** Why an item has points although its measure has no base. */
function policyWords(policy: NaPolicy | undefined, leavesSum: boolean): Label | null {
  if (policy === undefined) return null;
  if (leavesSum)
    return { zh: '不适用：该项不计，其余按比例折算', en: 'not applicable: left out, the others are scaled' };
  if (policy === 'full') return { zh: '不适用：计满分', en: 'not applicable: full points' };
  if (policy === 'zero') return { zh: '不适用：计零分', en: 'not applicable: no points' };
  if (policy === 'groupMean') return { zh: '不适用：取同组平均分', en: 'not applicable: the mean of the group' };
  return { zh: '不适用：计基础分', en: 'not applicable: a fixed number of points' };
}

function itemNode(ledger: Ledger, scheme: Scheme, own: ItemScore): ExplainNode {
  const { item, max, points, state, calculation, inputs } = own;
  const detail = policyWords(own.policy, own.leavesSum === true);
  return {
    key: item.id,
    kind: 'item',
    label: { zh: `${item.id} ${item.label.zh}`, en: `${item.id} ${item.label.en}` },
    ...shownPoints(points, scheme),
    max: writtenNumber(max).text,
    state,
    calculation,
    ...(detail ? { detail } : {}),
    children: inputNodes(ledger, inputs),
  };
}

const profileWords = ({ profile }: UnitScore): Label => ({
  zh: `按权重档“${profile}”的最高分`,
  en: `maxima of the weights profile “${profile}”`,
});

function partNode(ledger: Ledger, scheme: Scheme, unit: UnitScore, part: Item['part']): ExplainNode | null {
  const items = unit.items.filter(({ item }) => item.part === part);
  if (items.length === 0) return null;
  const { points, calculation }: PartScore = unit[part];
  return {
    key: part,
    kind: 'part',
    label: PARTS[part],
    ...shownPoints(points, scheme),
    ...(part === 'base' ? { max: writtenNumber(unit.base.full).text, detail: profileWords(unit) } : {}),
    calculation,
    children: items.map((each) => itemNode(ledger, scheme, each)),
  };
}

const gateNode = (ledger: Ledger, { gate, applies, calculation, inputs }: GateScore): ExplainNode => ({
  key: `gate:${gate.id}`,
  kind: 'gate',
  label: gate.label,
  state: applies ? gate.effect.type : 'notApplied',
  ...(calculation === undefined ? {} : { calculation }),
  children: inputNodes(ledger, inputs),
});

const TIE_BREAK: Label = { zh: '同分时依次比较', en: 'Decides among equal scores' };

const tieBreakNode = (ledger: Ledger, { tieBreak }: UnitScore): ExplainNode | null =>
  tieBreak.length === 0
    ? null
    : {
        key: 'tieBreak',
        kind: 'tieBreak',
        label: TIE_BREAK,
        children: tieBreak.map((reading) => measureNode(ledger, reading.measure, reading)),
      };

/** The words under a total: its rank, or that it has none. */
const rankWords = ({ rank, tied }: UnitScore): Label =>
  rank === undefined
    ? { zh: '不参加排名', en: 'not ranked' }
    : { zh: `第${rank}名${tied ? '（并列）' : ''}`, en: `rank ${rank}${tied ? ', shared' : ''}` };

/**
 * Why a unit has the score that it has: total → parts → items → measures → records, with gates and what decides among
 * equals. Null when the unit is not assessed.
 */
export function explain(ledger: Ledger, scores: SchemeScores, unit: string): ExplainNode | null {
  const own = scores.byUnit.get(unit);
  if (!own) return null;
  const { scheme } = scores;
  const parts = (['base', 'bonus', 'penalty'] as const).map((part) => partNode(ledger, scheme, own, part));
  const nodes = [...parts, ...own.gates.map((gate) => gateNode(ledger, gate)), tieBreakNode(ledger, own)];
  return {
    key: 'total',
    kind: 'total',
    label: TOTAL,
    ...shownPoints(own.total, scheme),
    calculation: own.calculation,
    detail: rankWords(own),
    asOf: scores.asOf,
    children: nodes.filter((node) => node !== null),
  };
}
