/** The form of a screen: its register's fields, with the stage's members as fields of their own. */
import { integer, text, type Field } from '../../core/register/field.ts';
import { REGISTERS } from '../../core/registers/index.ts';
import { checkStage, DEFAULT_STAGE, type Stage } from '../../core/stage/stage.ts';
import type { FormFields, FormValues } from '../common/form-values.ts';

const { name, group, location } = REGISTERS.screens.fields;

const decimal = (label: Field['label']): Field => text({ label, max: 8 });

/** Ranges are those of a stage; what they cannot say (decimals) is checked with the whole. */
export const SCREEN_FIELDS: FormFields = {
  name,
  group,
  location,
  x: integer({ label: { zh: '左边距（像素）', en: 'Left (px)' }, max: 20_000 }),
  y: integer({ label: { zh: '上边距（像素）', en: 'Top (px)' }, max: 20_000 }),
  width: integer({ label: { zh: '宽（像素）', en: 'Width (px)' }, min: 64, max: 16_384 }),
  height: integer({ label: { zh: '高（像素）', en: 'Height (px)' }, min: 32, max: 16_384 }),
  pitchMm: decimal({ zh: '点间距（毫米，P 值）', en: 'Pixel pitch (mm)' }),
  distanceM: decimal({ zh: '最远观看距离（米）', en: 'Farthest viewer (m)' }),
};

/** The form's values of a screen, or of a new one in a group. */
export function screenFormValues(screen: { readonly stage: Stage } & FormValues): FormValues {
  const { stage } = screen;
  return {
    ...screen,
    ...stage,
    pitchMm: String(stage.pitchMm),
    distanceM: String(stage.distanceM),
  };
}

export const newScreenValues = (groupId: string | undefined): FormValues =>
  screenFormValues({ stage: DEFAULT_STAGE, ...(groupId ? { group: groupId } : {}) });

const numberOf = (value: unknown): number =>
  typeof value === 'string' && value.trim() !== '' ? Number(value.normalize('NFKC')) : NaN;

/** The stage that a form's values stand for; null when it is none. */
export function stageOfForm(values: FormValues): Stage | null {
  const { x, y, width, height } = values;
  const checked = checkStage({
    x,
    y,
    width,
    height,
    pitchMm: numberOf(values['pitchMm']),
    distanceM: numberOf(values['distanceM']),
  });
  return checked.ok ? checked.value : null;
}
