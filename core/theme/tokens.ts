/**
 * What the colours of a screen mean, bound anew by every theme: red praises on a red board and warns on a
 * black one. All are opaque `#RRGGBB`, so that contrast can be computed.
 */
import type { ThemeName } from './theme-name.ts';

export interface ThemeTokens {
  /** The stage: its middle, its brightest and its darkest place. */
  readonly background: string;
  readonly backgroundGlow: string;
  readonly backgroundDeep: string;
  /** Light rays and motifs on the background, drawn faintly. */
  readonly ray: string;
  /** Plates that carry rows and tiles, from their light to their dark end. */
  readonly panel: string;
  readonly panelDeep: string;
  readonly line: string;
  readonly text: string;
  readonly muted: string;
  readonly title: string;
  readonly titleDeep: string;
  readonly accent: string;
  readonly accentDeep: string;
  /** The plate of the first three. */
  readonly honour: string;
  readonly honourDeep: string;
  readonly honourText: string;
  readonly track: string;
  /** The line where time says a bar should be. */
  readonly mark: string;
  /** Words and shapes by pace, and the two ends of a bar. */
  readonly ahead: string;
  readonly aheadBar: string;
  readonly aheadBarDeep: string;
  readonly onTime: string;
  readonly onTimeBar: string;
  readonly onTimeBarDeep: string;
  readonly watch: string;
  readonly watchBar: string;
  readonly watchBarDeep: string;
  readonly behind: string;
  readonly behindBar: string;
  readonly behindBarDeep: string;
  /** The plate behind the words of what is severely behind. */
  readonly severePlate: string;
  readonly severeText: string;
  readonly severeEdge: string;
}

const RED: ThemeTokens = {
  background: '#7A0C10',
  backgroundGlow: '#860E13',
  backgroundDeep: '#470407',
  ray: '#FFD98A',
  panel: '#560508',
  panelDeep: '#3F0305',
  line: '#E9B64B',
  text: '#FFF6E6',
  muted: '#F4D3B6',
  title: '#FFE3A0',
  titleDeep: '#FFC95A',
  accent: '#FFD978',
  accentDeep: '#D9932B',
  honour: '#FFEBB0',
  honourDeep: '#E9B043',
  honourText: '#560508',
  track: '#742A2A',
  mark: '#FFFFFF',
  ahead: '#FFE36B',
  aheadBar: '#FFE08A',
  aheadBarDeep: '#C98B22',
  onTime: '#FFF6E6',
  onTimeBar: '#FFF6E6',
  onTimeBarDeep: '#D9C3A0',
  watch: '#FF9A36',
  watchBar: '#FF942A',
  watchBarDeep: '#CC6B0C',
  behind: '#C9E2FF',
  behindBar: '#BACDE6',
  behindBarDeep: '#71849F',
  severePlate: '#140203',
  severeText: '#FFFFFF',
  severeEdge: '#FFD978',
};

const BLUE: ThemeTokens = {
  background: '#072048',
  backgroundGlow: '#0D3270',
  backgroundDeep: '#020A1C',
  ray: '#7FC8FF',
  panel: '#06183A',
  panelDeep: '#030E24',
  line: '#3DA5E8',
  text: '#EEF7FF',
  muted: '#B6D0EE',
  title: '#B4F0FF',
  titleDeep: '#6FDCFF',
  accent: '#5CC8FF',
  accentDeep: '#1E7FCB',
  honour: '#FFF0B8',
  honourDeep: '#F0B93E',
  honourText: '#04122B',
  track: '#1D3A66',
  mark: '#FFFFFF',
  ahead: '#62CBFF',
  aheadBar: '#6ED4FF',
  aheadBarDeep: '#1A74C6',
  onTime: '#EEF7FF',
  onTimeBar: '#EEF7FF',
  onTimeBarDeep: '#A9C4E6',
  watch: '#FFD54A',
  watchBar: '#FFDF5E',
  watchBarDeep: '#D19A12',
  behind: '#FF9A92',
  behindBar: '#FF7A70',
  behindBarDeep: '#C23A33',
  severePlate: '#C4262B',
  severeText: '#FFFFFF',
  severeEdge: '#FF9A92',
};

const BLACK: ThemeTokens = {
  background: '#000000',
  backgroundGlow: '#000000',
  backgroundDeep: '#000000',
  ray: '#000000',
  panel: '#141414',
  panelDeep: '#141414',
  line: '#FFD84A',
  text: '#FFFFFF',
  muted: '#C8C8C8',
  title: '#FFD84A',
  titleDeep: '#FFD84A',
  accent: '#FFD84A',
  accentDeep: '#FFD84A',
  honour: '#FFD84A',
  honourDeep: '#FFD84A',
  honourText: '#000000',
  track: '#2C2C2C',
  mark: '#FFFFFF',
  ahead: '#40C4FF',
  aheadBar: '#40C4FF',
  aheadBarDeep: '#40C4FF',
  onTime: '#FFFFFF',
  onTimeBar: '#E6E6E6',
  onTimeBarDeep: '#E6E6E6',
  watch: '#FFD600',
  watchBar: '#FFD600',
  watchBarDeep: '#FFD600',
  behind: '#FF6B6B',
  behindBar: '#FF4B4B',
  behindBarDeep: '#FF4B4B',
  severePlate: '#C81E1E',
  severeText: '#FFFFFF',
  severeEdge: '#FF6B6B',
};

export const THEMES: Readonly<Record<ThemeName, ThemeTokens>> = { red: RED, blue: BLUE, black: BLACK };
