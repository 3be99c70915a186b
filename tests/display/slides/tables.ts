/** Hard data for the slides that list: long names, ties, extremes, and nothing at all. */
import type { Programme, ProgrammeSlide } from '../../../core/programme/programme.ts';
import type { ThemeName } from '../../../core/theme/theme-name.ts';
import { demoProgramme } from '../programmes.ts';

const NAMES = [
  '龙湖片区基础设施提升及老旧小区综合改造配套管网雨污分流工程二期建设项目',
  '5G',
  '髙鐵新城䶮山国际会展中心及其配套停车场综合管廊项目(一期)A-12地块',
  '产业集聚区标准化厂房',
];
const UNITS = ['龙湖国家级经济技术开发区管委会', '例镇', '区自然资源和规划局', '滨河路街道办事处'];
const PACES = ['ahead', 'severe', 'watch', 'behind', 'onTime', 'notDue'] as const;
const RATES = [1234.5, 0, 99.96, 41.7, 100, 33.3];

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

const rowsOf = (count: number, row: (order: number) => object): Record<string, object> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, order) => [`row${String(order).padStart(3, '0')}`, { order, ...row(order) }]),
  );

const rate = (value: number) => ({ value, text: value === 99.96 ? '99.9' : value.toFixed(1), exact: '1/1' });

const share = (done: number, due: number) => ({ done, due, ...(due > 0 ? { rate: rate((100 * done) / due) } : {}) });

const progress = (order: number) => ({
  ...(order % 7 === 6 ? {} : { plan: { yuan: 1, text: '123456.78' }, rate: rate(pick(RATES, order)) }),
  completed: { yuan: 1, text: order % 2 === 0 ? '123456.78' : '0.00' },
  variance: {
    value: pick(RATES, order) - 41.7,
    text: `${pick(RATES, order) < 41.7 ? '' : '+'}${(pick(RATES, order) - 41.7).toFixed(1)}`,
  },
  pace: order % 7 === 6 ? 'none' : pick(PACES, order),
  ...(order % 5 === 0 ? { unverified: true } : {}),
});

const slide = (kind: string, order: number, data: object): ProgrammeSlide =>
  ({ kind, order, seconds: 0, data }) as unknown as ProgrammeSlide;

const DAYS = [-1128, -128, -9, 0, 3, 30, 365];

const milestones = (count: number) =>
  rowsOf(count, (order) => {
    const daysLeft = pick(DAYS, order);
    return {
      project: `p${order}`,
      projectName: pick(NAMES, order),
      unit: pick(UNITS, order),
      name: '主体结构全面封顶并完成竣工验收备案及移交',
      dueOn: order % 3 === 0 ? '2016-06-30' : '2017-06-30',
      state: daysLeft < 0 ? 'overdue' : daysLeft <= 30 ? 'due' : 'notDue',
      daysLeft,
    };
  });

const ITEMS: readonly (readonly [zh: string, en: string, max: number])[] = [
  ['年度投资完成率', 'Completion of the annual plan', 25],
  ['完成投资规模位次', 'Rank by completed investment', 5],
  ['序时达标月数', 'Months on schedule', 5],
  ['开工', 'Starts', 8],
  ['竣工', 'Completions', 7],
  ['审批按时办结率', 'Permits on time', 30],
  ['上级事项三日内对接办理率', 'Higher-level cases docked in three days', 20],
  ['通报批评', 'Notices of criticism', 0],
];

const assessment = (count: number) =>
  rowsOf(count, (order) => ({
    group: pick(['township', 'park', 'department'], Math.floor(order / 20)),
    name: pick(UNITS, order),
    shortName: pick(['龙湖开发区', '例镇', '自规局', '滨河路'], order),
    ...(order % 9 === 8 ? {} : { rank: order + 1, change: { kind: 'up', by: 12 } }),
    text: (100 - order * 1.25).toFixed(2),
    value: 100 - order * 1.25,
    items: ITEMS.map(([zh, en, max], index) => {
      const value = max === 0 ? -2.5 : (max * ((order + index) % 5)) / 4;
      return { label: { zh, en }, text: value.toFixed(1), value, max };
    }),
  }));

