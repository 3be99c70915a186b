/** Programmes for the display's tests: the demo ledger, and hard data. */
import { programmeWith } from '../../core/programme/build.ts';
import type { Programme, ProgrammeSlide } from '../../core/programme/programme.ts';
import type { Group } from '../../core/registers/index.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import type { ThemeName } from '../../core/theme/theme-name.ts';
import { DEFAULT_STAGE, type Stage } from '../../core/stage/stage.ts';
import { COMMON_STAGES } from '../../core/stage/presets.ts';
import { instant, type IsoDate } from '../../core/time.ts';
import { demoLedger } from '../support/ledger.ts';

/** The demo ledger as of the end of May, when there are leaders and laggards. */
export function ledgerAsOf(asOf: string): Ledger {
  const ledger = demoLedger();
  const settings = ledger.tables.settings.get('settings');
  if (!settings) throw new Error('the demo ledger has settings');
  const changed = new Map([['settings', { ...settings, asOf: asOf as IsoDate }]]);
  return { ...ledger, tables: { ...ledger.tables, settings: changed } };
}

/** The same with figures that nobody has verified, which screens are let use. */
export function unverifiedLedger(asOf: string): Ledger {
  const ledger = ledgerAsOf(asOf);
  const settings = [...ledger.tables.settings].map(([id, each]) => [id, { ...each, showReported: true }] as const);
  const reports = [...ledger.tables.reports].map(([id, each]) => [id, { ...each, state: 'submitted' }] as const);
  return { ...ledger, tables: { ...ledger.tables, settings: new Map(settings), reports: new Map(reports) } };
}

export function demoProgramme(
  theme: ThemeName = 'red',
  asOf = '2017-05-31',
  locale: Group['locale'] = 'zh-CN',
  ledger = ledgerAsOf(asOf),
): Programme {
  const [playlist] = ledger.tables.playlists.values();
  const [group] = ledger.tables.groups.values();
  if (!playlist || !group) throw new Error('the demo ledger has a playlist and a group');
  const programme = programmeWith(ledger, { ...group, theme, locale }, playlist);
  if (!programme) throw new Error('the demo ledger makes a programme');
  return programme;
}

/** A stage of a size; walls of the common sizes have the pitch and distance that such walls usually have. */
export const stageOf = (width: number, height: number, pitchMm?: number, distanceM?: number): Stage => {
  const usual = COMMON_STAGES.find((each) => each.width === width && each.height === height) ?? DEFAULT_STAGE;
  return {
    ...usual,
    width,
    height,
    ...(pitchMm === undefined ? {} : { pitchMm }),
    ...(distanceM === undefined ? {} : { distanceM }),
  };
};

const NAMES = [
  '龙湖片区基础设施提升及老旧小区综合改造配套管网雨污分流工程二期建设项目',
  '5G',
  '髙鐵新城䶮山国际会展中心及其配套停车场综合管廊项目(一期)A-12地块',
];

const hardRows = (count: number): Record<string, object> => {
  const rates = [1234.5, 160, 100, 99.96, 99.96, 41.7, 3.1, 0];
  const paces = ['ahead', 'ahead', 'ahead', 'onTime', 'watch', 'behind', 'severe', 'notDue'] as const;
  return Object.fromEntries(
    Array.from({ length: count }, (_, order) => {
      const rate = order === count - 1 && count > 1 ? undefined : rates[order % rates.length];
      const text = rate === 99.96 ? '99.9' : rate?.toFixed(1);
      return [
        `row${String(order).padStart(3, '0')}`,
        {
          order,
          ...(rate === undefined ? {} : { rank: order + 1, rate: { value: rate, text: text ?? '', exact: '1/1' } }),
          ...(rate === undefined
            ? {}
            : { variance: { value: rate - 41.7, text: `${rate < 41.7 ? '' : '+'}${(rate - 41.7).toFixed(1)}` } }),
          change: order % 3 === 0 ? { kind: 'up', by: 12 } : order % 3 === 1 ? { kind: 'new' } : { kind: 'same' },
          name: NAMES[order % NAMES.length] ?? '',
          shortName: '龙湖片区综合改造',
          projects: 123,
          level: 'provincial',
          sector: 'transport',
          lifecycle: 'started',
          unit: '现代农业园区管委会',
          unitShortName: '农业园区',
          physicalProgress: '主体结构封顶,外立面及室外配套工程施工,完成总工程量的百分之八十五',
          ...(rate === undefined ? {} : { plan: { yuan: 12_345_600_000_000, text: '123456.78' } }),
          completed: { yuan: 0, text: '123456.78' },
          pace: rate === undefined ? 'none' : paces[order % paces.length],
        },
      ];
    }),
  );
};

