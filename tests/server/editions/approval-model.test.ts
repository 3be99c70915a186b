/** Nothing reaches a screen of editions that was not approved: random people, edits, crashes and clocks against an oracle. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { airEdition, hidePage, scheduleEdition, showPage, withdrawEdition } from '../../../core/editions/air.ts';
import { checksOf } from '../../../core/editions/checks.ts';
import { correctEdition, createEdition } from '../../../core/editions/create.ts';
import { reopenEdition } from '../../../core/editions/freeze.ts';
import { pagesIn } from '../../../core/editions/package.ts';
import { reviewEdition, signEdition } from '../../../core/editions/review.ts';
import type { Person, Situation, Step } from '../../../core/editions/step.ts';
import { officeDate } from '../../../core/office-time.ts';
import { programmeWith } from '../../../core/programme/build.ts';
import { SAFE_SLIDE } from '../../../core/programme/edition.ts';
import type { Role } from '../../../core/register/role.ts';
import { instant, type IsoDate } from '../../../core/time.ts';
import type { ChangeRequest } from '../../../server/changes/changes.ts';
import type { StepOutcome } from '../../../server/editions/editions.ts';
import { openStoreFile } from '../../../server/store/open-store.ts';
import {
  approvalFaults,
  blank,
  expectedSlides,
  forget,
  may,
  pagesOf,
  passBy,
  type Actor,
  type OracleEdition,
} from '../../support/edition-oracle.ts';
import { EditionServer } from '../../support/edition-server.ts';
import { EDITION_GROUPS, STAFF_IDS } from '../../support/editions-office.ts';

const AS_OF = '2017-05-31' as IsoDate;
const HOUR = 3_600_000;
const WRONG_HASH = 'f'.repeat(64);

/** What the oracle knows of the office. */
class Facts {
  readonly editions: OracleEdition[] = [];
  readonly roles = new Map<string, Role>();
  readonly delegations: { principal: string; delegate: string; from: string; until: string }[] = [];
  readonly playlists = new Map<string, string>([
    ['hall', 'loop'],
    ['gate', 'other'],
  ]);
  stages = 2;
  aired = 0;
}

const numbers = {
  who: fc.constantFrom(...STAFF_IDS),
  other: fc.constantFrom(...STAFF_IDS),
  /** In another's place: of somebody who delegated it once, else of anybody. */
  delegated: fc.integer({ min: 0, max: 4 }).map((each) => each === 0),
  /** Which edition, counted from the newest. */
  which: fc.nat({ max: 2 }),
  pick: fc.nat({ max: 30 }),
  /** The person looks at another content. */
  late: fc.integer({ min: 0, max: 7 }).map((each) => each === 0),
};

interface Chance {
  readonly who: string;
  readonly other: string;
  readonly delegated: boolean;
  readonly which: number;
  readonly pick: number;
  readonly late: boolean;
}

type Run = (facts: Facts, product: EditionServer, chance: Chance) => void | Promise<void>;

const personOf = (facts: Facts, id: string): Person => ({ id, name: id, role: facts.roles.get(id) ?? 'auditor' });

/** The person in whose place somebody wants to act. */
function principalOf({ delegations }: Facts, { who, other, delegated, pick }: Chance): string | undefined {
  if (!delegated) return undefined;
  const own = delegations.filter(({ delegate }) => delegate === who);
  return own[pick % Math.max(1, own.length)]?.principal ?? other;
}

function actorOf(facts: Facts, product: EditionServer, chance: Chance): Actor {
  const { who } = chance;
  const principal = principalOf(facts, chance);
  const role = facts.roles.get(who) ?? 'auditor';
  if (principal === undefined) return { id: who, role };
  const today = officeDate(product.now());
  const isInForce = facts.delegations.some(
    (each) => each.principal === principal && each.delegate === who && each.from <= today && today <= each.until,
  );
  const principalRole = facts.roles.get(principal) ?? 'auditor';
  return { id: who, role, principal: isInForce ? { id: principal, role: principalRole } : 'none' };
}

const editionOf = (facts: Facts, { which }: Chance): OracleEdition | undefined => facts.editions.at(-1 - which);

/** Takes a step on the product and says whether it did what the oracle allows, no more and no less. */
function agree(outcome: StepOutcome, allowed: boolean, what: string): boolean {
  const why = outcome.ok ? undefined : outcome.problem;
  expect({ what, done: outcome.ok, why }).toEqual({ what, done: allowed, why });
  return outcome.ok;
}

const step = (
  facts: Facts,
  product: EditionServer,
  { who }: Chance,
  edition: OracleEdition,
  take: (situation: Situation) => Step,
): StepOutcome => product.editions.take(personOf(facts, who), edition.id, take);

