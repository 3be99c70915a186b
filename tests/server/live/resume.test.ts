import { describe, expect, it } from 'vitest';
import type { ChangeRequest } from '../../../server/changes/changes.ts';
import { figure, following, hubStage, MemoryScreen, save, OFFICE } from '../../support/live-parts.ts';

const isSettings = ({ register }: ChangeRequest): boolean => register === 'settings';

describe('hello and resume', () => {
  it('[P2.1] the first message is hello with the epoch, the server time, the build and the screen', async () => {
    const { hub, changes, time } = await hubStage();
    const screen = new MemoryScreen(hub, 'a');
    const [hello, ...rest] = screen.connection.take();
    expect(rest).toEqual([]);
    expect(hello).toMatchObject({
      type: 'hello',
      protocol: 1,
      epoch: changes.epoch,
      serverTime: time.now(),
      build: 'test',
    });
    expect(hello).toMatchObject({ screen: { id: 'a', name: '屏a', stage: { width: 1920 } } });
  });

  it('[P2.2] no document is sent before the screen has said what it has', async () => {
    const { hub, changes, time } = await hubStage();
    const screen = new MemoryScreen(hub, 'a');
    screen.read();
    save(changes, figure(1, 150));
    time.step(100);
    expect(screen.read()).toEqual([]);
  });

  it('[P2.3] a screen that has nothing gets the document', async () => {
    const { hub, changes } = await hubStage();
    const screen = new MemoryScreen(hub, 'a');
    screen.resume();
    expect(screen.read()).toEqual(['hello', 'snapshot']);
    expect(screen.replica?.position.revision).toBe(changes.ledger().revision);
    expect(screen.replica?.programme.group).toBe('hall');
  });

  it('[P2.4] a screen that has the document gets nothing', async () => {
    const { hub } = await hubStage();
    const again = new MemoryScreen(hub, 'a', following(hub, 'a').replica);
    again.resume();
    expect(again.read()).toEqual(['hello']);
  });

  it('[P2.5] a screen that missed a few changes gets exactly their patches', async () => {
    const { hub, changes, time } = await hubStage();
    const { replica } = following(hub, 'a');
    const watching = following(hub, 'b');
    for (const text of ['一', '二']) {
      save(changes, { kind: 'update', register: 'settings', record: 'settings', values: { source: text } });
      time.step(60);
    }
    const again = new MemoryScreen(hub, 'a', replica);
    again.resume();
    expect(again.read()).toEqual(['hello', 'patch', 'patch']);
    watching.read();
    expect(again.replica).toEqual(watching.replica);
  });

  it('[P2.6] a document that is the same at an older revision is moved on by one empty patch', async () => {
    const { hub, changes, restart } = await hubStage();
    const { replica } = following(hub, 'a');
    save(changes, { kind: 'create', register: 'leaders', record: 'l', values: { name: '甲', protocolOrder: 1 } });
    hub.close();
    const again = new MemoryScreen(restart(), 'a', replica);
    again.resume();
    const { revision } = changes.ledger();
    expect(again.connection.take().slice(1)).toMatchObject([
      { type: 'patch', from: revision - 1, revision, patch: {}, hash: replica?.position.hash },
    ]);
  });

  it.each([
    ['another epoch', { epoch: 'other' }],
    ['a revision that nobody remembers', { revision: 3, hash: 'x' }],
    ['a document that the server never sent', { hash: 'x' }],
    ['a revision that is yet to come', { revision: 1_000_000 }],
  ])('[P2.7] %s is answered with the document', async (_what, wrong) => {
    const { hub } = await hubStage();
    const { position } = following(hub, 'a');
    const again = new MemoryScreen(hub, 'a');
    again.resume({ ...position, ...wrong });
    expect(again.read()).toEqual(['hello', 'snapshot']);
  });

  it('[P2.7] patches do not help a screen that has another document of their revision', async () => {
    const { hub, changes, time } = await hubStage();
    const { position } = following(hub, 'a');
    save(changes, { kind: 'update', register: 'settings', record: 'settings', values: { source: '月报' } });
    time.step(60);
    const again = new MemoryScreen(hub, 'a');
    again.resume({ ...position, hash: 'x' });
    expect(again.read()).toEqual(['hello', 'snapshot']);
  });

  it('[P2.7] patches that would be larger than the document are not sent', async () => {
    const { hub, changes, time } = await hubStage();
    const { replica } = following(hub, 'a');
    for (let wan = 110; wan < 150; wan += 1) {
      save(changes, figure(1, wan), figure(2, wan + 1), figure(3, wan + 2));
      time.step(60);
    }
    const again = new MemoryScreen(hub, 'a', replica);
    again.resume();
    expect(again.read()).toEqual(['hello', 'snapshot']);
  });

  it('[P2.7] patches older than those kept are answered with the document', async () => {
    const { hub, changes, time } = await hubStage({ keptPatches: 1 });
    const { replica } = following(hub, 'a');
    for (const wan of [110, 111]) {
      save(changes, figure(1, wan));
      time.step(60);
    }
    const again = new MemoryScreen(hub, 'a', replica);
    again.resume();
    expect(again.read()).toEqual(['hello', 'snapshot']);
  });

  it('[P2.8] a connection that never says what it has is closed', async () => {
    const { hub, time } = await hubStage();
    const screen = new MemoryScreen(hub, 'a');
    time.step(11_000);
    expect(screen.connection.closed?.code).toBe(1002);
    expect(hub.size).toBe(0);
  });

  it('[P2.9] while there is no document the screen waits, and gets the first one as soon as there is one', async () => {
    const { hub, changes, time } = await hubStage(
      {},
      OFFICE.filter((request) => !isSettings(request)),
    );
    const screen = new MemoryScreen(hub, 'a');
    screen.resume();
    expect(screen.read()).toEqual(['hello']);
    save(changes, ...OFFICE.filter(isSettings));
    time.step(60);
    expect(screen.read()).toEqual(['snapshot']);
  });
});
