import { describe, expect, it } from 'vitest';
import { programmeOf } from '../../../core/programme/build.ts';
import { figure, following, hubStage, MemoryScreen, save } from '../../support/live-parts.ts';

describe('patches', () => {
  it('[P3.1] all screens of a group receive the very same bytes', async () => {
    const { hub, changes, time } = await hubStage();
    const screens = ['a', 'b', 'c'].map((id) => following(hub, id));
    save(changes, figure(1, 150));
    time.step(60);
    const [first, ...others] = screens.map(({ connection }) => connection.frames[0]);
    expect(first).toBeDefined();
    for (const frame of others) expect(frame).toBe(first);
  });

  it('[P3.1] a patch takes every screen of the group to the document of the ledger', async () => {
    const { hub, changes, time } = await hubStage();
    const screens = ['a', 'b', 'c'].map((id) => following(hub, id));
    save(changes, figure(1, 150));
    time.step(60);
    for (const screen of screens) {
      expect(screen.read()).toEqual(['patch']);
      expect(screen.replica?.programme).toEqual(programmeOf(changes.ledger(), 'hall'));
      expect(screen.replica?.position.revision).toBe(changes.ledger().revision);
    }
  });

  it('[P3.3] changes within 50 ms make one patch', async () => {
    const { hub, changes, time } = await hubStage();
    const screen = following(hub, 'a');
    save(changes, figure(1, 150));
    time.step(30);
    save(changes, figure(2, 160));
    time.step(19);
    expect(screen.read()).toEqual([]);
    time.step(1);
    expect(screen.read()).toEqual(['patch']);
    time.step(1000);
    expect(screen.read()).toEqual([]);
  });

  it('[P3.4] a change that a group does not show sends it nothing and leaves its revision', async () => {
    const { hub, changes, time } = await hubStage();
    const [hall, gate] = [following(hub, 'a'), following(hub, 'g')];
    const before = hall.replica?.position;
    time.step(100);
    save(changes, { kind: 'update', register: 'playlists', record: 'other', values: { name: '改名' } });
    time.step(60);
    expect(hall.read()).toEqual([]);
    expect(hall.replica?.position).toEqual(before);
    expect(gate.read()).toEqual(['patch']);
  });

  it('[P3.9] a screen that is lost gets the document', async () => {
    const { hub } = await hubStage();
    const screen = following(hub, 'a');
    screen.say({ type: 'lost' });
    expect(screen.read()).toEqual(['snapshot']);
  });

  it('[P3.9] the document is encoded once for all who ask', async () => {
    const { hub } = await hubStage();
    const screens = ['a', 'b'].map((id) => new MemoryScreen(hub, id));
    for (const screen of screens) screen.resume();
    const [first, second] = screens.map(({ connection }) => connection.frames[1]);
    expect(first).toBe(second);
  });

  it('[P3.10] a group that cuts to a changed ranking is sent the spotlight with the change', async () => {
    const { hub, changes, time } = await hubStage();
    save(changes, { kind: 'update', register: 'groups', record: 'hall', values: { spotlight: true } });
    const screen = following(hub, 'a');
    save(changes, figure(1, 300));
    time.step(60);
    screen.read();
    expect(screen.replica?.programme.spotlight).toMatchObject({ slide: 'units', row: 'u1', from: time.now() - 10 });
  });

  it('[P3.10] a group that does not wish it is sent no spotlight', async () => {
    const { hub, changes, time } = await hubStage();
    const screen = following(hub, 'a');
    save(changes, figure(1, 300));
    time.step(60);
    screen.read();
    expect(screen.replica?.programme).not.toHaveProperty('spotlight');
  });
});

describe('beats', () => {
  it('[P4.1] every 20 s a screen hears where its document stands and what time it is', async () => {
    const { hub, changes, time } = await hubStage();
    const screen = following(hub, 'a');
    time.step(20_000);
    const { revision } = changes.ledger();
    expect(screen.connection.take()).toEqual([
      { type: 'beat', epoch: changes.epoch, revision, hash: screen.replica?.position.hash, serverTime: time.now() },
    ]);
  });

  it('[P4.3] a screen that is silent for 28 s is dropped', async () => {
    const { hub, time, statuses } = await hubStage();
    const [silent, alive] = [following(hub, 'a'), following(hub, 'b')];
    time.step(20_000);
    alive.say({ type: 'status', slide: 'units', page: 0, viewport: '1920x1080' });
    time.step(9_000);
    expect(silent.connection.terminated).toBe(true);
    expect(alive.connection.terminated).toBe(false);
    expect(statuses.lines).toContain('disconnected a');
    expect(hub.size).toBe(1);
  });
});
