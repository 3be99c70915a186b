/** The form of a screen: its register's fields, with the stage's members as fields of their own. */
import { choice, integer, optional, text, type Field } from '../../core/register/field.ts';
import { REGISTERS } from '../../core/registers/index.ts';
import { fail, type Result } from '../../core/result.ts';
import {
  checkStage,
  DEFAULT_STAGE,
  FARTHEST_CORNER,
  SMALLEST_HEIGHT,
  SMALLEST_WIDTH,
  WIDEST_EDGE,
  WIDEST_WALL,
  WIDEST_WINDOW,
  type Stage,
} from '../../core/stage/stage.ts';
import type { FormFields, FormValues } from '../common/form-values.ts';

const { name, group, location, motion, testCard } = REGISTERS.screens.fields;

const decimal = (label: Field['label']): Field => text({ label, max: 8 });
const edge = (zh: string, en: string): Field => optional(integer({ label: { zh, en }, max: WIDEST_EDGE }));

export const SCREEN_FIELDS: FormFields = { name, group, location, motion, testCard };

/** Ranges are those of a stage; what they cannot say (decimals) is checked with the whole. */
export const WINDOW_FIELDS: FormFields = {
  x: integer({ label: { zh: '左边距（像素）', en: 'Left (px)' }, max: FARTHEST_CORNER }),
  y: integer({ label: { zh: '上边距（像素）', en: 'Top (px)' }, max: FARTHEST_CORNER }),
  width: integer({ label: { zh: '宽（像素）', en: 'Width (px)' }, min: SMALLEST_WIDTH, max: WIDEST_WINDOW }),
  height: integer({ label: { zh: '高（像素）', en: 'Height (px)' }, min: SMALLEST_HEIGHT, max: WIDEST_WINDOW }),
  pitchMm: decimal({ zh: '点间距（毫米，P 值）', en: 'Pixel pitch (mm)' }),
  distanceM: decimal({ zh: '最远观看距离（米）', en: 'Farthest viewer (m)' }),
  rotation: optional(
    choice({
      label: { zh: '画面旋转', en: 'Rotation' },
      choices: {
        90: { zh: '顺时针 90°', en: 'Clockwise 90°' },
        180: { zh: '180°', en: '180°' },
        270: { zh: '顺时针 270°（逆时针 90°）', en: 'Clockwise 270° (anticlockwise 90°)' },
      },
    }),
  ),
};

/** The part of a wall that several screens make up, in pixels of its upright picture. */
export const WALL_FIELDS: FormFields = {
  wallWidth: optional(
    integer({ label: { zh: '整墙宽（像素）', en: 'Whole wall, width (px)' }, min: SMALLEST_WIDTH, max: WIDEST_WALL }),
  ),
  wallHeight: optional(
    integer({ label: { zh: '整墙高（像素）', en: 'Whole wall, height (px)' }, min: SMALLEST_HEIGHT, max: WIDEST_WALL }),
  ),
  wallLeft: optional(
    integer({ label: { zh: '本屏在整墙的左边距', en: 'This part from left (px)' }, max: WIDEST_WALL }),
  ),
  wallTop: optional(integer({ label: { zh: '本屏在整墙的上边距', en: 'This part from top (px)' }, max: WIDEST_WALL })),
};

/** Safe edges, in pixels of the upright picture. */
export const SAFE_FIELDS: FormFields = {
  safeTop: edge('上（像素）', 'Top (px)'),
  safeRight: edge('右（像素）', 'Right (px)'),
  safeBottom: edge('下（像素）', 'Bottom (px)'),
  safeLeft: edge('左（像素）', 'Left (px)'),
};

export const ALL_FIELDS: FormFields = { ...SCREEN_FIELDS, ...WINDOW_FIELDS, ...WALL_FIELDS, ...SAFE_FIELDS };

/** A stage's members as the form has them. */
export function stageFormValues({ rotation, safe, wall, ...window }: Stage): FormValues {
  return {
    ...window,
    pitchMm: String(window.pitchMm),
    distanceM: String(window.distanceM),
    rotation: rotation && String(rotation),
    safeTop: safe?.top,
    safeRight: safe?.right,
    safeBottom: safe?.bottom,
    safeLeft: safe?.left,
    wallWidth: wall?.width,
    wallHeight: wall?.height,
    wallLeft: wall?.left,
    wallTop: wall?.top,
  };
}

/** The form's values of a screen, or of a new one in a group. */
export const screenFormValues = (screen: { readonly stage: Stage } & FormValues): FormValues => ({
  ...screen,
  ...stageFormValues(screen.stage),
});

export const newScreenValues = (groupId: string | undefined): FormValues =>
  screenFormValues({ stage: DEFAULT_STAGE, ...(groupId ? { group: groupId } : {}) });

/** The screen's own members for the server; null takes away what was there. */
export function screenRecord({ name: named, group: of, location: where, motion: moves, testCard: card }: FormValues) {
  return {
    name: named,
    group: of,
    location: where ?? null,
    motion: moves ?? null,
    testCard: card === true ? true : null,
  };
}

const numberOf = (value: unknown): number =>
  typeof value === 'string' && value.trim() !== '' ? Number(value.normalize('NFKC')) : NaN;

/** The members of a part of the stage, 0 where one was left open; none where all were. */
function partOfForm(
  values: FormValues,
  names: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> | undefined {
  const given = Object.values(names).some((name) => values[name] !== undefined);
  return given
    ? Object.fromEntries(Object.entries(names).map(([member, name]) => [member, values[name] ?? 0]))
    : undefined;
}

/** The stage that a form's values stand for, or why they stand for none. */
export function stageOfForm(values: FormValues): Result<Stage, string> {
  const { x, y, width, height, rotation } = values;
  const wall = partOfForm(values, { width: 'wallWidth', height: 'wallHeight', left: 'wallLeft', top: 'wallTop' });
  const safe = partOfForm(values, { top: 'safeTop', right: 'safeRight', bottom: 'safeBottom', left: 'safeLeft' });
  const [pitchMm, distanceM] = [numberOf(values['pitchMm']), numberOf(values['distanceM'])];
  if (Number.isNaN(pitchMm) || Number.isNaN(distanceM)) return fail('pitchMm and distanceM must be numbers');
  return checkStage({
    x,
    y,
    width,
    height,
    pitchMm,
    distanceM,
    ...(rotation === undefined ? {} : { rotation: Number(rotation) }),
    ...(safe ? { safe } : {}),
    ...(wall ? { wall } : {}),
  });
}
