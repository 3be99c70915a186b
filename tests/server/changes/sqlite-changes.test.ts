import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_LEDGER, fold, type Ledger, valuesOf } from '../../../core/ledger/ledger.ts';
import { referrersOf, surroundingsIn } from '../../support/ledger-oracle.ts';
import { REGISTERS, registerNamed, type RegisterName } from '../../../core/registers/index.ts';
import type { ChangeRequest } from '../../../server/changes/changes.ts';
import { createIndexes } from '../../../server/changes/indexes.ts';
import { verifyLog } from '../../../server/changes/verify-log.ts';
import { StorageError } from '../../../server/store/storage-error.ts';
import { describeChanges } from '../../contracts/changes-contract.ts';
import {
  accept,
  EDITOR,
  ENGINE_NAMES,
  handClock,
  leader,
  plain,
  project,
  testChanges,
  testStore,
  unit,
} from '../../support/stores.ts';

for (const engine of ENGINE_NAMES) {
  describeChanges(engine, async () => {
    const database = await testStore(engine);
    const errors: unknown[] = [];
    const reopen = () => testChanges(database, handClock().now, (error) => errors.push(error));
    const logText = (): string => JSON.stringify(database.prepare('SELECT * FROM changes').all());
    return { changes: reopen(), reopen, logText, errors };
  });

  describe(`the store on ${engine}`, () => {
    it('refuses writes with disk-full when there is no room, keeps reading, and writes again afterwards', async () => {
      const database = await testStore(engine);
      const changes = testChanges(database);
      accept(changes, unit('a'));
      const pages = Number(Object.values(database.prepare('PRAGMA page_count').get() ?? {})[0]);
      database.exec(`PRAGMA max_page_count = ${pages + 1}`);
      const many = Array.from({ length: 500 }, (_, index) =>
        unit(`u${index}`, { name: `很长的单位名称`.repeat(5) + index }),
      );
      const announced: number[] = [];
      changes.onCommit(({ ledger }) => announced.push(ledger.revision));
      expect(() => changes.commit(EDITOR, many)).toThrow(StorageError);
      expect(() => changes.commit(EDITOR, many)).toThrow('the disk is full');
      expect(announced).toEqual([]);
      expect(plain(changes.ledger())).toEqual(plain(testChanges(database).ledger()));
      database.exec('PRAGMA max_page_count = 100000');
      accept(changes, ...many);
      expect(changes.ledger().revision).toBe(501);
      expect(verifyLog(database)).toEqual({ changes: 501, findings: [] });
    });
  });
}

const REGISTER_NAMES = Object.keys(REGISTERS) as RegisterName[];

/** Requests over few ids and names, so that they meet: duplicates, references, stale and unknown records. */
const anyRequest: fc.Arbitrary<ChangeRequest> = (() => {
  const id = fc.constantFrom('a', 'b', 'c');
  const revision = fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined, freq: 4 });
  const name = fc.constantFrom('甲', '乙', '丙');
  const register = fc.constantFrom<RegisterName>('units', 'leaders', 'projects');
  return fc.oneof(
    fc.tuple(id, name).map(([record, value]) => unit(record, { name: value })),
    fc.tuple(id, name).map(([record, value]) => leader(record, { phone: value })),
    fc.tuple(id, id, name).map(([record, leadUnit, code]) => project(record, leadUnit, { code })),
    fc.tuple(register, id, name, revision).map(([each, record, value, ifRevision]): ChangeRequest => ({
      kind: 'update',
      register: each,
      record,
      values: { name: value, ...(each === 'projects' ? { leadUnit: record, sponsorLeader: 'a' } : {}) },
      ...(ifRevision === undefined ? {} : { ifRevision }),
    })),
    fc.tuple(register, id).map(([each, record]): ChangeRequest => ({ kind: 'delete', register: each, record })),
  );
})();

/** References to nothing and records with the unique values of another. */
function contradictions(ledger: Ledger): readonly string[] {
  return REGISTER_NAMES.flatMap((name) =>
    [...ledger.tables[name]].flatMap(([id, record]) => {
      const register = registerNamed(name);
      const values = valuesOf(register, record);
      const surroundings = surroundingsIn(ledger, id);
      const dangling = Object.entries(register.fields).filter(([field, { target }]) => {
        const id = values[field];
        return target !== undefined && typeof id === 'string' && !surroundings.exists(target, id);
      });
      const twin = surroundings.twin(register, values);
      return [
        ...dangling.map(([field]) => `${name}/${id}.${field}`),
        ...(twin === undefined ? [] : [`${name}/${id} = ${twin}`]),
      ];
    }),
  );
}

describe('any run of sets', () => {
  it('leaves ledger, rows, log and indexes in agreement', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(anyRequest, { maxLength: 5 }), { maxLength: 12 }), async (sets) => {
        const database = await testStore();
        const changes = testChanges(database);
        for (const requests of sets) {
          const before = changes.ledger();
          const outcome = changes.commit(EDITOR, requests);
          expect(changes.ledger()).toBe(outcome.ok ? outcome.value.ledger : before);
        }
        const ledger = changes.ledger();
        expect(verifyLog(database)).toEqual({ changes: ledger.revision, findings: [] });
        expect(plain(testChanges(database).ledger())).toEqual(plain(ledger));
        expect(contradictions(ledger)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('is the same ledger at every earlier position: as it was then, asked for in any order, and replayed from the start', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyRequest, { maxLength: 4 }), { maxLength: 10 }),
        fc.array(fc.nat({ max: 40 }), { maxLength: 12 }),
        async (sets, asked) => {
          const database = await testStore();
          const changes = testChanges(database);
          const then = new Map([[0, plain(changes.ledger())]]);
          for (const requests of sets) {
            changes.commit(EDITOR, requests);
            then.set(changes.ledger().revision, plain(changes.ledger()));
          }
          const log = [...changes.history({ limit: 10_000 })].reverse();
          const replayed = testChanges(database);
          for (const seq of [...asked, ...then.keys()]) {
            const past = plain(changes.ledgerAt({ seq }));
            expect(past).toEqual(plain(replayed.ledgerAt({ seq })));
            expect(past).toEqual(plain(fold(EMPTY_LEDGER, log.slice(0, seq))));
            expect(past).toEqual(then.get(seq) ?? past);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('answers from the indexes what a scan would answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRequest, { maxLength: 30 }), async (requests) => {
        const changes = testChanges(await testStore());
        for (const request of requests) changes.commit(EDITOR, [request]);
        const ledger = changes.ledger();
        const indexes = createIndexes(ledger);
        for (const name of REGISTER_NAMES) {
          for (const [id, record] of ledger.tables[name]) {
            const register = registerNamed(name);
            const values = valuesOf(register, record);
            expect([...indexes.referrers(name, id)].sort()).toEqual([...referrersOf(ledger, name, id)].sort());
            expect(indexes.holder(register, values)).toBe(surroundingsIn(ledger).twin(register, values));
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
