/** The figures of the year besides money against plan, one a line. */
import type { Label } from '../register/label.ts';
import { wanText } from '../money.ts';
import type { TableValue } from '../workbook/table.ts';
import { asText, memberOf, shareText, type BoardValues } from './board-values.ts';
import { WAN } from './money-words.ts';

const COUNT: Label = { zh: '个', en: '' };
const TIMES: Label = { zh: '次', en: '' };
const ISSUES: Label = { zh: '期', en: '' };

const moneyText = (value: unknown): TableValue => {
  const yuan = memberOf(value, 'yuan');
  return typeof yuan === 'number' ? wanText(yuan) : null;
};

type Fact = readonly [zh: string, en: string, path: string, unit: Label, show?: (value: unknown) => TableValue];

const FACTS_OF_YEAR: readonly Fact[] = [
  ['责任领导', 'Sponsor leaders', 'sponsors/leaders', { zh: '名', en: '' }],
  ['分包覆盖(已分包/项目数)', 'Sponsored', 'sponsors/coverage', COUNT, shareText],
  ['现场督导', 'Site visits', 'visits/visits', TIMES],
  ['专项督导', 'Campaign visits', 'visits/campaignVisits', TIMES],
  ['通报', 'Bulletins', 'bulletins', ISSUES],
  ['分析报告', 'Analyses', 'analyses', ISSUES],
  ['集中开工活动', 'Group commencements', 'commencements/events', TIMES],
  ['集中开工项目', 'Projects commenced', 'commencements/projects', COUNT],
  ['集中开工总投资', 'Their total investment', 'commencements/total', WAN, moneyText],
  ['谋划项目', 'Pipeline projects', 'pipeline/projects', COUNT],
  ['谋划项目总投资', 'Their total investment', 'pipeline/total', WAN, moneyText],
  ['谋划项目年度计划投资', 'Their plan of the year', 'pipeline/plan', WAN, moneyText],
  ['谋划项目中亿元以上', 'Of 100 M¥ and more', 'pipeline/from100M', COUNT, shareText],
  ['拟申报省、市重点', 'Meant to be declared', 'declarations/intended/projects', COUNT],
  ['手续办结(已办/应办)', 'Permits done', 'permits/done', COUNT, shareText],
  ['手续按时办结', 'Permits in time', 'permits/onTime', COUNT, shareText],
  ['手续齐全项目', 'Fully permitted projects', 'permits/fully', COUNT, shareText],
  ['问题办结(已办/登记)', 'Issues resolved', 'issues', COUNT, shareText],
  ['督办通知单', 'Notices issued', 'notices/issued', COUNT],
  ['督办按期反馈', 'Notices answered in time', 'notices/feedback', COUNT, shareText],
  ['督办办结', 'Notices closed', 'notices/closure', COUNT, shareText],
  ['工作机制', 'Mechanisms', 'mechanisms', COUNT],
];

/** The lines, as `FACTS` shows them. */
export const yearFacts = (board: BoardValues): readonly BoardValues[] =>
  FACTS_OF_YEAR.map(([zh, en, path, unit, show = asText]) => {
    const value = path.split('/').reduce<unknown>(memberOf, board);
    return { zh, en, unit, value: show(value) };
  });
