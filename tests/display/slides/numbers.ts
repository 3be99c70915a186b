/** Hard data for the slides of numbers: figures, names and days at the ends of what can be. */
import type { Programme, ProgrammeSlide } from '../../../core/programme/programme.ts';
import { parseDate, type IsoDate } from '../../../core/time.ts';

const LONG = '龙湖片区基础设施提升及老旧小区综合改造配套管网雨污分流工程二期建设项目集中开工活动';
const LONG_UNIT = '某某国家级经济技术开发区管理委员会';

const rate = (value: number) => ({ value, text: value.toFixed(1), exact: `${Math.round(value * 1000)}/100000` });
const money = (text: string) => ({ yuan: Math.round(Number(text) * 1e8), text });
const slide = (kind: string, order: number, data: object): ProgrammeSlide =>
  ({ kind, order, seconds: 0, data }) as unknown as ProgrammeSlide;

const monthEnd = (month: number): string => new Date(Date.UTC(2017, month, 0)).toISOString().slice(0, 10);

const point = (month: number, value: number | undefined, unverified = false) => ({
  asOf: monthEnd(month),
  plan: money('123456.78'),
  completed: money('98765.43'),
  ...(value === undefined ? {} : { rate: rate(value) }),
  time: rate((month * 100) / 12),
  ...(unverified ? { unverified: true } : {}),
});

const part = (zh: string, en: string, values: readonly (number | undefined)[], order: number) => ({
  order,
  label: { zh, en },
  points: values.map((value, index) => point(index + 1, value)),
});

const line = (values: readonly (number | undefined)[]) =>
  values.map((value, index) => point(index + 1, value, index % 4 === 3));

/** Parts whose lines end at nearly one point, one far beyond the plot, one without a plan, one with a gap. */
const crowded = {
  industry: part('工业', 'Industry', [3, 11, 24, 39, 54.6], 0),
  agriculture: part('农业', 'Agriculture', [3, 11, 24, 39, 54.5], 1),
  urban: part('城建', 'Urban construction', [3, undefined, 24, 39, 54.4], 2),
  social: part('社会事业', 'Social services', [80, 300, 600, 900, 1234.5], 3),
  services: part('服务业', 'Services', [0, 0, 0, 0, 0], 4),
  transport: part('交通能源', 'Transport and energy', [undefined, undefined, undefined, undefined, undefined], 5),
};

const trends = {
  'trend-crowded': { by: 'sector', all: line([2.3, 11.1, 24.3, 39.5, 54.6]), rows: crowded },
  'trend-behind': { by: 'group', all: line([2, 6, 9]), rows: {} },
  'trend-one': { by: 'group', all: line([2.3]), rows: {} },
  'trend-gap': { by: 'group', all: line([2.3, undefined, undefined, 40, 50]), rows: {} },
  'trend-far': {
    by: 'group',
    all: line([8, 90, 240, 380, 500, 640, 700, 800, 900, 1000, 1100, 1234.5]),
    rows: crowded,
  },
  'trend-unplanned': { by: 'group', all: [point(1, undefined)], rows: {} },
  'trend-none': { by: 'group', all: [], rows: {} },
};

const band = (order: number, count: number, before?: number) => ({
  order,
  count,
  ...(before === undefined ? {} : { before, delta: count - before }),
});
const sums = { year: 2018, total: money('123456.78'), plan: money('12345.67') };
const pipelines = {
  'pipeline-less': {
    ...sums,
    projects: 12345,
    intensity: rate(9.99),
    from100M: { done: 9000, due: 12345, rate: rate(72.9) },
    rows: {
      from10Yi: band(0, 1234, 5678),
      from5Yi: band(1, 30, 30),
      from1Yi: band(2, 7736, 91),
      below1Yi: band(3, 3345, 0),
    },
  },
  'pipeline-first': {
    ...sums,
    projects: 5,
    from100M: { done: 5, due: 5, rate: rate(100) },
    rows: { from10Yi: band(0, 1), from5Yi: band(1, 0), from1Yi: band(2, 4), below1Yi: band(3, 0) },
  },
  'pipeline-none': {
    ...sums,
    projects: 0,
    total: money('0.00'),
    plan: money('0.00'),
    from100M: { done: 0, due: 0 },
    rows: { from10Yi: band(0, 0), from5Yi: band(1, 0), from1Yi: band(2, 0), below1Yi: band(3, 0) },
  },
};

