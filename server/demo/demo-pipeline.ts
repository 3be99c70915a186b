/** The 223 candidates of the next year, and those of them that are meant for city and province. */
import type { ChangeRequest } from '../changes/changes.ts';
import { YUAN_PER_WAN } from '../../core/money.ts';
import type { KeyLevel } from '../../core/registers/project-choices.ts';
import { unitId } from './demo-directory.ts';
import { create, readRows, type Row } from './table.ts';

const LEVELS: Readonly<Record<string, KeyLevel>> = { 省级: 'provincial', 市级: 'municipal', 区级: 'district' };
const SECTORS: Readonly<Record<string, string>> = {
  工业: 'industry',
  服务业: 'services',
  农业: 'agriculture',
  基础设施: 'infrastructure',
  民生: 'livelihood',
};

const YEAR = 2018;
/** The round that settled the list. */
const LAST_ROUND = 9;

const itemId = (row: Row): string => `pipeline-${row['项目编号'] ?? ''}`;

const itemRequest = (row: Row): ChangeRequest =>
  create('pipeline', itemId(row), {
    code: row['项目编号'],
    name: row['项目名称'],
    year: YEAR,
    sector: SECTORS[row['项目类别'] ?? ''],
    leadUnit: unitId(row['责任单位'] ?? ''),
    totalInvestmentYuan: Number(row['总投资(万元)']) * YUAN_PER_WAN,
    annualPlanYuan: Number(row['2018年度计划投资(万元)']) * YUAN_PER_WAN,
    plannedStart: row['计划开工'],
    plannedFinish: row['计划竣工'],
    intendedLevel: LEVELS[row['申报级别'] ?? ''],
    round: LAST_ROUND,
    state: 'adopted',
  });

/** What is meant to be declared; nothing is accepted yet at the end of the year. */
const declarationRequest = (row: Row): ChangeRequest =>
  create('declarations', `declaration-${row['项目编号'] ?? ''}`, {
    item: itemId(row),
    year: YEAR,
    level: LEVELS[row['申报级别'] ?? ''],
    state: 'draft',
  });

export function pipelineRequests(): readonly ChangeRequest[] {
  const rows = readRows('pipeline-2018.csv');
  return [...rows.map(itemRequest), ...rows.filter((row) => row['申报级别'] !== '区级').map(declarationRequest)];
}
