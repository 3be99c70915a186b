import { entriesInOrder } from '../../keyed-rows.ts';
import type { BoardContext } from '../../boards/board.ts';
import { commencements } from '../../boards/commencements.ts';
import type { ShownMoney } from '../../money.ts';
import type { IsoDate } from '../../time.ts';

/** A ceremony that starts many projects on one day; a screen counts the days to one to come. */
export interface CommencementData {
  readonly name: string;
  readonly number: number;
  readonly heldOn: IsoDate;
  readonly venue?: string;
  readonly held: boolean;
  readonly projects: number;
  readonly total: ShownMoney;
  readonly plan: ShownMoney;
  /** Of the year, those held by the date of the figures. */
  readonly year: {
    readonly events: number;
    readonly projects: number;
    readonly total: ShownMoney;
    readonly plan: ShownMoney;
  };
}

/** The event that is named, else the next to come of the year, else the last held; null without any. */
export function commencement(context: BoardContext, { event }: { readonly event?: string }): CommencementData | null {
  const { rows, events, projects, total, plan } = commencements(context);
  const all = entriesInOrder(rows);
  const named = all.find(([id]) => id === event);
  const [, chosen] = named ?? all.find(([, { held }]) => !held) ?? all[all.length - 1] ?? [];
  if (!chosen || (event !== undefined && !named)) return null;
  const { name, number, heldOn, venue, held } = chosen;
  return {
    name,
    number,
    heldOn,
    ...(venue ? { venue } : {}),
    held,
    projects: chosen.projects,
    total: chosen.total,
    plan: chosen.plan,
    year: { events, projects, total, plan },
  };
}
