import { describe, expect, it } from 'vitest';
import { DEFAULT_STAGE } from '../../../core/stage/stage.ts';
import { figure, following, hubStage, MemoryScreen, save } from '../../support/live-parts.ts';
import type { ChangeRequest } from '../../../server/changes/changes.ts';

const update = (record: string, values: object): ChangeRequest => ({
  kind: 'update',
  register: 'screens',
  record,
  values,
});

const SCREEN = { group: 'hall', stage: DEFAULT_STAGE, revoked: false };

describe('a screen whose record changes', () => {
  it('[P9.1] is told its new name and stage, and no other is', async () => {
    const { hub, changes } = await hubStage();
    const [a, b] = [following(hub, 'a'), following(hub, 'b')];
    const stage = { x: 0, y: 0, width: 640, height: 360, pitchMm: 8, distanceM: 30 };
    save(changes, update('a', { name: '北门', stage }));
    expect(a.connection.take()).toEqual([{ type: 'screen', screen: { id: 'a', name: '北门', stage } }]);
    expect(b.read()).toEqual([]);
  });

  it('[P9.2] gets the document of its new group, and from then on its patches', async () => {
    const { hub, changes, time } = await hubStage();
    const screen = following(hub, 'a');
    save(changes, update('a', { group: 'gate' }));
    expect(screen.read()).toEqual(['screen', 'snapshot']);
    expect(screen.replica?.programme.group).toBe('gate');
    save(changes, figure(1, 150), { kind: 'update', register: 'groups', record: 'gate', values: { theme: 'blue' } });
    time.step(60);
    expect(screen.read()).toEqual(['patch']);
    expect(screen.replica?.programme.theme).toBe('blue');
  });

  it.each<[string, ChangeRequest]>([
    ['revoked', update('a', { revoked: true })],
    ['deleted', { kind: 'delete', register: 'screens', record: 'a' }],
  ])('[P9.3] is closed at once when it is %s', async (_what, request) => {
    const { hub, changes } = await hubStage();
    const [a, b] = [following(hub, 'a'), following(hub, 'b')];
    save(changes, request);
    expect(a.connection.closed?.code).toBe(4003);
    expect(b.connection.closed).toBeNull();
  });

  it.each<[string, readonly ChangeRequest[]]>([
    ['revoked and admitted again', [update('a', { revoked: true }), update('a', { revoked: false })]],
    [
      'deleted and made anew',
      [
        { kind: 'delete', register: 'screens', record: 'a' },
        { kind: 'create', register: 'screens', record: 'a', values: { ...SCREEN, name: '新' } },
      ],
    ],
  ])('[P9.3] is closed also when it is %s in one set', async (_what, requests) => {
    const { hub, changes } = await hubStage();
    const a = following(hub, 'a');
    save(changes, ...requests);
    expect(a.connection.closed?.code).toBe(4003);
    expect(hub.size).toBe(0);
  });

  it('[P9.3] finds the door shut when it was revoked on the way in', async () => {
    const { hub, changes } = await hubStage();
    save(changes, update('a', { revoked: true }));
    expect(new MemoryScreen(hub, 'a').connection.closed?.code).toBe(4003);
    expect(new MemoryScreen(hub, 'nobody').connection.closed?.code).toBe(4001);
    expect(hub.size).toBe(0);
  });

  it('[P9.4] may have several browsers, each counted', async () => {
    const { hub, statuses } = await hubStage();
    const [first, second] = [following(hub, 'a'), following(hub, 'a')];
    expect(hub.size).toBe(2);
    first.line.gone();
    first.line.gone();
    expect(hub.size).toBe(1);
    expect(statuses.lines).toEqual(['connected a', 'connected a', 'disconnected a']);
    expect(second.connection.closed).toBeNull();
  });
});

describe('a server that closes', () => {
  it('[P10.1] tells every screen to come back, and sends nothing more', async () => {
    const { hub, changes, time } = await hubStage();
    const screens = ['a', 'b', 'g'].map((id) => following(hub, id));
    save(changes, figure(1, 150));
    hub.close();
    time.step(60_000);
    for (const { connection } of screens) {
      expect(connection.closed).toEqual({ code: 1012, reason: 'restart' });
      expect(connection.take()).toEqual([]);
    }
    expect(hub.size).toBe(0);
  });

  it('[P10.3] finds its screens in step after a restart without sending a document', async () => {
    const { hub, changes, time, restart } = await hubStage();
    const before = following(hub, 'a');
    save(changes, figure(1, 150));
    time.step(60);
    before.read();
    hub.close();
    const after = new MemoryScreen(restart(), 'a', before.replica);
    after.resume();
    expect(after.read()).toEqual(['hello']);
  });
});
