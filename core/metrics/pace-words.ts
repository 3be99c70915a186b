import type { Label } from '../register/label.ts';
import type { Pace } from './metrics.ts';

/** What a pace is called, and the shape that goes with it for those who do not see its colour. */
export const PACE_WORDS: Readonly<Record<Pace, { readonly label: Label; readonly sign: string }>> = {
  ahead: { label: { zh: '领先', en: 'Ahead' }, sign: '▲' },
  onTime: { label: { zh: '正常', en: 'On time' }, sign: '●' },
  watch: { label: { zh: '预警', en: 'Watch' }, sign: '◆' },
  behind: { label: { zh: '滞后', en: 'Behind' }, sign: '▼' },
  severe: { label: { zh: '严重滞后', en: 'Far behind' }, sign: '▼' },
  notDue: { label: { zh: '未到期', en: 'Not due' }, sign: '○' },
  unissued: { label: { zh: '未下达', en: 'No plan yet' }, sign: '－' },
  none: { label: { zh: '无计划', en: 'No plan' }, sign: '－' },
};
