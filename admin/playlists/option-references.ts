/** The records that options of slides point to; media by their kind, so that no slide of pictures is offered a video. */
import type { Medium } from '../../core/registers/index.ts';
import { MEDIUM_KINDS } from '../../core/registers/media.ts';
import { SLIDE_KINDS, type SlideKind } from '../../core/slides/kinds.ts';
import { targetsOf, type References } from '../common/references.ts';

/** The registers whose records slides name. */
export const OPTION_TARGETS = [...new Set(Object.values(SLIDE_KINDS).flatMap(({ options }) => targetsOf(options)))];

const ofKind = (kind: string): string => `media/${kind}`;

/** The references with lists of media apart by kind. */
export function withMediaKinds(references: References, media: readonly Medium[]): References {
  const lists = Object.keys(MEDIUM_KINDS).map((kind) => {
    const own = media.filter((each) => each.kind === kind);
    return [ofKind(kind), own.map(({ id, name }) => ({ id, title: name }))] as const;
  });
  return new Map([...references, ...lists]);
}

/** What the options of a slide's kind may point to. */
export function referencesOf(kind: SlideKind, references: References): References {
  const own = references.get(ofKind(kind));
  return own ? new Map([...references, ['media', own]]) : references;
}
