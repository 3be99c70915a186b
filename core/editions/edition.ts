/** Editions in a ledger: which is on air, which were published, what they are called. */
import type { Ledger } from '../ledger/ledger.ts';
import type { ShownEdition } from '../programme/programme.ts';
import type { Edition, EditionReview } from '../registers/index.ts';

/** The edition that screens and the public page show; null when none is on air. There is never more than one. */
export function editionOnAir(ledger: Ledger): Edition | null {
  for (const edition of ledger.tables.editions.values()) if (edition.state === 'onAir') return edition;
  return null;
}

/** Whether an edition stands as published: it is or was on air, and was not taken back. */
export const isPublished = ({ state, onAirAt }: Edition): boolean =>
  state === 'onAir' || (state === 'superseded' && onAirAt !== undefined);

const isLater = (a: Edition, b: Edition): boolean =>
  a.asOf === b.asOf
    ? a.correction > b.correction || (a.correction === b.correction && a.number > b.number)
    : a.asOf > b.asOf;

/**
 * The published edition that an edition follows on: of the same year, with the latest as-of date before its own; null
 * when it is the first. What it corrects is not before it.
 */
export function editionBefore(ledger: Ledger, edition: Edition): Edition | null {
  let latest: Edition | null = null;
  for (const each of ledger.tables.editions.values()) {
    const isEarlier = each.year === edition.year && each.number !== edition.number && each.asOf < edition.asOf;
    if (isEarlier && isPublished(each) && (!latest || isLater(each, latest))) latest = each;
  }
  return latest;
}

/** The edition that was on air last before this one and still stands: what the public compares it with. */
export function lastPublished(ledger: Ledger, edition: Edition): Edition | null {
  let latest: Edition | null = null;
  for (const each of ledger.tables.editions.values()) {
    if (each.id === edition.id || !isPublished(each)) continue;
    if (edition.onAirAt !== undefined && (each.onAirAt ?? 0) >= edition.onAirAt) continue;
    if (!latest || (each.onAirAt ?? 0) > (latest.onAirAt ?? 0)) latest = each;
  }
  return latest;
}

/** All reviews of an edition, oldest first. */
export const reviewsOf = (ledger: Ledger, edition: string): readonly EditionReview[] =>
  [...ledger.tables.editionReviews.values()]
    .filter((each) => each.edition === edition)
    .sort((a, b) => a.revision - b.revision);

/** The reviews that count for the signature: passed, of the present round and of the very content. */
export const passedReviews = (ledger: Ledger, { id, round, content }: Edition): readonly EditionReview[] =>
  reviewsOf(ledger, id).filter(
    (each) => each.round === round && each.content === content && each.decision === 'passed',
  );

/** The name of a page of an edition: playlist and slide. */
export const pageName = (playlist: string, slide: string): string => `${playlist}/${slide}`;

/** Which edition it is, as screens show it. */
export const shownEdition = ({ number, correction, title, publicNote }: Edition): ShownEdition => ({
  number,
  correction,
  title,
  ...(publicNote === undefined ? {} : { note: publicNote }),
});
