import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../core/canonical.ts';
import { applyMergePatch } from '../../../core/merge-patch.ts';
import { programmeOf } from '../../../core/programme/build.ts';
import type { Programme } from '../../../core/programme/programme.ts';
import type { Position, ServerMessage } from '../../../core/protocol/messages.ts';
import { isProgramme } from '../../../core/protocol/parse.ts';
import { advance, type Replica } from '../../../core/protocol/replica.ts';
import { instant } from '../../../core/time.ts';
import { demoLedger } from '../../support/ledger.ts';

const EPOCH = 'e';
const programme = programmeOf(demoLedger(), 'demo-group') as Programme;
const replicaAt = (revision: number): Replica => ({
  programme,
  position: { epoch: EPOCH, revision, hash: fingerprint(programme) },
});

const patchFrom = (from: number, patch: Record<string, unknown>, more: Partial<Position> = {}): ServerMessage => ({
  type: 'patch',
  from,
  patch,
  epoch: EPOCH,
  revision: from + 1,
  hash: fingerprint(applyMergePatch(programme, patch)),
  ...more,
});

describe('a replica', () => {
  it('[P3.2] a patch applies only on the revision it starts from', () => {
    const message = patchFrom(5, { source: '月报' });
    expect(advance(replicaAt(5), message)).toMatchObject({
      kind: 'replaced',
      replica: { programme: { source: '月报' } },
    });
    expect(advance(replicaAt(4), message)).toEqual({ kind: 'lost' });
    expect(advance(null, message)).toEqual({ kind: 'lost' });
  });

  it('[P3.2] a patch of another epoch is never applied', () => {
    expect(advance(replicaAt(5), patchFrom(5, { source: '月报' }, { epoch: 'x' }))).toEqual({ kind: 'lost' });
  });

  it('[P3.5] a patch whose result is not as promised is not kept', () => {
    expect(advance(replicaAt(5), patchFrom(5, { source: '月报' }, { hash: '0' }))).toEqual({ kind: 'lost' });
    expect(advance(replicaAt(5), patchFrom(5, { slides: null }))).toEqual({ kind: 'lost' });
  });

  it('[P3.6] a patch that was already applied changes nothing', () => {
    expect(advance(replicaAt(6), patchFrom(5, { source: '月报' }))).toEqual({ kind: 'unchanged' });
  });

  it('[P3.7] a snapshot replaces whatever there was, also an epoch', () => {
    const message: ServerMessage = {
      type: 'snapshot',
      programme,
      epoch: 'new',
      revision: 1,
      hash: fingerprint(programme),
    };
    for (const replica of [null, replicaAt(9)]) {
      expect(advance(replica, message)).toMatchObject({
        kind: 'replaced',
        replica: { position: { epoch: 'new', revision: 1 } },
      });
    }
  });

  it('[P3.7] a snapshot that is not what it says is not kept', () => {
    const message: ServerMessage = { type: 'snapshot', programme, epoch: EPOCH, revision: 1, hash: '0' };
    expect(advance(null, message)).toEqual({ kind: 'lost' });
  });

  it('[P2.6] an empty patch moves a replica on without touching its document', () => {
    const step = advance(replicaAt(5), patchFrom(5, {}, { revision: 9 }));
    expect(step).toEqual({ kind: 'replaced', replica: { ...replicaAt(9), programme } });
  });

  it.each([
    ['the same position', {}, 'unchanged'],
    ['another epoch', { epoch: 'x' }, 'lost'],
    ['another revision', { revision: 6 }, 'lost'],
    ['another hash', { hash: '0' }, 'lost'],
  ])('[P4.2] a beat with %s leaves the replica %s', (_what, more, kind) => {
    const { position } = replicaAt(5);
    expect(advance(replicaAt(5), { type: 'beat', serverTime: instant(0), ...position, ...more })).toEqual({ kind });
  });

  it('[P4.2] a beat tells a screen without a document that it is lost', () => {
    const { position } = replicaAt(5);
    expect(advance(null, { type: 'beat', serverTime: instant(0), ...position })).toEqual({ kind: 'lost' });
  });

  it('[P3.7] what has not the form of a programme is none', () => {
    expect(isProgramme(programme)).toBe(true);
    expect(isProgramme({ ...programme, slides: [] })).toBe(false);
    expect(isProgramme({ ...programme, asOf: undefined })).toBe(false);
    expect(isProgramme(null)).toBe(false);
  });
});
