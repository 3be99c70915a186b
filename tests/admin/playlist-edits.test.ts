import { describe, expect, it } from 'vitest';
import {
  added,
  duplicated,
  moved,
  removed,
  withKind,
  withOptions,
  type Entries,
} from '../../admin/playlists/playlist-edits.ts';
import { optionHints } from '../../admin/playlists/option-hints.ts';
import { silenceOf } from '../../admin/playlists/silence.ts';
import { changedValues, problemCodes, valueOfText } from '../../admin/common/form-values.ts';
import { parseRoute, routeHash, setupTokenOf } from '../../admin/common/router.ts';
import { REGISTERS } from '../../core/registers/index.ts';
import { checkEntries, type PlaylistEntry } from '../../core/slides/entry.ts';
import { SLIDE_KINDS, type SlideKind } from '../../core/slides/kinds.ts';
import { programmeOfEntries } from '../display/every-kind.ts';

const entries: Entries = added(added([], 'summary'), 'unitRanking');
const ids = (list: Entries): readonly string[] => list.map(({ id }) => id);

describe('editing a playlist', () => {
  it('adds entries that the server accepts, with ids of their own', () => {
    expect(checkEntries(entries).ok).toBe(true);
    expect(new Set(ids(duplicated(entries, ids(entries)[0] ?? ''))).size).toBe(3);
  });

  it('moves an entry to a place and stays as it is at the ends', () => {
    expect(ids(moved(entries, 0, 1))).toEqual([...ids(entries)].reverse());
    expect(moved(entries, 0, -1)).toBe(entries);
    expect(moved(entries, 1, 2)).toBe(entries);
  });

  it('keeps the title when the kind changes, and drops options of the old kind', () => {
    const id = ids(entries)[1] ?? '';
    const titled = withOptions(entries, id, { title: '排行', group: 'park' });
    expect(withKind(titled, id, 'summary')[1]?.options).toEqual({ title: '排行' });
  });

  it('removes an entry', () => {
    expect(ids(removed(entries, ids(entries)[0] ?? ''))).toEqual([ids(entries)[1]]);
  });
});

describe('forms', () => {
  const { fields } = REGISTERS.projects;

  it('reads money in 万元 and whole numbers in any width', () => {
    expect(valueOfText(fields.totalInvestmentYuan, '１，２００')).toBe(12_000_000);
    expect(valueOfText(fields.listOrder, '１２')).toBe(12);
    expect(valueOfText(fields.listOrder, '十二')).toBe('十二');
    expect(valueOfText(fields.content, '  ')).toBeUndefined();
  });

  it('names what is missing or wrong, field by field', () => {
    const codes = problemCodes(fields, { name: '甲', listOrder: '十二' });
    expect(codes).toMatchObject({ code: 'required', listOrder: 'wrong-type' });
    expect(codes).not.toHaveProperty('name');
  });

  it('sends only what changed, null for what is gone', () => {
    expect(changedValues(fields, { name: '甲', content: '乙' }, { name: '丙' })).toEqual({ name: '丙', content: null });
  });
});

describe('addresses', () => {
  it('go there and back', () => {
    expect(parseRoute(routeHash('registers', '项目/1'))).toMatchObject({ section: 'registers', rest: ['项目/1'] });
    expect(parseRoute('')).toMatchObject({ section: '', rest: [] });
  });

  it('carry the set-up token only in its own form', () => {
    expect(setupTokenOf('#setup=aB_-9')).toBe('aB_-9');
    expect(setupTokenOf('#/setup')).toBeNull();
  });
});

describe('what is said of options left open', () => {
  it.each(Object.entries(SLIDE_KINDS))('belongs to an option of %s that may be left open', (kind, { options }) => {
    const open = Object.entries(options).filter(([, { optional }]) => optional);
    for (const name of Object.keys(optionHints(kind as SlideKind)))
      expect([kind, open.map(([each]) => each)]).toEqual([kind, expect.arrayContaining([name])]);
  });
});

const slide = (id: string, kind: SlideKind, more: Partial<PlaylistEntry> = {}): PlaylistEntry => ({
  id,
  kind,
  options: {},
  seconds: 0,
  enabled: true,
  ...more,
});

describe('why screens leave an entry out', () => {
  const complete: ReadonlyMap<string, string> = new Map();

  it('is that nothing is there to show, once the preview has been made of it', () => {
    const [black, cover] = [slide('black', 'redBlack', { options: { board: 'black' } }), slide('cover', 'cover')];
    const programme = programmeOfEntries([black, cover]);
    expect(silenceOf(black, complete, programme, [black, cover])).toBe('nothing');
    expect(silenceOf(cover, complete, programme, [black, cover])).toBeNull();
    expect(silenceOf({ ...black }, complete, programme, [black, cover])).toBeNull();
    expect(silenceOf(black, complete, null, [])).toBeNull();
  });

  it('is that it is switched off, not filled in, or a video at a road', () => {
    const video = slide('v', 'video');
    const roadside = { ...programmeOfEntries([]), roadside: true } as const;
    expect(silenceOf(slide('c', 'cover', { enabled: false }), complete, null, [])).toBe('off');
    expect(silenceOf(video, new Map([['v', '素材 必填']]), roadside, [video])).toBe('incomplete');
    expect(silenceOf(video, complete, roadside, [video])).toBe('roadside');
  });
});
