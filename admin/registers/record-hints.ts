/** What is good to know about fields of a register, in words; those of most say it all by their label. */
import { msg } from '@lit/localize';
import type { RegisterName } from '../../core/registers/index.ts';

export type RecordHints = Readonly<Record<string, string>>;

const HINTS: Partial<Record<RegisterName, () => RecordHints>> = {
  groups: () => ({
    source: msg('留空：实时数据', { id: 'hint.live' }),
    ownTheme: msg('留空：用上面的配色；在“配色”里新建', { id: 'hint.own-theme' }),
    greyscale: msg('所有页面立即变灰，记得改回', { id: 'hint.greyscale' }),
    roadside: msg('每页至少 15 秒，少动画，不放视频，不插播', { id: 'hint.roadside' }),
  }),
};

/** Below the fields of a register, by name. */
export const recordHints = (register: RegisterName): RecordHints => HINTS[register]?.() ?? {};
