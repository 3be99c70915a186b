import { settingsOf } from '../ledger/ledger.ts';
import { DEFAULT_REVIEW_STAGES } from '../registers/settings.ts';
import { ok } from '../result.ts';
import { DRAFTERS } from './create.ts';
import { pagesIn, type EditionPackage } from './package.ts';
import { refuse, refuseRole, refuseState, updated, type Situation, type Step } from './step.ts';

/** What an edition loses that goes back to collecting: nothing of the round holds any longer. */
export const UNFROZEN = {
  state: 'collecting',
  position: null,
  content: null,
  frozenBy: null,
  frozenByName: null,
  frozenAt: null,
  signedBy: null,
  signedByName: null,
  signedOnBehalfOf: null,
  signedOnBehalfOfName: null,
  signedAt: null,
  acknowledged: null,
  acknowledgement: null,
  airAt: null,
  hiddenSlides: null,
} as const;

/** What is frozen, with the SHA-256 of its text. */
export interface Frozen {
  readonly content: EditionPackage;
  readonly hash: string;
}

/**
 * Freezes an edition: its content is the package of the ledger as it is now, and a new round of reviews begins.
 * @param frozen made of this very ledger; null before it has settings.
 */
export function freezeEdition({ ledger, edition, who, now }: Situation, frozen: Frozen | null): Step {
  const refused = refuseRole(who, DRAFTERS) ?? refuseState(edition, ['collecting']);
  if (refused) return refused;
  if (!frozen || pagesIn(frozen.content).length === 0) return refuse('empty', 'no playlist has a slide to show');
  const wanted = settingsOf(ledger)?.reviewStages ?? DEFAULT_REVIEW_STAGES;
  return ok([
    updated(edition, {
      state: 'frozen',
      position: ledger.revision,
      content: frozen.hash,
      round: edition.round + 1,
      stages: edition.correction > 0 ? Math.min(1, wanted) : wanted,
      frozenBy: who.id,
      frozenByName: who.name,
      frozenAt: now,
    }),
  ]);
}

/** Takes an edition back to collecting before it is on air; its reviews and its signature hold no longer. */
export function reopenEdition({ edition, who }: Situation): Step {
  const isSigned = edition.state === 'signed' || edition.state === 'scheduled';
  const refused =
    refuseState(edition, ['frozen', 'inReview', 'signed', 'scheduled']) ??
    refuseRole(who, isSigned ? ['admin', 'signer'] : DRAFTERS);
  return refused ?? ok([updated(edition, UNFROZEN)]);
}
