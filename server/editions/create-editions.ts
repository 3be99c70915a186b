import type { Logger } from 'pino';
import { editionsDue, onAirRequests } from '../../core/editions/air.ts';
import { freezeEdition } from '../../core/editions/freeze.ts';
import type { Situation, Step } from '../../core/editions/step.ts';
import type { Actor } from '../../core/ledger/change.ts';
import { rememberPerLedger } from '../../core/ledger/remember.ts';
import type { Edition } from '../../core/registers/index.ts';
import { fail, ok } from '../../core/result.ts';
import type { Changes } from '../changes/changes.ts';
import type { Clock } from '../clock.ts';
import type { Files } from '../files/files.ts';
import type { Editions, Packed, StepOutcome } from './editions.ts';
import { createPackages } from './packages.ts';
import { packed } from './packed.ts';

export interface EditionsParts {
  readonly changes: Changes;
  readonly files: Files;
  readonly now: Clock;
  readonly log: Logger;
}

/** What goes on air by itself does so in this name. */
const SYSTEM: Actor = { id: 'system', name: '系统' };

/** Editions on a ledger and a store of files. */
export function createEditions({ changes, files, now, log }: EditionsParts): Editions {
  const packages = createPackages({ changes, files, log });
  /** Made once per ledger: the desk asks for it again and again. */
  const previewIn = rememberPerLedger((ledger, id) => {
    const edition = ledger.tables.editions.get(id);
    return edition ? packed(ledger, edition) : null;
  });
  const preview = ({ id }: Edition): Packed | null => previewIn(changes.ledger(), id);

  const written = (actor: Actor, step: Step, reason?: string): StepOutcome => {
    if (!step.ok) return fail({ code: 'refused', problem: step.problem });
    const outcome = changes.commit({ id: actor.id, name: actor.name }, step.value, reason);
    return outcome.ok ? outcome : fail({ code: 'not-written', refusal: outcome.problem });
  };

  const take: Editions['take'] = (who, id, step, reason) => {
    const ledger = changes.ledger();
    const edition = ledger.tables.editions.get(id);
    if (!edition) return fail({ code: 'not-found' });
    return written(who, step({ ledger, edition, who, now: now() }), reason);
  };

  const freeze: Editions['freeze'] = async (who, id, renew) => {
    const ledger = changes.ledger();
    const edition = ledger.tables.editions.get(id);
    if (!edition) return fail({ code: 'not-found' });
    const situation: Situation = { ledger, edition, who, now: now() };
    const frozen = preview(edition);
    const step = freezeEdition(situation, frozen);
    if (!step.ok || !frozen) return written(who, step);
    await files.put(Buffer.from(frozen.text));
    // The disk took its time: the ledger may have moved on, which `ifRevision` and the position are for.
    const still = renew();
    if (!still) return fail({ code: 'refused', problem: { code: 'forbidden', message: 'may do nothing any more' } });
    const outcome = written(still, freezeEdition({ ...situation, who: still }, frozen));
    if (outcome.ok) packages.keep(frozen);
    return outcome;
  };

  const airOne = (edition: Edition): boolean => {
    if (!packages.of(edition)) return false;
    const outcome = written(SYSTEM, ok(onAirRequests(changes.ledger(), edition, now())), '按时播出');
    if (!outcome.ok) log.error({ edition: edition.id, refusal: outcome.problem }, 'an edition cannot go on air');
    return outcome.ok;
  };

  return {
    packageOf: (edition) => packages.of(edition)?.content ?? null,
    contentOf: (edition) => (edition.state === 'collecting' ? preview(edition) : packages.of(edition)),
    take,
    create: (who, step) => written(who, step(changes.ledger())),
    freeze,
    airDue: () => editionsDue(changes.ledger(), now()).filter(airOne).length,
  };
}
