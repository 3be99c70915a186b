/** An explanation as one caller sees it: with the people behind each record, without records that are not for the caller. */
import { mayReadRegister } from '../../core/rights/reading.ts';
import type { Holder } from '../../core/rights/holder.ts';
import { registerNamed } from '../../core/registers/index.ts';
import type { ExplainNode } from '../../core/schemes/explain.ts';
import type { Changes } from '../changes/changes.ts';
import { peopleOf, type SourcePeople } from './source-people.ts';

export interface SeenNode extends Omit<ExplainNode, 'children'>, SourcePeople {
  readonly children?: readonly SeenNode[];
}

const mayRead = (who: Holder, { register }: ExplainNode): boolean =>
  register === undefined || mayReadRegister(who, registerNamed(register));

/** Asks the log once for each record and field, however often the score rests on it. */
function peopleBehind(changes: Pick<Changes, 'history'>, revision: number): (node: ExplainNode) => SourcePeople {
  const known = new Map<string, SourcePeople>();
  return ({ register, record, field }) => {
    if (register === undefined || record === undefined) return {};
    const key = JSON.stringify([register, record, field]);
    const people = known.get(key) ?? peopleOf(changes, { register, record, ...(field ? { field } : {}) }, revision);
    known.set(key, people);
    return people;
  };
}

/** @param revision the last change that counts. */
export function seenExplanation(
  changes: Pick<Changes, 'history'>,
  who: Holder,
  tree: ExplainNode,
  revision: number,
): SeenNode {
  const people = peopleBehind(changes, revision);
  const seen = (node: ExplainNode): SeenNode => {
    const { children, more = 0, ...own } = node;
    const readable = children?.filter((child) => mayRead(who, child));
    const left = more + (children?.length ?? 0) - (readable?.length ?? 0);
    return {
      ...own,
      ...people(node),
      ...(readable ? { children: readable.map(seen) } : {}),
      ...(left > 0 ? { more: left } : {}),
    };
  };
  return seen(tree);
}