const newest = (product: EditionServer, outcome: StepOutcome): string => {
  if (!outcome.ok) throw new Error('not written');
  const [id = ''] = outcome.value.records;
  expect(product.changes.ledger().tables.editions.has(id)).toBe(true);
  return id;
};

/** Remembers what every playlist shows live: what a freeze now must keep. */
function remember(facts: Facts, product: EditionServer, edition: OracleEdition): void {
  const ledger = product.changes.ledger();
  const group = ledger.tables.groups.get('desk');
  if (!group) throw new Error('there is a live group');
  const all = [...ledger.tables.playlists.values()];
  const live = all.map((playlist) => [playlist.id, programmeWith(ledger, group, playlist)?.slides ?? {}] as const);
  edition.slides = structuredClone(Object.fromEntries(live));
  edition.groups = Object.fromEntries(facts.playlists);
  edition.order = all.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ id }) => id);
}

const goOnAir = (facts: Facts, edition: OracleEdition): void => {
  for (const each of facts.editions) if (each.phase === 'air') each.phase = 'past';
  edition.phase = 'air';
  edition.everAired = true;
  facts.aired += 1;
};

const draft: Run = (facts, product, { who }) => {
  const person = personOf(facts, who);
  if (facts.editions.length >= 12) return;
  const outcome = product.editions.create(person, (ledger) =>
    createEdition(ledger, person, { rhythm: 'weekly', asOf: AS_OF }),
  );
  if (!agree(outcome, may.draft(person.role), 'draft')) return;
  const number = Math.max(0, ...facts.editions.map((each) => each.number)) + 1;
  facts.editions.push(blank(newest(product, outcome), number, 0));
};

const freeze: Run = async (facts, product, chance) => {
  const edition = editionOf(facts, chance);
  if (!edition) return;
  const person = personOf(facts, chance.who);
  const actor = actorOf(facts, product, chance);
  // Now and then the server dies when the package is kept and the ledger does not say so yet.
  const dies = chance.pick === 0;
  const before = { ...edition };
  remember(facts, product, edition);
  const slides = { slides: edition.slides, groups: edition.groups, order: edition.order };
  Object.assign(edition, before);
  const outcome = await product.editions.freeze(person, edition.id, () => (dies ? null : person));
  if (dies) return product.start();
  if (!agree(outcome, may.freeze(edition, actor), 'freeze')) return;
  const record = product.changes.ledger().tables.editions.get(edition.id);
  const stages = edition.correction > 0 ? Math.min(1, facts.stages) : facts.stages;
  Object.assign(edition, slides, {
    phase: 'frozen',
    hash: record?.content ?? '',
    freezer: chance.who,
    passes: [],
    stages,
  });
};

const review: Run = (facts, product, chance) => {
  const edition = editionOf(facts, chance);
  if (!edition) return;
  const actor = actorOf(facts, product, chance);
  const seen = chance.late ? WRONG_HASH : edition.hash || WRONG_HASH;
  const decision = chance.pick === 1 ? 'returned' : 'passed';
  const values = { decision, content: seen, comment: '好', onBehalfOf: principalOf(facts, chance) } as const;
  const outcome = step(facts, product, chance, edition, (situation) => reviewEdition(situation, values));
  if (!agree(outcome, may.review(edition, actor, seen), 'review')) return;
  if (decision === 'passed') edition.passes.push(passBy(actor));
  else forget(edition);
};

const sign: Run = (facts, product, chance) => {
  const edition = editionOf(facts, chance);
  if (!edition) return;
  const actor = actorOf(facts, product, chance);
  const seen = chance.late ? WRONG_HASH : edition.hash || WRONG_HASH;
  const onBehalfOf = principalOf(facts, chance);
  const outcome = step(facts, product, chance, edition, (situation) => {
    const content = product.editions.packageOf(situation.edition);
    const position = situation.edition.position ?? 0;
    const findings = content && checksOf(product.changes.ledgerAt({ seq: position }), content);
    const acknowledged = (findings ?? []).map(({ code }) => code);
    return signEdition(situation, { content: seen, onBehalfOf, acknowledged, reason: '已知' }, findings);
  });
  if (!agree(outcome, may.sign(edition, actor, seen), 'sign')) return;
  edition.signature = passBy(actor);
  edition.phase = 'signed';
};

const air: Run = (facts, product, chance) => {
  const edition = editionOf(facts, chance);
  if (!edition) return;
  const seen = chance.late ? WRONG_HASH : edition.hash || WRONG_HASH;
  const later = chance.pick % 3 === 0;
  const at = instant(product.time + (chance.pick + 1) * 600_000);
  const take = (situation: Situation): Step =>
    later ? scheduleEdition(situation, seen, at) : airEdition(situation, seen);
  const outcome = step(facts, product, chance, edition, take);
  if (!agree(outcome, may.air(edition, actorOf(facts, product, chance), seen), later ? 'schedule' : 'air')) return;
  if (!later) return goOnAir(facts, edition);
  edition.phase = 'timed';
  edition.airAt = at;
};

