/** Which weights profile a unit is assessed by. */
import type { BoardContext } from '../boards/board.ts';
import { permitsAt } from '../boards/permits.ts';
import { isRequired, openFrom } from '../metrics/permits.ts';
import type { Unit } from '../registers/index.ts';
import { startOfYear } from '../time.ts';
import type { Scheme } from './scheme.ts';

/**
 * The units with approval duties in the year of the date: those that a permit of a project on the list names as its
 * department, if the permit is required and was not decided before the year.
 */
const approvingUnits = (context: BoardContext): ReadonlySet<string> =>
  new Set(
    openFrom(permitsAt(context).filter(isRequired), startOfYear(context.asOf)).flatMap(
      ({ permit }) => permit.department ?? [],
    ),
  );

/** The profile of each unit by a scheme at a date; undefined for units whose group is not assessed. */
export function profileBy(context: BoardContext, { profiles }: Scheme): (unit: Unit) => string | undefined {
  const approving = approvingUnits(context);
  return ({ id, group }) => {
    const given = Object.hasOwn(profiles, group) ? profiles[group] : undefined;
    if (given === undefined || typeof given === 'string') return given;
    return approving.has(id) ? given.approving : given.others;
  };
}
