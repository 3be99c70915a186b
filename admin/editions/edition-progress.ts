/** How far an edition has come, and who brought it there. */
import { msg, str } from '@lit/localize';
import type { StepName } from '../../core/editions/desk.ts';
import type { Edition, EditionReview } from '../../core/registers/index.ts';
import { actingText, stageText, stateText } from './edition-words.ts';

export type MarkState = 'done' | 'now' | 'next' | 'ended';

/** One mark on the way to the screens. */
export interface Mark {
  readonly id: 'collect' | 'freeze' | 'review' | 'sign' | 'air';
  readonly label: string;
  readonly state: MarkState;
  readonly who: readonly { readonly name: string; readonly at: number }[];
}

/** The reviews that count: passed, of the present round and content. */
export const passedReviews = (edition: Edition, reviews: readonly EditionReview[]): readonly EditionReview[] =>
  reviews.filter(
    ({ round, content, decision }) => round === edition.round && content === edition.content && decision === 'passed',
  );

/** The step that an edition waits for; null when it has gone all its way. */
export function waitsFor(edition: Edition, reviews: readonly EditionReview[]): StepName | null {
  switch (edition.state) {
    case 'collecting':
      return 'freeze';
    case 'frozen':
    case 'inReview':
      return passedReviews(edition, reviews).length < edition.stages ? 'review' : 'sign';
    case 'signed':
    case 'scheduled':
      return 'air';
    default:
      return null;
  }
}

const PLACES: Readonly<Record<StepName, number>> = {
  freeze: 0,
  reopen: 0,
  review: 2,
  sign: 3,
  schedule: 4,
  air: 4,
  withdraw: 5,
  hide: 5,
  show: 5,
  correct: 5,
};

const person = (name: string | undefined, at: number | undefined, onBehalfOf?: string): Mark['who'] =>
  name === undefined || at === undefined ? [] : [{ name: actingText(name, onBehalfOf), at }];

/** 采集 → 冻结 → 审核 → 签发 → 播出, with who did what when. */
export function marksOf(edition: Edition, reviews: readonly EditionReview[]): readonly Mark[] {
  const waits = waitsFor(edition, reviews);
  const place = waits === null ? 5 : PLACES[waits];
  const ended = edition.state === 'withdrawn';
  // What was given up on its way got no further than its last record says.
  const reached = ended ? [edition.frozenAt, edition.signedAt, edition.onAirAt].filter(Boolean).length : 0;
  const stateAt = (position: number): MarkState => {
    if (ended) return position < ([1, 2, 4, 5][reached] ?? 5) ? 'done' : 'ended';
    return position < place ? 'done' : position === place ? 'now' : 'next';
  };
  const passed = passedReviews(edition, reviews);
  const due = edition.stages > 0 ? ` ${passed.length}/${edition.stages}` : '';
  const air = ['superseded', 'withdrawn', 'onAir', 'scheduled'].includes(edition.state)
    ? stateText(edition)
    : msg('播出', { id: 'editions.step.air' });
  return [
    { id: 'collect', label: msg('采集', { id: 'editions.mark.collect' }), state: stateAt(0), who: [] },
    {
      id: 'freeze',
      label: msg('冻结', { id: 'editions.mark.freeze' }),
      state: stateAt(1),
      who: person(edition.frozenByName, edition.frozenAt),
    },
    {
      id: 'review',
      label: `${msg('审核', { id: 'editions.mark.review' })}${due}`,
      state: stateAt(2),
      who: passed.flatMap(({ stage, byName, onBehalfOfName, at }) =>
        person(`${stageText(stage)} ${byName}`, at, onBehalfOfName),
      ),
    },
    {
      id: 'sign',
      label: msg('签发', { id: 'editions.step.sign' }),
      state: stateAt(3),
      who: person(edition.signedByName, edition.signedAt, edition.signedOnBehalfOfName),
    },
    { id: 'air', label: air, state: edition.state === 'onAir' ? 'done' : stateAt(4), who: airTimes(edition) },
  ];
}

const airTimes = ({ airAt, onAirAt, endedAt, state }: Edition): Mark['who'] => [
  ...(state === 'scheduled' ? person(msg('定于', { id: 'editions.air-at' }), airAt) : []),
  ...person(msg('开始', { id: 'editions.air-from' }), onAirAt),
  ...person(msg('结束', { id: 'editions.air-until' }), endedAt),
];

/** What an edition waits for, in words; empty when for nothing. */
export function waitingText(edition: Edition, reviews: readonly EditionReview[]): string {
  const step = waitsFor(edition, reviews);
  if (step === 'freeze') return msg('待冻结', { id: 'editions.waits.freeze' });
  if (step === 'review')
    return msg(str`待${stageText(passedReviews(edition, reviews).length + 1)}`, { id: 'editions.waits.review' });
  if (step === 'sign') return msg('待签发', { id: 'editions.waits.sign' });
  if (step === 'air' && edition.state === 'signed') return msg('待播出', { id: 'editions.waits.air' });
  return '';
}