const board = (count: number, mixed: boolean) =>
  rowsOf(count, (order) => ({
    unit: `u${order}`,
    name: pick(UNITS, order),
    shortName: pick(['龙湖开发区', '例镇', '自规局', '滨河路'], order),
    group: pick(['township', 'park', 'department'], order),
    asOf: mixed && order % 2 === 0 ? '2017-06-30' : '2017-12-31',
    // The day on which a screen looks at it lies within.
    from: '2018-01-05',
    ...(mixed ? { until: '2199-12-31' } : {}),
  }));

const CATEGORIES = ['approvals', 'site', 'dust', 'obstruction', 'infrastructure', 'funds', 'other'];

const issues = (count: number) =>
  Object.fromEntries(
    CATEGORIES.slice(0, count).map((category, order) => {
      const due = pick([12_345, 1, 3], order);
      const done = order % 2 === 0 ? due : Math.floor(due / 3);
      return [category, { order, ...share(done, due), open: due - done }];
    }),
  );

/** Every slide that lists, with `count` rows each where the kind has no bound of its own. */
export function hardTables(count: number, theme: ThemeName = 'red'): Programme {
  const time = rate(41.67);
  const leaders = rowsOf(count, (order) => ({
    leader: order % 4 === 3 ? '区政府党组成员、副区长' : '欧阳例试',
    projects: Array.from({ length: (order % 12) + 1 }, (_, index) => ({
      id: `p${index}`,
      name: pick(NAMES, order + index),
      rate: rate(pick(RATES, index)),
    })),
    ...progress(order),
  }));
  const parts = rowsOf(Math.min(count, 8), (order) => ({
    label: {
      zh: pick(['城市基础设施与公共服务', '工业'], order),
      en: pick(['Urban infrastructure and services', 'Industry'], order),
    },
    projects: 1234,
    ...progress(order),
  }));
  const permits = rowsOf(count, (order) => ({
    name: pick(['行政审批和政务信息管理局', '住建局'], order),
    done: share(123, 1234),
    onTime: order % 5 === 4 ? share(0, 0) : share(order, count),
    overdue: order % 3 === 0 ? 128 : 0,
  }));
  const visits = rowsOf(count, (order) => ({
    name: pick(['“五一”国际劳动节暨青年节', '端午'], order),
    from: '2016-12-31',
    to: '2017-01-02',
    coverage: order % 5 === 4 ? share(0, 0) : share(order % 21, 20),
  }));
  return {
    ...demoProgramme(theme),
    slides: {
      milestones: slide('milestones', 0, {
        done: share(66, 199),
        onTime: share(0, 199),
        overdue: count,
        rows: milestones(count),
      }),
      leaders: slide('leaders', 1, { leaders: 20, coverage: share(39, 42), rows: leaders, time }),
      breakdown: slide('breakdown', 2, { by: 'sector', rows: parts, time }),
      issues: slide('issues', 3, {
        resolved: share(count * 411, count * 1234),
        open: 99_999,
        byCategory: issues(count),
        rows: {},
      }),
      permits: slide('permits', 4, {
        done: share(1, 3),
        onTime: share(2, 3),
        fully: share(0, 0),
        overdue: count,
        rows: permits,
      }),
      visits: slide('visits', 5, { visits: count * 41, projects: count, rows: visits }),
      assessment: slide('assessment', 6, { scheme: '年度综合考核办法', rows: assessment(Math.min(count, 60)) }),
      red: slide('redBlack', 7, { board: 'red', rows: board(Math.min(count, 13), false) }),
      black: slide('redBlack', 8, { board: 'black', rows: board(Math.min(count, 5), true) }),
    },
  };
}