const slide = (kind: string, order: number, data: object): ProgrammeSlide =>
  ({ kind, order, seconds: 0, data }) as unknown as ProgrammeSlide;

/** A ranking of `count` rows with long names, ties, 99.96 %, far over 100 %, no plan and no rank. */
export function hardProgramme(count: number, theme: ThemeName = 'red'): Programme {
  const rows = hardRows(count);
  const one = hardRows(1)['row000'];
  const time = { value: 41.67, text: '41.7', exact: '5/12' };
  const base = demoProgramme(theme);
  const milestones = Object.fromEntries(
    (['done', 'doneLate', 'due', 'overdue', 'notDue', 'notDue', 'notDue', 'notDue'] as const).map((state, order) => [
      `m${order}`,
      {
        order,
        name: '主体结构全面封顶并完成竣工验收备案',
        dueOn: '2017-06-15',
        state,
        daysLeft: state === 'overdue' ? -128 : 15,
      },
    ]),
  );
  return {
    ...base,
    issuer: '某某市某某新区国家级经济技术开发区重点项目建设办公室',
    source: '某某市某某新区国家级经济技术开发区重点项目建设办公室',
    edition: { number: 999, correction: 12, title: '第999期更正12' },
    figuresChangedAt: instant(0),
    slides: {
      cover: slide('cover', 0, {
        district: '某某国家级经济技术开发区',
        office: base.issuer,
        year: 2017,
        subtitle: '鼓励先进鞭策后进鼓励先进鞭策后进鼓励先进鞭策后进鼓励先进鞭策后进',
      }),
      units: slide('unitRanking', 1, { group: 'township', time, rows }),
      ranking: slide('projectRanking', 2, { time, rows }),
      projects: slide('projects', 3, { time, rows }),
      project: slide('project', 4, { ...one, time, total: { yuan: 1, text: '123456.78' }, milestones }),
      summary: slide('summary', 5, {
        ...one,
        projects: 12345,
        byLevel: { provincial: 1234, municipal: 5678, district: 9012 },
        completedHeadline: '123456.78',
        total: { yuan: 1, text: '123456.78' },
        timeProgress: time,
        started: { done: 1234, due: 1234, rate: { value: 100, text: '100.0', exact: '1/1' } },
        resumed: { done: 0, due: 0 },
        finished: { done: 88, due: 99, rate: { value: 88.9, text: '88.9', exact: '1/1' } },
      }),
      ticker: slide('ticker', 6, { text: '各责任单位请注意:'.repeat(30).slice(0, 300) }),
    },
  };
}

/** The township ranking as of May with the last unit suddenly first. */
export function withClimb(programme: Programme): { programme: Programme; climber: string } {
  const slide = programme.slides['townships'];
  if (slide?.kind !== 'unitRanking') throw new Error('the demo ranks townships');
  const rows = Object.entries(slide.data.rows).sort(([, a], [, b]) => a.order - b.order);
  const last = rows.pop();
  if (!last) throw new Error('there are townships');
  const [climber, row] = last;
  const up = { ...row, order: 0, rank: 1, rate: { value: 88, text: '88.0', exact: '88/100' } };
  const others = rows.map(([id, each], index) => [id, { ...each, order: index + 1, rank: index + 2 }] as const);
  const data = { ...slide.data, rows: Object.fromEntries([[climber, up], ...others]) };
  return { programme: { ...programme, slides: { ...programme.slides, townships: { ...slide, data } } }, climber };
}
