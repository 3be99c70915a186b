import { ok } from '../result.ts';
import type { REVIEW_DECISIONS } from '../registers/editions.ts';
import type { Finding } from './finding.ts';
import { passedReviews } from './edition.ts';
import { UNFROZEN } from './freeze.ts';
import { actingFor, namesOf, refuseTwice, rolesOfStage, SIGNATURE_ROLES } from './people.ts';
import { refuse, refuseBlank, refuseContent, refuseState, updated, type Situation, type Step } from './step.ts';

export interface Review {
  readonly decision: keyof typeof REVIEW_DECISIONS;
  /** The hash of the content that the person read. */
  readonly content: string | undefined;
  readonly comment?: string | undefined;
  /** The id of the person in whose place it is given. */
  readonly onBehalfOf?: string | undefined;
}

/** The stage that is to be reviewed next, from 1; null when all are passed. */
export function nextStage({ ledger, edition }: Pick<Situation, 'ledger' | 'edition'>): number | null {
  const passed = passedReviews(ledger, edition).length;
  return passed < edition.stages ? passed + 1 : null;
}

/** One review (一审、二审、三审) of the frozen content; one that returns it takes the edition back to collecting. */
export function reviewEdition(situation: Situation, { decision, content, comment, onBehalfOf }: Review): Step {
  const { edition, now } = situation;
  const wrongState = refuseState(edition, ['frozen', 'inReview']);
  if (wrongState) return wrongState;
  const stage = nextStage(situation);
  if (stage === null) return refuse('wrong-state', 'all reviews are passed: it waits for the signature');
  const acting = actingFor(situation, onBehalfOf, rolesOfStage(stage));
  if (!acting.ok) return acting;
  const refused =
    refuseTwice(situation, acting.value, stage) ??
    refuseContent(edition, content) ??
    (decision === 'returned' ? refuseBlank(comment, 'comment') : null);
  if (refused) return refused;
  const values = {
    edition: edition.id,
    round: edition.round,
    stage,
    decision,
    ...namesOf(acting.value),
    content,
    ...(comment === undefined ? {} : { comment }),
    at: now,
  };
  return ok([
    { kind: 'create', register: 'editionReviews', values },
    updated(edition, decision === 'passed' ? { state: 'inReview' } : UNFROZEN),
  ]);
}

export interface Signature {
  readonly content: string | undefined;
  readonly onBehalfOf?: string | undefined;
  /** Codes of the warnings that the signer has seen, and why they stand. */
  readonly acknowledged?: readonly string[] | undefined;
  readonly reason?: string | undefined;
}

/** The refusal of figures that contradict each other, or of doubts that nobody has acknowledged. */
function refuseFindings(findings: readonly Finding[], { acknowledged = [], reason }: Signature) {
  const codes = (level: Finding['level']) => [
    ...new Set(findings.filter((each) => each.level === level).map(({ code }) => code)),
  ];
  const errors = codes('error');
  if (errors.length > 0) return refuse('checks-failed', 'figures contradict each other', { findings: errors });
  const warnings = codes('warning');
  const open = warnings.filter((code) => !acknowledged.includes(code));
  if (open.length > 0) return refuse('unacknowledged', 'some doubts are not acknowledged', { findings: open });
  return warnings.length > 0 ? refuseBlank(reason, 'reason') : null;
}

/**
 * The signature (签发): when every stage was passed for this very content, by yet another person.
 * @param findings of the checks of the frozen content; null when it is not to be had any more.
 */
export function signEdition(situation: Situation, signature: Signature, findings: readonly Finding[] | null): Step {
  const { edition, now } = situation;
  const wrongState = refuseState(edition, ['frozen', 'inReview']);
  if (wrongState) return wrongState;
  if (nextStage(situation) !== null) return refuse('wrong-state', 'not all reviews are passed');
  const acting = actingFor(situation, signature.onBehalfOf, SIGNATURE_ROLES);
  if (!acting.ok) return acting;
  const refused = refuseTwice(situation, acting.value, 'signature') ?? refuseContent(edition, signature.content);
  if (refused) return refused;
  if (!findings) return refuse('content-lost', 'the frozen content is not to be had');
  const doubted = refuseFindings(findings, signature);
  if (doubted) return doubted;
  const { by, byName, onBehalfOf, onBehalfOfName } = namesOf(acting.value);
  const { acknowledged = [], reason } = signature;
  return ok([
    updated(edition, {
      state: 'signed',
      signedBy: by,
      signedByName: byName,
      signedOnBehalfOf: onBehalfOf ?? null,
      signedOnBehalfOfName: onBehalfOfName ?? null,
      signedAt: now,
      ...(acknowledged.length > 0 ? { acknowledged } : {}),
      ...(reason === undefined ? {} : { acknowledgement: reason }),
    }),
  ]);
}
