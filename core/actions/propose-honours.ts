import type { ChangeRequest } from '../ledger/change-request.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { choice, date, optional, reference } from '../register/field.ts';
import type { BoardSignoff } from '../registers/index.ts';
import { UNIT_GROUPS } from '../registers/unit-groups.ts';
import { ok } from '../result.ts';
import { proposalsFor } from '../schemes/honours-at.ts';
import type { IsoDate } from '../time.ts';
import { declareAction, derivedId, refuse } from './action.ts';

type Proposal = Pick<BoardSignoff, 'board' | 'group' | 'asOf' | 'scheme' | 'units' | 'from' | 'until'>;

const isSame = (a: BoardSignoff, b: Proposal): boolean =>
  a.from === b.from && a.until === b.until && a.units.join() === b.units.join();

/** Sign-offs that there are of the same board, for the same figures. */
const earlierOf = ({ tables }: Ledger, { board, group, asOf, scheme }: Proposal): readonly BoardSignoff[] =>
  [...tables.boardSignoffs.values()].filter(
    (each) => each.board === board && each.group === group && each.asOf === asOf && each.scheme === scheme,
  );

const OVERTAKEN = '按最新数据无符合条件的单位';

const withdrawn = ({ id, revision }: BoardSignoff): ChangeRequest => ({
  kind: 'update',
  register: 'boardSignoffs',
  record: id,
  values: { state: 'withdrawn', withdrawalReason: OVERTAKEN },
  ifRevision: revision,
});

/**
 * A new proposal, or what brings the one that waits up to date: withdrawn where nobody is left on it. Nothing where it is
 * the same, signed, or there is none to make.
 */
function requestFor(ledger: Ledger, proposal: Proposal): readonly ChangeRequest[] {
  const { board, group, asOf, scheme, units, from, until } = proposal;
  const earlier = earlierOf(ledger, proposal);
  if (earlier.some(({ state }) => state === 'signed')) return [];
  const waiting = earlier.find(({ state }) => state === 'proposed');
  if (waiting) {
    if (units.length === 0) return [withdrawn(waiting)];
    if (isSame(waiting, proposal)) return [];
    const values = { units, from, until: until ?? null };
    return [{ kind: 'update', register: 'boardSignoffs', record: waiting.id, values, ifRevision: waiting.revision }];
  }
  if (units.length === 0) return [];
  const record = derivedId('signoff', board, group, asOf, earlier.length + 1, scheme);
  return [{ kind: 'create', register: 'boardSignoffs', record, values: { ...proposal, state: 'proposed' } }];
}

const NOT_APPROVED = { zh: '方案未批准', en: 'is not approved' };
const NO_RULES = { zh: '方案没有红黑榜规则', en: 'has no rules of red and black boards' };
const NO_END = { zh: '黑榜须有截止日期', en: 'a black board has an end date' };
const STILL_TO_COME = { zh: '数据截至日期未到', en: 'is still to come' };

/** 拟定红黑榜: what the rules of a scheme propose for a group, for a signature of each board by itself. */
export const proposeHonours = declareAction({
  name: 'proposeHonours',
  label: { zh: '拟定红黑榜', en: 'Propose red and black boards' },
  help: {
    zh: '按考核方案的规则拟出一个组别的红榜、黑榜，分别签批后才公开；没有符合条件的单位就不设榜。',
    en: 'Proposes a group’s red and black board by the scheme’s rules; each is public only when signed. Either may be empty.',
  },
  register: 'boardSignoffs',
  roles: ['admin', 'editor', 'reviewer'],
  fields: {
    scheme: reference({ label: { zh: '考核方案', en: 'Scheme' }, target: 'schemes' }),
    asOf: date({ label: { zh: '数据截至', en: 'Figures as of' } }),
    group: choice({ label: { zh: '组别', en: 'Group' }, choices: UNIT_GROUPS }),
    from: date({ label: { zh: '发布日期', en: 'Public from' } }),
    until: optional(date({ label: { zh: '截止日期', en: 'Public until' } })),
  },
  run: (ledger, { scheme, asOf, group, from, until }, today: IsoDate) => {
    if (asOf > today) return refuse('asOf', STILL_TO_COME);
    if (ledger.tables.schemes.get(scheme)?.state !== 'approved') return refuse('scheme', NOT_APPROVED);
    const proposed = proposalsFor(ledger, scheme, asOf, group);
    if (!proposed) return refuse('scheme', NO_RULES);
    if (proposed.black.length > 0 && until === undefined) return refuse('until', NO_END, 'required');
    const about = { group, asOf, scheme, from, ...(until === undefined ? {} : { until }) };
    return ok(
      (['red', 'black'] as const).flatMap((board) => requestFor(ledger, { ...about, board, units: proposed[board] })),
    );
  },
});
