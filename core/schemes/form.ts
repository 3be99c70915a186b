/** The forms in which a person writes a scheme: which members each part has, and what a new one starts with. */
import {
  label,
  amount,
  maybeAmount,
  maybeInteger,
  integer,
  flag,
  text,
  choice,
  group,
  list,
  measure,
  type FormMember,
  type Shape,
} from './form-member.ts';
import { labelMember, FRESH_LABEL, FRESH_COUNT, RATE, perCount } from './formula-forms.ts';
import type { Gate, Honours, Item } from './scheme.ts';
import { EFFECT_WORDS, NA_WORDS, PERIOD_WORDS, RANK_METHOD_WORDS, RANK_ON_WORDS } from './words.ts';

/** A reading of a measure with a value. */
const reading = (value: 'value' | 'below', zh: string, en: string): readonly FormMember[] => [
  measure,
  amount(value, zh, en),
];

/** What an item has besides its id, names, part, maxima and formula. */
export const ITEM_RULES: readonly FormMember[] = [
  { kind: 'either', name: 'na', label: label('无计分基数时', 'Without a base'), words: NA_WORDS, fresh: 0, base: true },
  {
    kind: 'either',
    name: 'cap',
    label: label('得分上限', 'At most'),
    words: { '': label('最高分', 'The maximum'), none: label('不封顶', 'No cap') },
    fresh: 0,
  },
  maybeAmount('min', '得分下限', 'At least'),
  maybeInteger('decimals', '先保留小数位（空为不舍入）', 'Rounded to decimals (empty: exact)'),
  flag('evidenceRequired', '须有依据材料', 'Evidence required'),
  {
    kind: 'either',
    name: 'period',
    label: label('指标范围', 'Measures count'),
    words: { '': PERIOD_WORDS.year, all: PERIOD_WORDS.all },
  },
  group('needs', '没有这个指标时视为无基数', 'Without a base where this is missing', [measure], RATE),
  group('zeroBelow', '低于则不得分', 'No points below', reading('value', '低于', 'Below'), {
    measure: 'approvalOnTimeRate',
    value: 80,
  }),
  list('also', label('另外扣（加）分', 'Points besides'), perCount, FRESH_COUNT),
];

const WHEN_SHAPES: Readonly<Record<'entry' | 'measure', Shape>> = {
  entry: { fresh: 'entry', of: [] },
  measure: { fresh: { ...RATE, below: 60 }, of: reading('below', '低于', 'Below') },
};

const EFFECT_SHAPES: Readonly<Record<Gate['effect']['type'], Shape>> = {
  cap: { fresh: { type: 'cap', points: 60 }, of: [amount('points', '封顶分', 'Points')] },
  downgrade: { fresh: { type: 'downgrade', places: 1 }, of: [integer('places', '降低名次数', 'Places')] },
  veto: { fresh: { type: 'veto' }, of: [] },
};

const FRESH_GATE = { id: 'G', label: FRESH_LABEL, when: 'entry', effect: { type: 'veto' } } satisfies Gate;

const HONOURS = {
  target: { measure: 'investmentCompletionRate', value: 100 },
  red: { rank: 3, small: 2, smallBelow: 6 },
  black: { last: 2, small: 1, smallBelow: 6 },
  rankBy: 'score',
} as const satisfies Honours;

/** The rules of a scheme as a whole, in the order of its form. */
export const SCHEME_RULES: readonly FormMember[] = [
  choice('rankOn', '名次比较', 'Ranks compare', RANK_ON_WORDS),
  integer('decimals', '得分小数位', 'Decimals of scores'),
  choice('rankMethod', '并列后的名次', 'Ranks after ties', RANK_METHOD_WORDS),
  maybeAmount('bonusCap', '加分封顶', 'Bonus at most'),
  maybeAmount('penaltyCap', '扣分封顶', 'Penalty at most'),
  flag('together', '全部单位排在一起', 'One list of all units'),
  group('rankNeeds', '没有这个指标的只计分、不排名', 'Scored, not ranked, without a base of', [measure], RATE),
  list(
    'tieBreak',
    label('同分时依次比较', 'Among equal scores, in turn'),
    [{ kind: 'measure', name: '', label: label('指标', 'Measure') }],
    'investmentCompletionRate',
  ),
];

export const GATES_RULE: FormMember = list(
  'gates',
  label('一票否决', 'Vetoes'),
  [
    text('id', '编号', 'Id'),
    labelMember,
    {
      kind: 'variant',
      name: 'when',
      label: label('触发条件', 'When'),
      words: { entry: label('有已批准的登记', 'An approved entry'), measure: label('指标低于', 'A measure below') },
      shapes: WHEN_SHAPES,
      by: '',
    },
    {
      kind: 'variant',
      name: 'effect',
      label: label('后果', 'Effect'),
      words: EFFECT_WORDS,
      shapes: EFFECT_SHAPES,
      by: 'type',
    },
    flag('noRed', '不得上红榜', 'Not on the red board'),
  ],
  FRESH_GATE,
);

export const HONOURS_RULE: FormMember = group(
  'honours',
  '红黑榜规则',
  'Red and black boards',
  [
    group('target', '目标', 'Target', reading('value', '不低于', 'At least')),
    group('red', '红榜', 'Red board', [
      integer('rank', '名次不低于', 'Ranks up to'),
      integer('small', '小组名次不低于', 'In a small group'),
      integer('smallBelow', '少于几家算小组', 'Small is fewer than'),
    ]),
    group('black', '黑榜', 'Black board', [
      integer('last', '后几名', 'The last'),
      integer('small', '小组后几名', 'In a small group'),
      integer('smallBelow', '少于几家算小组', 'Small is fewer than'),
    ]),
    choice('rankBy', '名次按', 'Ranks by', {
      score: label('考核得分', 'The score'),
      measure: label('目标指标', 'The target’s measure'),
    }),
  ],
  HONOURS,
);

/** A new item, with nothing to get in any profile yet. */
export const FRESH_ITEM = {
  label: { zh: '新考核项', en: 'New item' },
  part: 'base',
  max: {},
  formula: { type: 'proportional', measure: 'investmentCompletionRate', target: 100 },
  na: 'renormalise',
} as const satisfies Omit<Item, 'id'>;
