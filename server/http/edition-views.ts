/** Editions as the office's desk sees them. */
import { checksOf } from '../../core/editions/checks.ts';
import { offersFor, type Offers } from '../../core/editions/desk.ts';
import { differencesOf, type Differences, type Side } from '../../core/editions/differences.ts';
import { editionOnAir, lastPublished, reviewsOf } from '../../core/editions/edition.ts';
import type { Finding } from '../../core/editions/finding.ts';
import { pagesIn, type EditionPackage } from '../../core/editions/package.ts';
import { staleOf, type StaleFigure } from '../../core/editions/stale.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import type { Edition, EditionReview } from '../../core/registers/index.ts';
import type { Identity } from '../accounts/accounts.ts';
import type { Parts } from '../parts.ts';
import { personOf } from './edition-steps.ts';

type Desk = Pick<Parts, 'changes' | 'editions' | 'now'>;

/** The ledger that an edition's package was, or would be, made of. */
export const ledgerOf = ({ changes }: Pick<Parts, 'changes'>, { position }: Edition): Ledger =>
  position === undefined ? changes.ledger() : changes.ledgerAt({ seq: position });

/** What the checks find in an edition; null when its content is not to be had. */
export function findingsOf(parts: Desk, edition: Edition): readonly Finding[] | null {
  const packed = parts.editions.contentOf(edition);
  return packed && checksOf(ledgerOf(parts, edition), packed.content);
}

const sideOf = (parts: Desk, edition: Edition): Side | null => {
  const packed = parts.editions.contentOf(edition);
  return packed && { ledger: ledgerOf(parts, edition), content: packed.content };
};

function differencesFor(parts: Desk, edition: Edition): Differences | null {
  const before = lastPublished(parts.changes.ledger(), edition);
  const sides = before && { before: sideOf(parts, before), after: sideOf(parts, edition) };
  return sides?.before && sides.after ? differencesOf(before?.id ?? '', sides.before, sides.after) : null;
}

/** The last change of the records that a stale figure comes from: who corrected it. */
function correctedBy({ changes }: Desk, { records }: StaleFigure) {
  const last = records
    .flatMap(({ register, record }) => changes.history({ register, record, limit: 1 }))
    .sort((a, b) => b.seq - a.seq)[0];
  return last ? { by: { seq: last.seq, at: last.at, name: last.actor.name } } : {};
}

export function staleFor(parts: Desk, edition: Edition) {
  const stale = staleOf(ledgerOf(parts, edition), parts.changes.ledger(), edition);
  if (!stale) return null;
  return { ...stale, figures: stale.figures.map((figure) => ({ ...figure, ...correctedBy(parts, figure) })) };
}

const shownPages = (content: EditionPackage, { hiddenSlides = [] }: Edition) =>
  pagesIn(content).map(({ name, playlist, slide, content: page }) => ({
    page: name,
    playlist,
    slide,
    kind: page.kind,
    ...(page.title === undefined ? {} : { title: page.title }),
    hidden: hiddenSlides.includes(name),
  }));

/** An edition's line in the list: the record, its reviews, and for the one on air how many figures were corrected since. */
const lineOf = (parts: Desk, edition: Edition) => ({
  ...edition,
  reviews: reviewsOf(parts.changes.ledger(), edition.id),
  ...(edition.state === 'onAir' ? { staleFigures: staleFor(parts, edition)?.figures.length ?? 0 } : {}),
});

/** All editions, newest first. */
export function editionList(parts: Desk) {
  const ledger = parts.changes.ledger();
  const newest = [...ledger.tables.editions.values()].sort(
    (a, b) => b.year - a.year || b.number - a.number || b.correction - a.correction,
  );
  return { onAir: editionOnAir(ledger)?.id ?? null, editions: newest.map((each) => lineOf(parts, each)) };
}

export interface EditionView {
  readonly edition: Edition;
  readonly reviews: readonly EditionReview[];
  readonly steps: Offers;
  readonly checks: readonly Finding[] | null;
  readonly differences: Differences | null;
  readonly stale: ReturnType<typeof staleFor>;
  readonly pages: ReturnType<typeof shownPages>;
  /** The hash of the content; for an edition that collects, of what a freeze would keep now. */
  readonly content: string | null;
}

/** All that the desk shows of an edition to one person. */
export function editionView(parts: Desk, caller: Identity, edition: Edition): EditionView {
  const ledger = parts.changes.ledger();
  const packed = parts.editions.contentOf(edition);
  const findings = findingsOf(parts, edition);
  const pages = packed ? shownPages(packed.content, edition) : [];
  const situation = { ledger, edition, who: personOf(caller), now: parts.now() };
  return {
    edition,
    reviews: reviewsOf(ledger, edition.id),
    steps: offersFor(situation, { frozen: packed, findings, pages: new Set(pages.map(({ page }) => page)) }),
    checks: findings,
    differences: differencesFor(parts, edition),
    stale: staleFor(parts, edition),
    pages,
    content: packed?.hash ?? null,
  };
}
