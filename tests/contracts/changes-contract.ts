/** What every implementation of `Changes` promises; run on each engine. */
import { describe, expect, it } from 'vitest';
import { FIRST_HASH } from '../../core/ledger/change.ts';
import { fold } from '../../core/ledger/ledger.ts';
import type { ChangeRequest, Changes, Committed, Refusal } from '../../server/changes/changes.ts';
import { sealChange } from '../../server/changes/log.ts';
import { accept, EDITOR, leader, plain, project, unit } from '../support/stores.ts';

export interface OpenChanges {
  readonly changes: Changes;
  /** The same store, read anew from the disk. */
  readonly reopen: () => Changes;
  /** Every text in the log's table. */
  readonly logText: () => string;
  /** What listeners threw. */
  readonly errors: readonly unknown[];
}

const refusal = (changes: Changes, ...requests: readonly ChangeRequest[]): Refusal => {
  const outcome = changes.commit(EDITOR, requests);
  if (outcome.ok) throw new Error('was accepted');
  return outcome.problem;
};

const update = (
  register: 'units' | 'leaders' | 'projects' | 'settings',
  record: string,
  values: unknown,
  ifRevision?: number,
): ChangeRequest => ({
  kind: 'update',
  register,
  record,
  values,
  ...(ifRevision === undefined ? {} : { ifRevision }),
});

const remove = (register: 'units' | 'projects' | 'settings', record: string, ifRevision?: number): ChangeRequest => ({
  kind: 'delete',
  register,
  record,
  ...(ifRevision === undefined ? {} : { ifRevision }),
});

const nameless = (order: number): ChangeRequest => ({
  kind: 'create',
  register: 'leaders',
  values: { name: `领导${order}`, protocolOrder: order },
});

const SETTINGS = {
  office: '重点办',
  district: '示范区',
  year: 2017,
  asOf: '2017-12-31',
  timeProgress: 'linearMonth',
  source: '调度数',
  demo: true,
};

