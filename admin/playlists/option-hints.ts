/** What a slide shows where an option is left open, in words. */
import { msg } from '@lit/localize';
import type { SlideKind } from '../../core/slides/kinds.ts';

export type OptionHints = Readonly<Record<string, string>>;

const all = (): string => msg('留空：全部', { id: 'option.all' });
const byGroup = (): string => msg('留空：按单位组别', { id: 'option.by-group' });
const bySector = (): string => msg('留空：按项目类别', { id: 'option.by-sector' });
const whole = (): string => msg('留空：完整显示', { id: 'option.whole' });

const HINTS: Partial<Record<SlideKind, () => OptionHints>> = {
  projectRanking: () => ({ level: all(), sector: all(), top: all() }),
  redBlack: () => ({ group: all() }),
  assessment: () => ({ group: all() }),
  headToHead: () => {
    const both = msg('甲乙都选才算；选了场次则不看这里', { id: 'option.both-units' });
    return {
      contest: msg('留空且不选单位：最近一场', { id: 'option.latest-contest' }),
      first: both,
      second: both,
    };
  },
  milestones: () => ({ only: msg('留空：逾期和临期都列', { id: 'option.both-states' }) }),
  trend: () => ({ by: byGroup() }),
  breakdown: () => ({ by: bySector() }),
  pipeline: () => ({ year: msg('留空：下一年度', { id: 'option.next-year' }) }),
  commencement: () => ({ event: msg('留空：最近要办的一场，没有则上一场', { id: 'option.next-event' }) }),
  photoWall: () => ({ project: msg('留空：每个项目最新一张', { id: 'option.newest-each' }) }),
  image: () => ({ fit: whole() }),
  video: () => ({ fit: whole() }),
  clock: () => ({ until: msg('留空：只显示时钟', { id: 'option.clock-only' }) }),
};

/** Beside the fields of a kind of slide, by name. */
export const optionHints = (kind: SlideKind): OptionHints => ({
  title: msg('留空：用默认标题', { id: 'option.default-title' }),
  ...HINTS[kind]?.(),
});
