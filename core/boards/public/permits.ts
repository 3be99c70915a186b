import { rowsBy, type Rows } from '../../keyed-rows.ts';
import {
  approvalCompletionRate,
  approvalOnTimeRate,
  fullyPermittedShare,
  type TimedPermit,
} from '../../metrics/permits.ts';
import { showShare, type BoardContext, type ShownShare } from '../board.ts';
import { permitsAt } from '../permits.ts';

/** Rates of joint approval, without any case or document. */
export interface PublicApproval {
  /** M15 */
  readonly done: ShownShare;
  /** M16 */
  readonly onTime: ShownShare;
  readonly overdue: number;
}

export interface PublicPermits extends PublicApproval {
  /** M17 */
  readonly fully: ShownShare;
  /** By department, in official order. */
  readonly rows: Rows<PublicApproval & { readonly name: string }>;
}

const approvalOf = (permits: readonly TimedPermit[]): PublicApproval => ({
  done: showShare(approvalCompletionRate(permits)),
  onTime: showShare(approvalOnTimeRate(permits)),
  overdue: permits.filter(({ standing }) => standing === 'overdue').length,
});

/** S7, S12 联审联批, for everybody: M15 to M17 in all, and per department what it decided in time and what is overdue. */
export function publicPermits(context: BoardContext): PublicPermits {
  const all = permitsAt(context);
  const rows = [...context.ledger.tables.units.values()]
    .sort((a, b) => a.officialOrder - b.officialOrder)
    .map((unit) => ({ unit, own: all.filter(({ permit }) => permit.department === unit.id) }))
    .filter(({ own }) => own.length > 0)
    .map(({ unit, own }) => [unit.id, { name: unit.shortName, ...approvalOf(own) }] as const);
  return { ...approvalOf(all), fully: showShare(fullyPermittedShare(all)), rows: rowsBy(rows) };
}