const event = {
  name: LONG,
  number: 99,
  heldOn: '2099-12-31',
  venue: '商务中心区龙湖大道与如意路交叉口东北角',
  held: false,
  projects: 12345,
  total: money('123456.78'),
  plan: money('12345.67'),
  year: { events: 12, projects: 123456, total: money('1234567.89'), plan: money('123456.78') },
};
const none = { events: 0, projects: 0, total: money('0.00'), plan: money('0.00') };
const events = {
  'event-soon': {
    ...event,
    name: '第四批重点项目集中开工',
    venue: '商务中心区',
    heldOn: '2099-03-01',
    projects: 31,
    total: money('54.10'),
    plan: money('25.13'),
    year: none,
  },
  'event-far': event,
  'event-held': { ...event, heldOn: '2017-08-18', held: true },
  'event-past': { ...event, heldOn: '2017-08-18', venue: undefined, projects: 0, total: money('0.00'), year: none },
};

const measure = (order: number, zh: string, en: string, unit: string, first?: number, second?: number) => ({
  order,
  label: { zh, en },
  unit,
  better: 'higher',
  ...(first === undefined
    ? {}
    : { first: { ...rate(first), text: `${unit === 'points' && first > 0 ? '+' : ''}${first.toFixed(1)}` } }),
  ...(second === undefined
    ? {}
    : { second: { ...rate(second), text: `${unit === 'points' && second > 0 ? '+' : ''}${second.toFixed(1)}` } }),
  ...(first === undefined || second === undefined
    ? {}
    : { leads: first > second ? 'first' : first < second ? 'second' : 'level' }),
});
const measures = {
  a: measure(0, '投资完成率', 'Completion of the annual plan', 'rate', 1234.5, 99.9),
  b: measure(1, '年内累计完成投资', 'Completed this year', 'yuan', 123456.8, 0),
  c: measure(2, '进度偏差', 'Against the schedule', 'points', -41.7, 1192.8),
  d: measure(3, '年度开工率', 'Starts of the year', 'rate', 100, 100),
  e: measure(4, '竣工率（计划口径）', 'Completions of the plan', 'rate', 0),
  f: measure(5, '节点完成率', 'Milestones done', 'rate'),
};
const unit = (id: string, leads: number, name = LONG_UNIT, shortName = '经济技术开发区') => ({
  id,
  name,
  shortName,
  leads,
  unverified: true,
});
const contest = {
  season: '2017年度下半年重点项目擂台赛总决赛轮',
  round: 99,
  kind: 'challenge',
  measure: '投资完成率、节点完成情况、问题办结率与按时填报率综合评定及现场观摩评议',
  result: 'draw',
  firstHundredths: 100_000,
  secondHundredths: 9999,
  flagHolder: 'b',
};
const duels = {
  'duel-hard': { figuresAsOf: '2017-05-31', first: unit('a', 12), second: unit('b', 12), contest, rows: measures },
  'duel-plain': {
    figuresAsOf: '2017-05-31',
    first: unit('a', 5, '柳园乡', '柳园乡'),
    second: unit('b', 3, '临河镇', '临河镇'),
    rows: measures,
  },
  'duel-none': { figuresAsOf: '2017-05-31', first: unit('a', 0), second: unit('b', 0), rows: { f: measures.f } },
};

const TEXT =
  '经区重点项目建设领导小组研究，本周五上午九时在区政府二楼会议室召开重点项目周调度会，请各责任单位主要负责同志参加，并于周四18时前完成数据填报与核实。';
const notices = {
  'notice-one': '雪',
  'notice-short': '明日8时起全区停电检修',
  'notice-middle': TEXT,
  'notice-long': TEXT.repeat(6).slice(0, 400),
  'notice-latin': 'Supercalifragilisticexpialidocious '.repeat(11).trim().slice(0, 400),
};

/** Every slide of numbers with hard data on the ground of another programme. */
export function hardNumbers(base: Programme): Programme {
  const entries: (readonly [string, string, object])[] = [
    ...Object.entries(trends).map(([id, data]) => [id, 'trend', data] as const),
    ...Object.entries(pipelines).map(([id, data]) => [id, 'pipeline', data] as const),
    ...Object.entries(events).map(([id, data]) => [id, 'commencement', data] as const),
    ...Object.entries(duels).map(([id, data]) => [id, 'headToHead', data] as const),
    ...Object.entries(notices).map(([id, text]) => [id, 'notice', { text }] as const),
    ['clock-plain', 'clock', {}],
    ['clock-soon', 'clock', { until: '2099-12-31', event: LONG.slice(0, 30) }],
    ['clock-past', 'clock', { until: '2017-12-28' }],
    ['neutral-long', 'neutral', { district: '某某国家级经济技术开发区', office: `${LONG_UNIT}重点项目建设办公室` }],
  ];
  return {
    ...base,
    slides: Object.fromEntries(entries.map(([id, kind, data], order) => [id, slide(kind, order, data)])),
  };
}

/** A date of a test, checked. */
export function isoDate(text: string): IsoDate {
  const date = parseDate(text);
  if (!date) throw new Error(`${text} is no date`);
  return date;
}
