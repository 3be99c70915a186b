import { inputsFor, type AssessedUnit, type Sheet } from './sheet.ts';
import type { Item } from './scheme.ts';
import { formulaFor, isFormula, maxFor, scoreItem, withGroupMean, type ItemScore } from './score-item.ts';

/** The items that an item takes points from. */
export const inheritedBy = ({ formula }: Pick<Item, 'formula'>): readonly string[] =>
  (isFormula(formula) ? [formula] : Object.values(formula)).flatMap((each) =>
    each.type === 'inherit' && 'item' in each.from ? [each.from.item] : [],
  );

/** Items with those that they inherit from before them; a checked scheme has no circle. */
function inDependencyOrder(items: readonly Item[]): readonly Item[] {
  const ordered = new Set<Item>();
  const visiting = new Set<Item>();
  const visit = (item: Item): void => {
    if (ordered.has(item) || visiting.has(item)) return;
    visiting.add(item);
    for (const id of inheritedBy(item)) for (const other of items) if (other.id === id) visit(other);
    ordered.add(item);
  };
  items.forEach(visit);
  return [...ordered];
}

type ScoresByItem = ReadonlyMap<string, ReadonlyMap<string, ItemScore>>;

/** One item of every unit whose profile has it, by unit. */
function scoreOfAll(sheet: Sheet, item: Item, done: ScoresByItem): ReadonlyMap<string, ItemScore> {
  const scores = new Map<string, ItemScore>();
  for (const { unit, profile } of sheet.units) {
    const max = maxFor(item, profile);
    const formula = formulaFor(item, profile);
    if (!max || !formula) continue;
    const inputs = inputsFor(sheet, item, max, unit, (other) => done.get(other)?.get(unit.id));
    scores.set(unit.id, scoreItem(item, formula, max, inputs));
  }
  return item.na === 'groupMean' ? withGroupMeans(sheet.units, scores) : scores;
}

function withGroupMeans(units: readonly AssessedUnit[], scores: ReadonlyMap<string, ItemScore>) {
  const groups = new Map(units.map(({ unit }) => [unit.id, unit.group]));
  return new Map(
    [...scores].map(([unit, score]) => {
      if (score.state !== 'notApplicable') return [unit, score];
      const others = [...scores].filter(([other]) => other !== unit && groups.get(other) === groups.get(unit));
      return [unit, withGroupMean(score, new Map(others))];
    }),
  );
}

/** Every item of every unit: for each unit in the scheme's order. Items that take from others come after them. */
export function scoreItems(sheet: Sheet): (unit: string) => readonly ItemScore[] {
  const done = new Map<string, ReadonlyMap<string, ItemScore>>();
  for (const item of inDependencyOrder(sheet.scheme.items)) done.set(item.id, scoreOfAll(sheet, item, done));
  return (unit) => sheet.scheme.items.flatMap(({ id }) => done.get(id)?.get(unit) ?? []);
}
