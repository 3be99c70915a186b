import { describe, expect, it } from 'vitest';
import { legibility, loopFacts, slideLegibility } from '../../admin/playlists/loop.ts';
import { previewStages } from '../../admin/playlists/preview-stage.ts';
import { newScreenValues, screenFormValues, stageOfForm } from '../../admin/screens/screen-fields.ts';
import { stageProblem, wallFaultWords } from '../../admin/screens/stage-words.ts';
import { canvasOf } from '../../core/stage/canvas.ts';
import { layoutOf } from '../../core/stage/layout.ts';
import { rowsPerPage } from '../../core/slides/paging.ts';
import { DEFAULT_STAGE, type Stage } from '../../core/stage/stage.ts';
import type { Screen } from '../../core/registers/index.ts';
import { programmeOfEntries } from '../display/every-kind.ts';
import { demoProgramme } from '../display/programmes.ts';

const STAGES: readonly Stage[] = [
  DEFAULT_STAGE,
  { ...DEFAULT_STAGE, x: 4, y: 8, pitchMm: 2.5, distanceM: 12.5 },
  { ...DEFAULT_STAGE, rotation: 270 },
  { ...DEFAULT_STAGE, safe: { top: 0, right: 8, bottom: 0, left: 8 } },
  { ...DEFAULT_STAGE, rotation: 90, wall: { width: 2160, height: 1920, left: 1080, top: 0 } },
];

describe('the form of a screen', () => {
  it.each(STAGES)('gives back the stage that it was filled with: %o', (stage) => {
    expect(stageOfForm(screenFormValues({ stage }))).toEqual({ ok: true, value: stage });
  });

  it('takes one safe edge for all four, and a wall’s corner for 0/0', () => {
    const values = { ...newScreenValues('hall'), safeLeft: 8, wallWidth: 3840, wallHeight: 1080 };
    expect(stageOfForm(values)).toMatchObject({
      ok: true,
      value: { safe: { top: 0, right: 0, bottom: 0, left: 8 }, wall: { width: 3840, height: 1080, left: 0, top: 0 } },
    });
  });

  it.each([
    [{ wallWidth: 1920, wallHeight: 1080, wallLeft: 1 }, 'wallWidth'],
    [{ wallWidth: 1920 }, 'wallWidth'],
    [{ safeTop: 600, safeBottom: 600 }, 'safeTop'],
    [{ pitchMm: '' }, 'pitchMm'],
    [{ distanceM: '0' }, 'pitchMm'],
  ])('says where it is wrong: %o', (more, field) => {
    const stage = stageOfForm({ ...newScreenValues('hall'), ...more });
    expect(stageProblem(stage.ok ? '' : stage.problem)[0]).toBe(field);
    expect(stage.ok).toBe(false);
  });
});

it('says the faults of a wall, the first three of each', () => {
  const gap = { left: 0, top: 0, width: 1, height: 1 };
  expect(wallFaultWords({ gaps: [gap, gap, gap, gap], overlaps: [['东', '西', gap]], differing: ['南'] })).toEqual([
    ...Array.from({ length: 3 }, () => '没有屏幕显示的部分：0,0 · 1×1'),
    '“东”与“西”重叠：0,0 · 1×1',
    '安全边、点间距或观看距离与别的屏不同，排版会对不上：南',
  ]);
});

describe('the legibility of a stage', () => {
  it('tells what the design would give, what the distance needs, and what comes of it', () => {
    const wall = { ...DEFAULT_STAGE, width: 384, height: 216, pitchMm: 10, distanceM: 30 };
    expect(legibility(wall)).toMatchObject({ designedPx: 11, neededPx: 20, rowTextPx: 20, readable: true });
    expect(legibility(wall).rowsPerPage).toBe(rowsPerPage('projects', layoutOf(wall)));
  });

  it('says so where not even one row can be read', () => {
    const strip = { ...DEFAULT_STAGE, width: 1536, height: 64, pitchMm: 10, distanceM: 200 };
    expect(legibility(strip).readable).toBe(false);
  });

  it('goes by the canvas: a screen of a wall has the pages of the whole', () => {
    const part: Stage = {
      ...DEFAULT_STAGE,
      width: 960,
      height: 540,
      wall: { width: 1920, height: 1080, left: 960, top: 0 },
    };
    const programme = demoProgramme();
    expect(legibility(part)).toEqual(legibility(DEFAULT_STAGE));
    expect(loopFacts(programme, part)).toEqual(loopFacts(programme, DEFAULT_STAGE));
    expect(slideLegibility(programme, part)).toEqual(slideLegibility(programme, canvasOf(part)));
  });

  it('has a line for every slide in order, with its pages and rows', () => {
    const programme = demoProgramme();
    const lines = slideLegibility(programme, DEFAULT_STAGE);
    const order = Object.entries(programme.slides).sort(([, a], [, b]) => a.order - b.order);
    expect(lines.map(({ slide }) => slide)).toEqual(order.map(([slide]) => slide));
    expect(lines.find(({ kind }) => kind === 'projects')?.pages).toBeGreaterThan(1);
    expect(lines.every(({ tooLong }) => tooLong === undefined)).toBe(true);
  });

  it('finds a notice that is too long for the distance', () => {
    const text = '请'.repeat(400);
    const notice = { id: 'n', kind: 'notice', options: { text }, seconds: 0, enabled: true } as const;
    const near = slideLegibility(programmeOfEntries([notice]), DEFAULT_STAGE);
    const far = slideLegibility(programmeOfEntries([notice]), {
      ...DEFAULT_STAGE,
      width: 640,
      height: 360,
      distanceM: 60,
    });
    expect([near[0]?.tooLong, far[0]?.tooLong?.characters]).toEqual([undefined, 400]);
    expect(far[0]?.tooLong?.room).toBeLessThan(60);
  });
});

const screen = (id: string, stage: Stage, more: Partial<Screen> = {}): Screen =>
  ({ id, revision: 1, name: id, group: 'hall', stage, revoked: false, ...more }) as Screen;

describe('the stages of a preview', () => {
  it('are each wall once, then the outputs of a group’s screens, the turned ones upright as well', () => {
    const wall = { width: 1920, height: 1080, left: 0, top: 0 };
    const screens = [
      screen('a', { ...DEFAULT_STAGE, x: 20, width: 540, height: 960, rotation: 90, wall }),
      screen('b', { ...DEFAULT_STAGE, width: 960, height: 540, wall: { ...wall, left: 960 } }),
      screen('gone', DEFAULT_STAGE, { revoked: true }),
      screen('elsewhere', DEFAULT_STAGE, { group: 'gate' }),
    ];
    const stages = previewStages(screens, 'hall');
    expect(stages.slice(0, 4).map(({ id }) => id)).toEqual(['wall/1920×1080', 'a', 'a/upright', 'b']);
    expect(stages[1]?.stage).toMatchObject({ x: 0, width: 540, rotation: 90 });
    expect(stages[2]?.stage).toMatchObject({ width: 960, height: 540, wall });
    expect(stages[0]?.stage).toEqual(DEFAULT_STAGE);
  });
});
