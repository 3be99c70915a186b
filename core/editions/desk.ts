/** Which steps of an edition a person may take now, and why not the others: what the desk offers. */
import { instant } from '../time.ts';
import { airEdition, hidePage, scheduleEdition, showPage, withdrawEdition } from './air.ts';
import { correctEdition } from './create.ts';
import type { Finding } from './finding.ts';
import { freezeEdition, reopenEdition, type Frozen } from './freeze.ts';
import { principalsOf } from './people.ts';
import { nextStage, reviewEdition, signEdition } from './review.ts';
import type { Situation, Step, StepProblem } from './step.ts';

export type StepName =
  | 'freeze'
  | 'reopen'
  | 'review'
  | 'sign'
  | 'schedule'
  | 'air'
  | 'withdraw'
  | 'hide'
  | 'show'
  | 'correct';

/** Somebody in whose place the person may take a step. */
export interface Principal {
  readonly id: string;
  readonly name: string;
}

export interface Offer {
  /** In the person's own place. */
  readonly allowed: boolean;
  readonly why?: StepProblem;
  /** Only for reviews and the signature: in whose place the person may take it. */
  readonly onBehalfOf?: readonly Principal[];
  /** Only for reviews: which one is next, from 1. */
  readonly stage?: number;
}

export type Offers = Readonly<Record<StepName, Offer>>;

/** What the desk knows of the content. */
export interface DeskContent {
  readonly frozen: Frozen | null;
  readonly findings: readonly Finding[] | null;
  readonly pages: ReadonlySet<string>;
}

const offer = (step: Step): Offer => (step.ok ? { allowed: true } : { allowed: false, why: step.problem });

/** A text that stands for what the person would say. */
const SAID = '—';

/** A step that may also be taken in another's place. */
function delegable(situation: Situation, step: (onBehalfOf: string | undefined) => Step): Offer {
  const principals = principalsOf(situation.ledger, situation.who, situation.now)
    .filter(({ id }) => step(id).ok)
    .map(({ id, displayName }) => ({ id, name: displayName }));
  return { ...offer(step(undefined)), ...(principals.length > 0 ? { onBehalfOf: principals } : {}) };
}

/** Tries every step with values that are themselves all right. */
export function offersFor(situation: Situation, { frozen, findings, pages }: DeskContent): Offers {
  const { edition, now } = situation;
  const { content } = edition;
  const warnings = (findings ?? []).filter(({ level }) => level === 'warning').map(({ code }) => code);
  const stage = nextStage(situation);
  const review = delegable(situation, (onBehalfOf) =>
    reviewEdition(situation, { decision: 'passed', content, onBehalfOf }),
  );
  const [page = ''] = pages;
  return {
    freeze: offer(freezeEdition(situation, frozen)),
    reopen: offer(reopenEdition(situation)),
    review: { ...review, ...(stage === null ? {} : { stage }) },
    sign: delegable(situation, (onBehalfOf) =>
      signEdition(situation, { content, onBehalfOf, acknowledged: warnings, reason: SAID }, findings),
    ),
    schedule: offer(scheduleEdition(situation, content, instant(now + 1))),
    air: offer(airEdition(situation, content)),
    withdraw: offer(withdrawEdition(situation, SAID)),
    hide: offer(hidePage(situation, page, SAID, pages)),
    show: offer(showPage(situation, edition.hiddenSlides?.[0] ?? '')),
    correct: offer(correctEdition(situation, { reason: SAID })),
  };
}
