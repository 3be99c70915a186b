import { rowsBy } from '../keyed-rows.ts';
import { byKey } from '../metrics/by-key.ts';
import { share } from '../metrics/metrics.ts';
import { DUTY_STATES } from '../registers/duties.ts';
import type { Duty } from '../registers/index.ts';
import { DEFAULT_GUARANTEES } from '../registers/settings.ts';
import { showShare, type BoardContext } from './board.ts';
import { countBy, countedProjects } from './lists.ts';

type State = Duty['state'];
const STATES = Object.keys(DUTY_STATES) as State[];

/** S16 六包: for each sponsored project where its six guarantees stand; what they are is the settings' list. */
export function duties({ ledger, settings, asOf }: BoardContext) {
  const names = settings.guarantees ?? DEFAULT_GUARANTEES;
  const own = byKey(ledger.tables.duties, 'project');
  const sponsored = countedProjects(ledger, asOf).filter(({ sponsorLeader }) => sponsorLeader !== undefined);
  const rows = sponsored.map(({ id, name, sponsorLeader }) => {
    const known = own.get(id) ?? [];
    const states = names.map((_, index): State => known.find(({ item }) => item === index + 1)?.state ?? 'notStarted');
    const leader = sponsorLeader === undefined ? undefined : ledger.tables.leaders.get(sponsorLeader)?.name;
    return [id, { name, leader: leader ?? '', states }] as const;
  });
  const all = rows.flatMap(([, { states }]) => states);
  return {
    names,
    counts: countBy(all, STATES, (state) => state),
    fulfilled: showShare(share(all.filter((state) => state === 'fulfilled').length, all.length)),
    rows: rowsBy(rows),
  };
}
