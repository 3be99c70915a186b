import { bulletins } from './bulletins.ts';
import { commencements } from './commencements.ts';
import { declarations } from './declarations.ts';
import { issues } from './issues.ts';
import type { BoardContext } from './board.ts';
import { mechanisms } from './mechanisms.ts';
import { notices } from './notices.ts';
import { permits } from './permits.ts';
import { pipeline } from './pipeline.ts';
import { sponsorPortfolio } from './sponsor-portfolio.ts';
import { summary } from './summary.ts';
import { visits } from './visits.ts';

/** The headline figures of the year's work in one: what the office's annual summary quotes, each from its own board. */
export function yearSummary(context: BoardContext) {
  const { leaders, coverage } = sponsorPortfolio(context);
  const { kinds } = bulletins(context);
  const { rows: _events, ...started } = commencements(context);
  const { rounds, ...candidates } = pipeline(context, {});
  const { intended, accepted } = declarations(context, {});
  const { visits: made, campaignVisits, campaigns } = visits(context);
  const { done, onTime, fully } = permits(context);
  const { resolved } = issues(context);
  const { issued, feedback, closure } = notices(context);
  return {
    summary: summary(context),
    sponsors: { leaders, coverage },
    visits: { visits: made, campaignVisits, campaigns: Object.keys(campaigns).length },
    bulletins: kinds['bulletin']?.issued ?? 0,
    analyses: kinds['analysis']?.issued ?? 0,
    commencements: started,
    pipeline: { ...candidates, rounds: Object.keys(rounds).length },
    declarations: { intended, accepted },
    permits: { done, onTime, fully },
    issues: resolved,
    notices: { issued, feedback, closure },
    mechanisms: mechanisms(context).mechanisms,
  };
}
