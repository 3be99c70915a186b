/** The units and leaders of the demo ledger. */
import type { ChangeRequest } from '../changes/changes.ts';
import type { UnitGroup } from '../../core/registers/unit-groups.ts';
import { create, type Row } from './table.ts';

/** Units in their official order, with the short names for small screens. The last four have no projects: they permit. */
const UNITS: readonly (readonly [name: string, shortName: string, group: UnitGroup])[] = [
  ['柳园乡', '柳园乡', 'township'],
  ['临河镇', '临河镇', 'township'],
  ['文化路街道办', '文化路', 'township'],
  ['东风路街道办', '东风路', 'township'],
  ['滨河路街道办', '滨河路', 'township'],
  ['产业集聚区管委会', '产业集聚区', 'park'],
  ['商务中心区管委会', '商务中心区', 'park'],
  ['现代农业园区管委会', '农业园区', 'park'],
  ['区住建局', '住建局', 'department'],
  ['区教体局', '教体局', 'department'],
  ['区交通运输局', '交通局', 'department'],
  ['区卫计委', '卫计委', 'department'],
  ['区发改委', '发改委', 'department'],
  ['区国土资源局', '国土局', 'department'],
  ['区规划局', '规划局', 'department'],
  ['区环保局', '环保局', 'department'],
];

export const unitId = (name: string): string =>
  `unit-${String(UNITS.findIndex(([each]) => each === name) + 1).padStart(2, '0')}`;

export const unitRequests = (): readonly ChangeRequest[] =>
  UNITS.map(([name, shortName, group], index) =>
    create('units', unitId(name), { name, shortName, group, officialOrder: index + 1 }),
  );

/** Sponsors in protocol order: as the list of projects first names them. */
export const leaderNames = (rows: readonly Row[]): readonly string[] =>
  [...new Set(rows.map((row) => row['sponsor_leader'] ?? ''))].filter((name) => name !== '');

/** The id of a leader; empty for nobody. */
export const leaderId = (leaders: readonly string[], name: string): string => {
  const index = leaders.indexOf(name);
  return index < 0 ? '' : `leader-${String(index + 1).padStart(2, '0')}`;
};

export const leaderRequests = (leaders: readonly string[]): readonly ChangeRequest[] =>
  leaders.map((name, index) =>
    create('leaders', leaderId(leaders, name), { name, title: '县级领导', protocolOrder: index + 1 }),
  );
