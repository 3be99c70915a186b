/** What the tokens of a theme are called, grouped by what they are for; the order of the admin page. */
import type { Label } from '../register/label.ts';
import type { ThemeTokens } from './tokens.ts';

export type Token = keyof ThemeTokens;

export const TOKEN_LABELS: Readonly<Record<Token, Label>> = {
  background: { zh: '背景', en: 'Background' },
  backgroundGlow: { zh: '背景最亮处', en: 'Brightest background' },
  backgroundDeep: { zh: '背景最暗处', en: 'Darkest background' },
  ray: { zh: '光线与纹样', en: 'Rays and motifs' },
  panel: { zh: '面板亮端', en: 'Panel, light end' },
  panelDeep: { zh: '面板暗端', en: 'Panel, dark end' },
  line: { zh: '分隔线', en: 'Lines' },
  text: { zh: '正文', en: 'Text' },
  muted: { zh: '次要文字', en: 'Secondary text' },
  title: { zh: '标题', en: 'Title' },
  titleDeep: { zh: '标题渐变末端', en: 'Title, lower end' },
  accent: { zh: '点缀与角标', en: 'Accent and badges' },
  accentDeep: { zh: '点缀渐变末端', en: 'Accent, lower end' },
  honour: { zh: '名次牌亮端', en: 'Honour plate, light end' },
  honourDeep: { zh: '名次牌暗端', en: 'Honour plate, dark end' },
  honourText: { zh: '名次牌上的字', en: 'Text on honour plates' },
  track: { zh: '进度条底槽', en: 'Track of bars' },
  mark: { zh: '序时线', en: 'Line of time' },
  ahead: { zh: '领先文字', en: 'Ahead' },
  aheadBar: { zh: '领先条', en: 'Bar, ahead' },
  aheadBarDeep: { zh: '领先条起端', en: 'Bar, ahead, start' },
  onTime: { zh: '正常文字', en: 'On time' },
  onTimeBar: { zh: '正常条', en: 'Bar, on time' },
  onTimeBarDeep: { zh: '正常条起端', en: 'Bar, on time, start' },
  watch: { zh: '预警文字', en: 'Watch' },
  watchBar: { zh: '预警条', en: 'Bar, watch' },
  watchBarDeep: { zh: '预警条起端', en: 'Bar, watch, start' },
  behind: { zh: '滞后文字', en: 'Behind' },
  behindBar: { zh: '滞后条', en: 'Bar, behind' },
  behindBarDeep: { zh: '滞后条起端', en: 'Bar, behind, start' },
  severePlate: { zh: '严重滞后牌', en: 'Plate of far behind' },
  severeText: { zh: '严重滞后牌上的字', en: 'Text on that plate' },
  severeEdge: { zh: '严重滞后牌边', en: 'Edge of that plate' },
};

export interface TokenGroup {
  readonly label: Label;
  readonly tokens: readonly Token[];
}

export const TOKEN_GROUPS: readonly TokenGroup[] = [
  { label: { zh: '背景', en: 'Background' }, tokens: ['background', 'backgroundGlow', 'backgroundDeep', 'ray'] },
  { label: { zh: '面板', en: 'Panels' }, tokens: ['panel', 'panelDeep', 'line'] },
  { label: { zh: '文字', en: 'Text' }, tokens: ['text', 'muted'] },
  { label: { zh: '标题与点缀', en: 'Title and accent' }, tokens: ['title', 'titleDeep', 'accent', 'accentDeep'] },
  { label: { zh: '前三名', en: 'The first three' }, tokens: ['honour', 'honourDeep', 'honourText'] },
  { label: { zh: '领先', en: 'Ahead' }, tokens: ['ahead', 'aheadBar', 'aheadBarDeep'] },
  { label: { zh: '正常', en: 'On time' }, tokens: ['onTime', 'onTimeBar', 'onTimeBarDeep'] },
  { label: { zh: '预警', en: 'Watch' }, tokens: ['watch', 'watchBar', 'watchBarDeep'] },
  { label: { zh: '滞后', en: 'Behind' }, tokens: ['behind', 'behindBar', 'behindBarDeep'] },
  { label: { zh: '严重滞后', en: 'Far behind' }, tokens: ['severePlate', 'severeText', 'severeEdge'] },
  { label: { zh: '进度条', en: 'Bars' }, tokens: ['track', 'mark'] },
];
