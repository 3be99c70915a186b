/** The records that a board's options point to, as they are chosen from. */
import { msg, str } from '@lit/localize';
import { isRegisterName } from '../../core/registers/index.ts';
import type { BoardOption } from '../api/office-boards.ts';
import { listRecords } from '../api/records.ts';
import { plainText } from '../common/plain-text.ts';
import { loadTitles, type Choosable, type References } from '../common/references.ts';

/** Contests by their round and sides: their season alone is the same for all. */
async function contestChoices(units: readonly Choosable[]): Promise<readonly Choosable[]> {
  const { records } = await listRecords('contests');
  const unitText = (id: unknown): string => units.find((unit) => unit.id === id)?.title ?? '';
  return records
    .map((record): Readonly<Record<string, unknown>> & Pick<Choosable, 'id'> => ({ ...record }))
    .filter(({ secondUnit }) => secondUnit !== undefined)
    .map(({ id, season, round, firstUnit, secondUnit }) => {
      const sides = `${unitText(firstUnit)} — ${unitText(secondUnit)}`;
      const title = msg(str`${plainText(season)} 第${plainText(round)}轮 ${sides}`, { id: 'boards.contest' });
      return { id, title };
    });
}

/** What can be chosen for the references among a board's options, by register. */
export async function loadChoices(options: readonly BoardOption[]): Promise<References> {
  const targets = [...new Set(options.map(({ target }) => target))].filter(isRegisterName);
  if (targets.length === 0) return new Map();
  const hasContests = targets.includes('contests');
  const titles = await loadTitles(hasContests ? [...new Set([...targets, 'units' as const])] : targets);
  return hasContests ? new Map([...titles, ['contests', await contestChoices(titles.get('units') ?? [])]]) : titles;
}
