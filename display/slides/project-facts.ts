/** What is told of a project beside its gauge, and how large its amounts can be. */
import { msg } from '@lit/localize';
import { SMALLEST_CHARACTER_PX } from '../../core/stage/layout.ts';
import { measureFigures, measureText } from '../text/measure.ts';
import { yiText } from '../words/words.ts';
import type { Scene } from './scene.ts';

export type ProjectData = Scene<'project'>['slide']['data'];

export type Fact = readonly [label: string, text: string];

/** Of a unit, beside its digits. */
const UNIT_SHARE = 0.36;

/** In 亿元. */
export const amountsOf = ({ total, plan, completed }: ProjectData): readonly Fact[] => [
  [msg('总投资', { id: 'project.total' }), total.text],
  [msg('年度计划', { id: 'project.plan' }), plan?.text ?? '—'],
  [msg('年内完成', { id: 'project.completed' }), completed.text],
];

/** Who answers for it, and how far it is in words. */
export function linesOf({ unit, leader, physicalProgress, content }: ProjectData): readonly Fact[] {
  const progress = physicalProgress ?? content;
  return [
    [msg('责任单位', { id: 'project.unit' }), unit],
    ...(leader ? [[msg('责任领导', { id: 'project.leader' }), leader] as const] : []),
    ...(progress ? [[msg('形象进度', { id: 'project.progress' }), progress] as const] : []),
  ];
}

/** Sizes of the digits and of their unit where each amount has a box; the unit stays a character, the digits give way. */
export function amountSizes(
  amounts: readonly Fact[],
  { width, height }: { readonly width: number; readonly height: number },
  secondary: number,
): { readonly size: number; readonly unitSize: number } {
  const digits = Math.max(...amounts.map(([, text]) => measureFigures(text, 1)));
  const roomy = Math.floor(Math.min(height * 0.56, (width - secondary) / (digits + 1.15)));
  const smallestUnit = measureText(yiText(), SMALLEST_CHARACTER_PX);
  const tight = roomy * UNIT_SHARE < SMALLEST_CHARACTER_PX;
  const size = tight ? Math.floor((width - secondary * 0.5 - smallestUnit) / (digits + 0.14)) : roomy;
  return { size, unitSize: Math.max(SMALLEST_CHARACTER_PX, Math.round(size * UNIT_SHARE)) };
}
