/** What is different from the edition before, sorted for reading: what moved most comes first. */
import type { Differences, ProjectDifference, UnitDifference } from '../../core/editions/differences.ts';
import { UNIT_GROUPS, type UnitGroup } from '../../core/registers/unit-groups.ts';

export interface GroupChanges {
  readonly group: UnitGroup;
  readonly units: readonly UnitDifference[];
}

export interface ChangeSummary {
  readonly up: number;
  readonly down: number;
  readonly figures: number;
  readonly plans: number;
  readonly added: readonly ProjectDifference[];
  readonly left: readonly ProjectDifference[];
}

/** Places gained; negative for lost ones; null where a rank came or went. */
export const placesGained = ({ rank }: UnitDifference): number | null =>
  rank?.was === undefined || rank.now === undefined ? null : rank.was - rank.now;

/** The larger of the amounts that moved, in 元. */
const movedBy = ({ completed, plan }: ProjectDifference): number =>
  Math.max(...[completed, plan].map((each) => Math.abs((each?.now ?? 0) - (each?.was ?? 0))));

/** Units whose place or rate moved, by group in the office's order, then by their present place. */
export const groupChanges = ({ units }: Differences): readonly GroupChanges[] =>
  (Object.keys(UNIT_GROUPS) as UnitGroup[])
    .map((group) => ({
      group,
      units: units
        .filter((unit) => unit.group === group)
        .sort((a, b) => Math.abs(placesGained(b) ?? 0) - Math.abs(placesGained(a) ?? 0)),
    }))
    .filter((each) => each.units.length > 0);

/** Projects that stayed and have other figures, the largest change first. */
export const changedProjects = ({ projects }: Differences): readonly ProjectDifference[] =>
  projects.filter(({ kind }) => kind === 'changed').sort((a, b) => movedBy(b) - movedBy(a));

export function summaryOf({ units, projects }: Differences): ChangeSummary {
  const gains = units.map(placesGained);
  return {
    up: gains.filter((places) => places !== null && places > 0).length,
    down: gains.filter((places) => places !== null && places < 0).length,
    figures: projects.filter(({ kind, completed }) => kind === 'changed' && completed).length,
    plans: projects.filter(({ kind, plan }) => kind === 'changed' && plan).length,
    added: projects.filter(({ kind }) => kind === 'added'),
    left: projects.filter(({ kind }) => kind === 'left'),
  };
}
