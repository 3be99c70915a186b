import { rowsBy } from '../keyed-rows.ts';
import { showYi } from '../money.ts';
import { share } from '../metrics/metrics.ts';
import type { Campaign, Visit } from '../registers/index.ts';
import { showShare, type BoardContext } from './board.ts';
import { byText, inYearTo, leadersInPost, listedProjects, projectPart } from './lists.ts';

const differs = ({ ledgerYuan, foundYuan }: Visit): boolean =>
  ledgerYuan !== undefined && foundYuan !== undefined && ledgerYuan !== foundYuan;

const campaignRow = ({ ledger, asOf }: BoardContext, campaign: Campaign, visits: readonly Visit[]) => {
  const sponsoring = new Set(listedProjects(ledger, asOf).map(({ sponsorLeader }) => sponsorLeader));
  const leaders = leadersInPost(ledger, campaign.to < asOf ? campaign.to : asOf).filter(({ id }) => sponsoring.has(id));
  const went = new Set(visits.filter((visit) => visit.campaign === campaign.id).map(({ leader }) => leader));
  return {
    name: campaign.name,
    from: campaign.from,
    to: campaign.to,
    coverage: showShare(share(leaders.filter(({ id }) => went.has(id)).length, leaders.length)),
    missing: leaders.filter(({ id }) => !went.has(id)).map(({ name }) => name),
  };
};

/**
 * S5, S24 一线督导: the office's visits of the year and, counted apart, the sponsors' visits of holiday campaigns with
 * who went; where what was found differs from the ledger; and the projects nobody has visited.
 */
export function visits(context: BoardContext) {
  const { ledger, asOf } = context;
  const year = [...ledger.tables.visits.values()].filter(({ on }) => inYearTo(on, asOf));
  const own = year.filter(({ campaign }) => campaign === undefined);
  const visited = new Set(own.map(({ project }) => project));
  const discrepancies = own
    .filter(differs)
    .sort(byText(({ on, id }) => on + id))
    .map(({ id, project, on, ledgerYuan = 0, foundYuan = 0, followUp }) => {
      const row = {
        ...projectPart(ledger, project),
        on,
        ledger: showYi(ledgerYuan),
        found: showYi(foundYuan),
        difference: showYi(foundYuan - ledgerYuan),
        ...(followUp ? { followUp } : {}),
      };
      return [id, row] as const;
    });
  const campaigns = [...ledger.tables.campaigns.values()]
    .filter(({ from }) => inYearTo(from, asOf))
    .sort(byText(({ from, to, id }) => from + to + id))
    .map((campaign) => [campaign.id, campaignRow(context, campaign, year)] as const);
  return {
    visits: own.length,
    projects: visited.size,
    campaignVisits: year.length - own.length,
    notVisited: listedProjects(ledger, asOf)
      .filter(({ id }) => !visited.has(id))
      .map(({ id, name }) => ({ id, name })),
    campaigns: rowsBy(campaigns),
    rows: rowsBy(discrepancies),
  };
}
