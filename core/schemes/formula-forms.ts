/** The forms of formulas, and of the lines that score projects. */
import {
  label,
  amount,
  maybeAmount,
  maybeInteger,
  flag,
  text,
  choice,
  group,
  list,
  measure,
  type FormMember,
  type Shape,
} from './form-member.ts';
import type { Formula, ProjectLine, ProjectTrait } from './scheme.ts';
import { LINE_WORDS, TRAIT_ANSWERS, TRAIT_WORDS } from './words.ts';

/** A scheme's names are in both languages. */
export const labelMember = group('label', '名称', 'Name', [
  text('zh', '中文', 'Chinese'),
  text('en', '英文', 'English'),
]);
/** The name of a new line. */
export const FRESH_LABEL = { zh: '新条目', en: 'New line' };

/** What is counted, and the points of each. */
export const perCount = [measure, amount('points', '每个计分', 'Points each')];
/** A new count. */
export const FRESH_COUNT = { measure: 'noticesIssued', points: -1 };

const bands = (withShare: boolean): FormMember =>
  list(
    'bands',
    label('分档（从低到高）', 'Bands, rising'),
    [
      amount('from', '不低于', 'From'),
      ...(withShare
        ? [maybeAmount('points', '得分', 'Points'), maybeAmount('share', '或占最高分比例', 'Or share of the maximum')]
        : [amount('points', '得分', 'Points')]),
    ],
    { from: 0, points: 1 },
  );

const base = (name: string, zh: string, en: string, none: boolean): FormMember => ({
  kind: 'either',
  name,
  label: label(zh, en),
  words: { ...(none ? { '': label('零分', 'No points') } : {}), max: label('满分', 'The maximum') },
  fresh: 0,
});

const TRAITS = Object.keys(TRAIT_WORDS) as readonly ProjectTrait[];

const traitChoice = (answered: boolean): FormMember =>
  choice(
    'trait',
    '项目属性',
    'Trait',
    Object.fromEntries(
      TRAITS.filter((each) => (TRAIT_ANSWERS[each] !== undefined) === answered).map((each) => [
        each,
        TRAIT_WORDS[each],
      ]),
    ),
  );

const LINE_HEAD = [text('id', '编号', 'Id'), labelMember];

const LINE_SHAPES: Readonly<Record<ProjectLine['type'], Shape>> = {
  choice: {
    fresh: { id: 'line', label: FRESH_LABEL, type: 'choice', trait: 'keyLevel', points: { provincial: 1 } },
    of: [...LINE_HEAD, traitChoice(true), { kind: 'answers', name: 'points', label: label('得分', 'Points') }],
  },
  band: {
    fresh: { id: 'line', label: FRESH_LABEL, type: 'band', trait: 'annualPlanYuan', bands: [{ from: 1, points: 1 }] },
    of: [...LINE_HEAD, traitChoice(false), bands(false)],
  },
  times: {
    fresh: { id: 'line', label: FRESH_LABEL, type: 'times', trait: 'completionRate', points: 1 },
    of: [
      ...LINE_HEAD,
      traitChoice(false),
      amount('points', '倍数', 'Factor'),
      maybeAmount('cap', '最高得分', 'At most'),
    ],
  },
};

/** A list whose entries are of several shapes has one member, which stands for the whole entry. */
const lines = (name: string): FormMember =>
  list(
    name,
    label('项目得分项', 'Lines of a project’s score'),
    [
      {
        kind: 'variant',
        name: '',
        label: label('计分方式', 'How'),
        words: LINE_WORDS,
        shapes: LINE_SHAPES,
        by: 'type',
      },
    ],
    LINE_SHAPES.choice.fresh,
  );

const FROM_SHAPES: Readonly<Record<'item' | 'projects', Shape>> = {
  item: { fresh: { item: '' }, of: [{ kind: 'item', name: 'item', label: label('考核项', 'Item') }] },
  projects: { fresh: { projects: [LINE_SHAPES.choice.fresh] }, of: [lines('projects')] },
};

/** The measure that new formulas begin with. */
export const RATE = { measure: 'investmentCompletionRate' } as const;