const reopen: Run = (facts, product, chance) => {
  const edition = editionOf(facts, chance);
  if (!edition) return;
  const outcome = step(facts, product, chance, edition, reopenEdition);
  if (agree(outcome, may.reopen(edition, actorOf(facts, product, chance)), 'reopen')) forget(edition);
};

const withdraw: Run = (facts, product, chance) => {
  const edition = editionOf(facts, chance);
  if (!edition) return;
  const outcome = step(facts, product, chance, edition, (situation) => withdrawEdition(situation, '有误'));
  if (agree(outcome, may.withdraw(edition, actorOf(facts, product, chance)), 'withdraw')) edition.phase = 'gone';
};

const hide: Run = (facts, product, chance) => {
  const edition = editionOf(facts, chance);
  if (!edition) return;
  const pages = [...pagesOf(edition), 'loop/none'];
  const page = pages[chance.pick % pages.length] ?? '';
  const outcome = step(facts, product, chance, edition, (situation) => {
    const content = product.editions.packageOf(situation.edition);
    const names = new Set(content ? pagesIn(content).map(({ name }) => name) : []);
    return hidePage(situation, page, '有误', names);
  });
  if (agree(outcome, may.hide(edition, actorOf(facts, product, chance), page), 'hide')) edition.hidden.add(page);
};

const show: Run = (facts, product, chance) => {
  const edition = editionOf(facts, chance);
  if (!edition) return;
  const pages = chance.late ? pagesOf(edition) : [...edition.hidden];
  const page = pages[chance.pick % Math.max(1, pages.length)] ?? 'loop/none';
  const outcome = step(facts, product, chance, edition, (situation) => showPage(situation, page));
  if (agree(outcome, may.show(edition, actorOf(facts, product, chance), page), 'show')) edition.hidden.delete(page);
};

const correct: Run = (facts, product, chance) => {
  const edition = editionOf(facts, chance);
  if (!edition) return;
  const allowed = may.correct(facts.editions, edition, actorOf(facts, product, chance));
  const outcome = step(facts, product, chance, edition, (situation) => correctEdition(situation, { reason: '有误' }));
  if (!agree(outcome, allowed, 'correct')) return;
  const same = facts.editions.filter(({ number }) => number === edition.number);
  const correction = Math.max(...same.map((each) => each.correction)) + 1;
  facts.editions.push(blank(newest(product, outcome), edition.number, correction));
};

/** What would bring the edition on, by whoever it may be. */
const advance: Run = (facts, product, chance) => {
  const underWay = facts.editions.filter(({ phase }) => ['open', 'frozen', 'signed', 'timed'].includes(phase));
  const edition = underWay[chance.which % Math.max(1, underWay.length)];
  if (!edition) return draft(facts, product, chance);
  const steadily = {
    ...chance,
    which: facts.editions.length - 1 - facts.editions.indexOf(edition),
    late: false,
    pick: 2,
  };
  if (edition.phase === 'open') return freeze(facts, product, steadily);
  if (edition.phase !== 'frozen') return air(facts, product, { ...steadily, pick: chance.pick });
  const done = edition.passes.length === edition.stages;
  return done ? sign(facts, product, steadily) : review(facts, product, steadily);
};

const update = (register: ChangeRequest['register'], record: string, values: object): ChangeRequest => ({
  kind: 'update',
  register,
  record,
  values,
});

const edit: Run = (facts, product, { pick, which }) => {
  const text = `通知${pick}`;
  const entries = [
    {
      id: 'units',
      kind: 'unitRanking',
      options: { group: 'township' },
      seconds: pick % 2 ? 10 : 0,
      enabled: pick !== 3,
    },
    { id: 'note', kind: 'ticker', options: { text }, seconds: 0, enabled: true },
  ];
  const figure = update('reports', `r${which + 1}`, { completedYtdYuan: pick * 10_000_000 });
  product.save(
    pick % 4 === 0
      ? update('playlists', 'loop', { entries })
      : pick % 4 === 1
        ? update('units', 'u1', { shortName: `单位${pick}` })
        : figure,
  );
};

const people: Run = (facts, product, { who, pick }) => {
  const role = (['editor', 'reviewer', 'signer', 'operator', 'verifier'] as const)[pick % 5] ?? 'editor';
  product.save(update('users', who, { role }));
  facts.roles.set(who, role);
};