export function describeChanges(name: string, open: () => Promise<OpenChanges>): void {
  describe(`changes on ${name}`, () => {
    it('write records that are there, with their revision, after a restart', async () => {
      const { changes, reopen } = await open();
      accept(changes, unit('a', { otherNames: ['甲', '乙'] }), leader('l'), project('p', 'a', { sponsorLeader: 'l' }));
      accept(changes, update('projects', 'p', { listOrder: 7, sponsorLeader: null }));
      const ledger = changes.ledger();
      expect(ledger.revision).toBe(4);
      expect(ledger.tables.projects.get('p')).toMatchObject({
        listOrder: 7,
        revision: 4,
        totalInvestmentYuan: 10_000_000_000_000,
      });
      expect(ledger.tables.projects.get('p')).not.toHaveProperty('sponsorLeader');
      expect(plain(reopen().ledger())).toEqual(plain(ledger));
      expect(reopen().epoch).toBe(changes.epoch);
    });

    it('log each change with its author, its set, its fields and a chain of hashes', async () => {
      const { changes } = await open();
      const outcome = changes.commit(EDITOR, [unit('a'), update('units', 'a', { shortName: '甲' })], '更名');
      expect(outcome.ok).toBe(true);
      const [second, first] = changes.history({ limit: 10 });
      expect(first).toMatchObject({
        seq: 1,
        set: 1,
        kind: 'create',
        register: 'units',
        record: 'a',
        actor: EDITOR,
        reason: '更名',
      });
      expect(first?.fields['name']).toEqual({ to: '单位a' });
      expect(first?.previousHash).toBe(FIRST_HASH);
      expect(second).toMatchObject({
        seq: 2,
        set: 1,
        previousHash: first?.hash,
        fields: { shortName: { from: 'a', to: '甲' } },
      });
    });

    it('keep in the log of a deletion what was deleted', async () => {
      const { changes } = await open();
      accept(changes, unit('a'));
      accept(changes, remove('units', 'a'));
      expect(changes.history({ limit: 1 })[0]?.fields['name']).toEqual({ from: '单位a' });
      expect(changes.ledger().tables.units.size).toBe(0);
      accept(changes, unit('a'));
      expect(changes.ledger().tables.units.get('a')).toMatchObject({ revision: 3 });
    });

    it('accept a set whole or not at all', async () => {
      const { changes, reopen } = await open();
      accept(changes, unit('a'));
      const before = changes.ledger();
      expect(refusal(changes, unit('b'), unit('c'), unit('d', { name: '单位b' }))).toMatchObject({
        index: 2,
        code: 'invalid',
        errors: [{ path: 'name', code: 'duplicate' }],
      });
      expect(changes.ledger()).toBe(before);
      expect(reopen().ledger().revision).toBe(1);
      // What the refused set had claimed is free again.
      accept(changes, unit('x', { name: '单位b' }), unit('c'));
      expect(refusal(changes, project('p', 'c'), unit('c'))).toEqual({ index: 1, code: 'exists' });
      accept(changes, remove('units', 'c'));
    });

    it('check later requests of a set against the earlier ones', async () => {
      const { changes } = await open();
      accept(
        changes,
        unit('a'),
        project('p', 'a'),
        unit('b'),
        update('projects', 'p', { leadUnit: 'b' }),
        remove('units', 'a'),
      );
      expect([...changes.ledger().tables.units.keys()]).toEqual(['b']);
      expect(refusal(changes, remove('projects', 'p'), update('projects', 'p', { listOrder: 2 }))).toEqual({
        index: 1,
        code: 'not-found',
      });
      expect(refusal(changes, unit('c'), unit('c', { name: '另一个' }))).toEqual({ index: 1, code: 'exists' });
    });

    it('refuse a write on a stale revision and name the present one', async () => {
      const { changes } = await open();
      accept(changes, unit('a'));
      accept(changes, update('units', 'a', { officialOrder: 2 }, 1));
      expect(refusal(changes, update('units', 'a', { officialOrder: 3 }, 1))).toEqual({
        index: 0,
        code: 'stale',
        revision: 2,
      });
      expect(refusal(changes, remove('units', 'a', 1))).toEqual({ index: 0, code: 'stale', revision: 2 });
      expect(changes.ledger().tables.units.get('a')).toMatchObject({ officialOrder: 2 });
    });

    it('refuse to delete a record that others refer to, and name those', async () => {
      const { changes } = await open();
      accept(changes, unit('a'), project('p', 'a'), project('q', 'a'));
      expect(refusal(changes, remove('units', 'a'))).toEqual({
        index: 0,
        code: 'in-use',
        by: ['projects/p', 'projects/q'],
      });
      accept(changes, remove('projects', 'p'), remove('projects', 'q'), remove('units', 'a'));
      expect(changes.ledger().tables.units.size).toBe(0);
    });

    it('refuse a reference to nothing, an unknown record, an unusable id and a broken form', async () => {
      const { changes } = await open();
      expect(refusal(changes, project('p', 'nowhere'))).toMatchObject({
        errors: [{ path: 'leadUnit', code: 'unknown-reference' }],
      });
      expect(refusal(changes, update('units', 'nobody', {}))).toEqual({ index: 0, code: 'not-found' });
      expect(refusal(changes, remove('units', 'nobody'))).toEqual({ index: 0, code: 'not-found' });
      expect(refusal(changes, unit('no spaces'))).toMatchObject({ errors: [{ path: 'id', code: 'bad-format' }] });
      expect(refusal(changes, { kind: 'create', register: 'units', values: 'text' })).toMatchObject({
        errors: [{ path: '', code: 'wrong-type' }],
      });
      accept(changes, unit('a'));
      expect(refusal(changes, update('units', 'a', ['no object']))).toMatchObject({
        errors: [{ path: '', code: 'wrong-type' }],
      });
      expect(refusal(changes, update('units', 'a', JSON.parse('{"__proto__": {"x": 1}}')))).toMatchObject({
        errors: [{ path: '__proto__', code: 'unknown-field' }],
      });
    });

    it('write nothing when nothing changes', async () => {
      const { changes } = await open();
      accept(changes, unit('a', { otherNames: ['甲'] }));
      const before = changes.ledger();
      let told = 0;
      changes.onCommit(() => (told += 1));
      const committed = accept(
        changes,
        update('units', 'a', { officialOrder: 1, otherNames: ['甲'], shortName: undefined }),
      );
      expect(committed).toEqual({ changes: [], records: ['a'], before, ledger: before });
      expect(told).toBe(0);
    });

    it('make up ids that differ', async () => {
      const { changes } = await open();
      const requests = Array.from({ length: 200 }, (_, order) => nameless(order));
      const { records } = accept(changes, ...requests);
      expect(new Set(records).size).toBe(200);
      expect(records.every((id) => /^[A-Za-z0-9_-]{12}$/.test(id))).toBe(true);
    });

    it('keep a single register single', async () => {
      const { changes } = await open();
      const create: ChangeRequest = { kind: 'create', register: 'settings', values: SETTINGS };
      expect(accept(changes, create).records).toEqual(['settings']);
      expect(refusal(changes, create)).toEqual({ index: 0, code: 'exists' });
      expect(refusal(changes, remove('settings', 'settings'))).toMatchObject({ code: 'invalid' });
      accept(changes, update('settings', 'settings', { demo: false }));
      expect(changes.ledger().tables.settings.get('settings')).toMatchObject({ demo: false, year: 2017 });
    });

    it('keep secrets in the row and out of the log and the ledger', async () => {
      const { changes, reopen, logText } = await open();
      accept(changes, leader('l', { phone: '13800000000' }));
      accept(changes, update('leaders', 'l', { phone: '13900000000' }));
      accept(changes, update('leaders', 'l', { title: '副县长' }));
      expect(changes.secret('leaders', 'l', 'phone')).toBe('13900000000');
      expect(changes.secret('leaders', 'l', 'name')).toBeNull();
      expect(changes.secret('leaders', 'nobody', 'phone')).toBeNull();
      expect(changes.history({ limit: 3 })[1]?.fields).toEqual({ phone: { secret: true } });
      expect(changes.ledger().tables.leaders.get('l')).not.toHaveProperty('phone');
      expect(reopen().secret('leaders', 'l', 'phone')).toBe('13900000000');
      accept(changes, update('leaders', 'l', { phone: null }));
      expect(changes.secret('leaders', 'l', 'phone')).toBeNull();
      expect(logText()).not.toMatch(/13[89]0000/);
    });

    it('count a secret that is written again as changed', async () => {
      const { changes } = await open();
      accept(changes, leader('l', { phone: '13800000000' }));
      expect(accept(changes, update('leaders', 'l', { phone: '13800000000' })).changes).toHaveLength(1);
      accept(changes, update('leaders', 'l', { phone: null }));
      expect(accept(changes, update('leaders', 'l', { phone: null })).changes).toHaveLength(0);
    });

    it('answer the history newest first, of all or of one record, page by page', async () => {
      const { changes } = await open();
      accept(changes, unit('a'), unit('b'), update('units', 'a', { officialOrder: 2 }), leader('a'));
      const seqs = (query: Parameters<Changes['history']>[0]): number[] => changes.history(query).map(({ seq }) => seq);
      expect(seqs({ limit: 2 })).toEqual([4, 3]);
      expect(seqs({ limit: 2, before: 3 })).toEqual([2, 1]);
      expect(seqs({ limit: 9, register: 'units' })).toEqual([3, 2, 1]);
      expect(seqs({ limit: 9, register: 'units', record: 'a' })).toEqual([3, 1]);
    });

    it('announce what is durable, in the order of the log, even to a listener that writes', async () => {
      const { changes, reopen } = await open();
      const seen: number[] = [];
      changes.onCommit(({ ledger }) => {
        if (ledger.revision === 1) accept(changes, unit('b'));
      });
      const stop = changes.onCommit((committed: Committed) => {
        seen.push(committed.ledger.revision);
        expect(reopen().ledger().revision).toBeGreaterThanOrEqual(committed.ledger.revision);
        expect(plain(fold(committed.before, committed.changes))).toEqual(plain(committed.ledger));
      });
      accept(changes, unit('a'));
      expect(seen).toEqual([1, 2]);
      stop();
      accept(changes, unit('c'));
      expect(seen).toEqual([1, 2]);
    });

    it('survive a listener that throws', async () => {
      const { changes, errors } = await open();
      const failure = new Error('a listener fails');
      let later = 0;
      changes.onCommit(() => {
        throw failure;
      });
      changes.onCommit(() => (later += 1));
      accept(changes, unit('a'));
      accept(changes, unit('b'));
      expect(errors).toEqual([failure, failure]);
      expect(later).toBe(2);
      expect(changes.ledger().revision).toBe(2);
    });

    it('carry any reason that a person can send', async () => {
      const { changes } = await open();
      changes.commit(EDITOR, [unit('a')], 'broken \ud800 and \0 zero');
      const [change] = changes.history({ limit: 1 });
      expect(change?.reason).toBe('broken \ufffd and  zero');
      expect(change && sealChange(change).hash).toBe(change?.hash);
    });
  });
}