/** The members of each kind of formula, after its type. */
export const FORMULA_FORMS: Readonly<Record<Formula['type'], Shape>> = {
  proportional: {
    fresh: { type: 'proportional', ...RATE, target: 100 },
    of: [measure, amount('target', '目标值', 'Target')],
  },
  linearDeduct: {
    fresh: { type: 'linearDeduct', ...RATE, target: 100, perUnit: 0.5 },
    of: [measure, amount('target', '目标值', 'Target'), amount('perUnit', '每低一个单位扣分', 'Points off per unit')],
  },
  piecewise: {
    fresh: { type: 'piecewise', ...RATE, pivot: 100, base: 'max', slopes: [{ to: 100, perUnit: 0.5 }] },
    of: [
      measure,
      amount('pivot', '基准值', 'Pivot'),
      base('base', '基准处得分', 'Points at the pivot', false),
      list(
        'slopes',
        label('各段（从低到高）', 'Slopes, rising'),
        [
          maybeAmount('from', '从', 'From'),
          maybeAmount('to', '到', 'To'),
          amount('perUnit', '每单位分值', 'Points per unit'),
        ],
        { perUnit: 0.1 },
      ),
    ],
  },
  band: { fresh: { type: 'band', ...RATE, bands: [{ from: 60, share: 1 }] }, of: [measure, bands(true)] },
  rankPoints: {
    fresh: { type: 'rankPoints', ...RATE, points: [1, 0.8, 0.6], others: 0.4, share: true, ties: 'shared' },
    of: [
      measure,
      list(
        'points',
        label('各名次得分（从第一名起）', 'Points by place, first place first'),
        [amount('', '得分', 'Points')],
        0,
      ),
      amount('others', '其余名次得分', 'Points of the others'),
      flag('share', '得分是最高分的比例', 'Points are shares of the maximum'),
      choice('ties', '并列时', 'Of equals', {
        shared: label('各得该名次的分', 'Each takes the points of the rank'),
        mean: label('取所占名次的平均分', 'The mean of the places taken'),
      }),
    ],
  },
  countPoints: {
    fresh: { type: 'countPoints', counts: [FRESH_COUNT] },
    of: [base('base', '起点', 'Starts from', true), list('counts', label('计数', 'Counts'), perCount, FRESH_COUNT)],
  },
  projectSum: {
    fresh: { type: 'projectSum', lines: [LINE_SHAPES.choice.fresh], combine: 'sum' },
    of: [
      choice('combine', '汇总', 'Over projects', { sum: label('求和', 'Sum'), mean: label('平均', 'Mean') }),
      lines('lines'),
    ],
  },
  allOrNothing: {
    fresh: { type: 'allOrNothing', ...RATE, target: 100 },
    of: [measure, amount('target', '目标值', 'Target')],
  },
  eventLedger: {
    fresh: { type: 'eventLedger', points: 1 },
    of: [
      maybeAmount('points', '每次计分（未另记分值的）', 'Points for an entry without its own'),
      maybeInteger('perQuarter', '每季最多次数', 'At most in a quarter'),
      maybeInteger('perYear', '每年最多次数', 'At most in a year'),
    ],
  },
  judges: { fresh: { type: 'judges', outOf: 100 }, of: [amount('outOf', '满分为', 'Out of')] },
  external: {
    fresh: { type: 'external', mechanism: '', outOf: 100 },
    of: [text('mechanism', '考核机制编号', 'Id of the mechanism'), amount('outOf', '满分为', 'Out of')],
  },
  inherit: {
    fresh: { type: 'inherit', share: 50, from: { item: '' } },
    of: [
      amount('share', '比例（%）', 'Share (%)'),
      {
        kind: 'variant',
        name: 'from',
        label: label('取自', 'Of'),
        words: {
          item: label('另一考核项', 'Another item'),
          projects: label('项目平均得分', 'The mean of its projects'),
        },
        shapes: FROM_SHAPES,
        by: '',
      },
    ],
  },
  periodic: {
    fresh: { type: 'periodic', of: { type: 'proportional', ...RATE, target: 100 } },
    of: [
      maybeAmount(
        'monthlyShare',
        '月均分占比（%，其余为年末）',
        'Share of the months’ mean (%, the rest the year’s end)',
      ),
    ],
  },
};

/** The kinds of formula that a month's end can be asked for. */
export const MONTHLY_FORMULAS: readonly Formula['type'][] = [
  'proportional',
  'linearDeduct',
  'piecewise',
  'band',
  'rankPoints',
  'countPoints',
  'projectSum',
  'allOrNothing',
];