const delegate: Run = (facts, product, { who, other, which }) => {
  if (who === other) return;
  const today = officeDate(product.now());
  const values = { principal: other, delegate: who, from: which === 0 ? '2017-06-03' : today, until: '2017-06-20' };
  if (values.until < values.from) return;
  product.save({ kind: 'create', register: 'delegations', values: { ...values, document: '委托书' } });
  facts.delegations.push(values);
};

const groups: Run = (facts, product, { pick }) => {
  const group = EDITION_GROUPS[pick % EDITION_GROUPS.length] ?? 'hall';
  const extra = `extra${pick % 3}`;
  if (!product.changes.ledger().tables.playlists.has(extra)) {
    const cover = { id: 'cover', kind: 'cover', options: {}, seconds: 0, enabled: true };
    const values = { name: `附加${extra}`, entries: [cover] };
    product.save({ kind: 'create', register: 'playlists', record: extra, values });
  }
  const playlist = ['loop', 'other', extra][pick % 3] ?? 'loop';
  product.save(update('groups', group, { playlist }));
  facts.playlists.set(group, playlist);
};

const stages: Run = (facts, product, { pick }) => {
  facts.stages = pick % 4;
  product.save(update('settings', 'settings', { reviewStages: facts.stages }));
};

const wait: Run = (_facts, product, { pick }) => {
  product.time += pick * HOUR;
};

/** The process dies; the next one may start with a clock that was put back. */
const crash: Run = (_facts, product, { pick, late }) => {
  if (late) rmSync(join(product.folder, 'files'), { recursive: true, force: true });
  product.time += (pick - 15) * HOUR;
  product.start();
};

const OPERATIONS = {
  advance,
  draft,
  freeze,
  review,
  sign,
  air,
  reopen,
  withdraw,
  hide,
  show,
  correct,
  edit,
  people,
  delegate,
  groups,
  stages,
  wait,
  crash,
} as const satisfies Readonly<Record<string, Run>>;

type Operation = keyof typeof OPERATIONS;

const WEIGHTS: Partial<Record<Operation, number>> = { advance: 40, edit: 4, delegate: 3, hide: 4, show: 6, correct: 2 };

function lookAtScreens(facts: Facts, product: EditionServer): void {
  const due = facts.editions
    .filter(({ phase, airAt }) => phase === 'timed' && airAt <= product.time)
    .sort((a, b) => a.airAt - b.airAt || a.number - b.number || a.correction - b.correction);
  product.editions.airDue();
  for (const edition of due) goOnAir(facts, edition);
  for (const edition of facts.editions) if (edition.phase === 'air') expect(approvalFaults(edition)).toEqual([]);
  for (const group of EDITION_GROUPS) {
    const expected = expectedSlides(facts.editions, group, facts.playlists.get(group) ?? '');
    const shown = product.shown(group);
    if (expected) expect(shown).toEqual(expected);
    else expect(Object.keys(shown)).toEqual([SAFE_SLIDE]);
  }
}

class Act implements fc.AsyncCommand<Facts, EditionServer> {
  readonly operation: Operation;
  readonly chance: Chance;

  constructor(operation: Operation, chance: Chance) {
    this.operation = operation;
    this.chance = chance;
  }

  check(): boolean {
    return true;
  }

  async run(facts: Facts, product: EditionServer): Promise<void> {
    const run: Run = OPERATIONS[this.operation];
    await run(facts, product, this.chance);
    lookAtScreens(facts, product);
  }

  toString(): string {
    return `${this.operation}(${JSON.stringify(this.chance)})`;
  }
}

const chance: fc.Arbitrary<Chance> = fc.record(numbers);

const acts = fc.oneof(
  ...(Object.keys(OPERATIONS) as Operation[]).map((operation) => ({
    weight: WEIGHTS[operation] ?? 1,
    arbitrary: chance.map((each) => new Act(operation, each)),
  })),
);

it('shows on screens of editions what was approved by different people for that content, or no figures at all', async () => {
  let aired = 0;
  await fc.assert(
    fc.asyncProperty(fc.commands([acts], { maxCommands: 300, size: 'max' }), async (commands) => {
      const facts = new Facts();
      const database = await openStoreFile(':memory:');
      try {
        const product = new EditionServer(database);
        for (const user of product.changes.ledger().tables.users.values()) facts.roles.set(user.id, user.role);
        await fc.asyncModelRun(() => ({ model: facts, real: product }), commands);
      } finally {
        aired += facts.aired;
        database.close();
      }
    }),
    { numRuns: 60, endOnFailure: true },
  );
  // Else the random office never publishes anything, and nothing was tested.
  expect(aired).toBeGreaterThan(60);
}, 180_000);
