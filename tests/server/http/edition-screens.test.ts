/** What screens of edition groups show besides figures, and that every page can be taken down. */
import { beforeEach, describe, expect, it } from 'vitest';
import { SAFE_SLIDE } from '../../../core/programme/edition.ts';
import { openDesk, type Desk } from '../../support/edition-desk.ts';
import { save } from '../../support/parts.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

describe('what nobody signed', () => {
  it('is no QR code either: the address is that of the package', async () => {
    const address = (publicAddress: string) =>
      save(desk.office.parts, { kind: 'update', register: 'settings', record: 'settings', values: { publicAddress } });
    address('https://board.example/board/');
    const { id } = await desk.onAir();
    address('https://elsewhere.example/');
    expect((await desk.programme())['publicAddress']).toBe('https://board.example/board/');
    expect((await desk.step('operator1', id, 'withdraw', { reason: '更正' })).status).toBe(200);
    expect((await desk.programme())['publicAddress']).toBeUndefined();
  });

  it('leads phones to pages of the web only', async () => {
    const admin = await desk.office.as('admin');
    for (const [publicAddress, status] of [
      ['javascript:alert(1)', 422],
      ['board.example', 422],
      ['https://board.example/board/', 200],
    ] as const)
      expect((await admin.patch('/api/settings', { publicAddress })).status).toBe(status);
  });

  it('takes a page down whatever its name looks like, also a telephone number', async () => {
    const entry = { id: '13812345678', kind: 'cover', options: {}, seconds: 0, enabled: true };
    const values = { name: '节目单二', entries: [entry, { ...entry, id: 'constructor' }] };
    save(desk.office.parts, { kind: 'create', register: 'playlists', record: 'further', values });
    const { id } = await desk.onAir();
    for (const page of ['further/13812345678', 'further/constructor'])
      expect((await desk.step('operator1', id, 'hide', { page, reason: '有误' })).status).toBe(200);
    save(desk.office.parts, { kind: 'update', register: 'groups', record: 'hall', values: { playlist: 'further' } });
    expect(Object.keys(Object((await desk.programme())['slides']))).toEqual([SAFE_SLIDE]);
  });
});
