import { describe, expect, it } from 'vitest';
import { figure, following, hubStage, save, type HubStage } from '../../support/live-parts.ts';

const KB = 1024;

const edit = ({ changes, time }: HubStage, wan: number): void => {
  save(changes, figure(1, wan));
  time.step(60);
};

describe('slow readers', () => {
  it('[P7.1] with more than 256 KB unread no more patches are sent', async () => {
    const stage = await hubStage();
    const [slow, quick] = [following(stage.hub, 'a'), following(stage.hub, 'b')];
    slow.connection.unread = 257 * KB;
    edit(stage, 150);
    edit(stage, 160);
    expect(slow.read()).toEqual([]);
    expect(quick.read()).toEqual(['patch', 'patch']);
    expect((await stage.instruments.conflations.get()).values[0]?.value).toBe(1);
  });

  it('[P7.2] a screen that has caught up gets one snapshot and then patches again', async () => {
    const stage = await hubStage();
    const slow = following(stage.hub, 'a');
    slow.connection.unread = 257 * KB;
    edit(stage, 150);
    edit(stage, 160);
    slow.connection.unread = 0;
    stage.time.step(1000);
    expect(slow.read()).toEqual(['snapshot']);
    edit(stage, 170);
    expect(slow.read()).toEqual(['patch']);
    expect(slow.replica?.position.revision).toBe(stage.changes.ledger().revision);
  });

  it('[P7.2] a snapshot that is asked for waits until the screen has caught up', async () => {
    const stage = await hubStage();
    const slow = following(stage.hub, 'a');
    slow.connection.unread = 100 * KB;
    slow.say({ type: 'lost' });
    expect(slow.read()).toEqual([]);
    slow.connection.unread = 10 * KB;
    stage.time.step(1000);
    expect(slow.read()).toEqual(['snapshot']);
  });

  it('[P7.3] a screen without progress for 30 s is closed', async () => {
    const stage = await hubStage({ silentAfterMs: 1_000_000 });
    const [stuck, moving] = [following(stage.hub, 'a'), following(stage.hub, 'b')];
    for (const { connection } of [stuck, moving]) connection.unread = 300 * KB;
    edit(stage, 150);
    for (let second = 0; second < 31; second += 1) {
      moving.connection.unread -= KB;
      stage.time.step(1000);
    }
    expect(stuck.connection.closed?.code).toBe(4008);
    expect(moving.connection.closed).toBeNull();
  });

  it('[P7.3] a screen with more than 1 MB unread is closed', async () => {
    const stage = await hubStage();
    const slow = following(stage.hub, 'a');
    slow.connection.unread = 1025 * KB;
    edit(stage, 150);
    stage.time.step(1000);
    expect(slow.connection.closed?.code).toBe(4008);
  });

  it('[P7.4] what waits for a screen that reads nothing stays bounded', async () => {
    const stage = await hubStage({ silentAfterMs: 1_000_000 });
    const slow = following(stage.hub, 'a');
    slow.connection.reads = false;
    for (let wan = 0; wan < 2000; wan += 1) edit(stage, 150 + wan);
    expect(slow.connection.unread).toBeLessThan(258 * KB);
  });
});
