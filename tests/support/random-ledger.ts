/** Random ledgers whose records are valid, with texts that files are known to spoil. */
import * as fc from 'fast-check';
import { EMPTY_LEDGER, type Ledger } from '../../core/ledger/ledger.ts';
import { checkRecord, type Values } from '../../core/register/check-record.ts';
import type { RecordProblem, Register } from '../../core/register/declare.ts';
import type { Field } from '../../core/register/field.ts';
import { isRegisterName, registerNamed, type RegisterName } from '../../core/registers/index.ts';
import { SCHEME_A } from '../../core/schemes/scheme-a.ts';
import type { ChangeRequest } from '../../server/changes/changes.ts';
import { ledgerWith } from './ledger.ts';
import { surroundingsIn } from './ledger-oracle.ts';

/** What spreadsheets take for something else, and what imports give a meaning to. */
const NASTY = [
  '=1+1',
  '+86',
  '-3%',
  '@总',
  "'=甲",
  "'引'",
  '甲,乙',
  '甲"乙"',
  '"',
  '上\n下',
  'ＡＢＣ１２（一期）',
  '合计',
  '小计(3个)',
  '一、工业项目(11个)',
  '无',
  '—',
  '/',
  '同上',
  '〃',
  '#REF!',
  '#DIV/0!',
  '_x0041_',
  '甲、乙；丙;丁，戊',
  '内  空',
  '甲\u3000乙',
  '甲\u00a0乙',
  '2017.1',
  '1.2亿',
  '是',
  '√',
  '办理中',
  '12345',
  '007',
  '1e5',
  'TRUE',
  '项目 #p1',
  '#p1',
  '43069',
  '注:本表',
  '***',
  '\u200b零宽',
  '王　例',
  '𠮷野',
  '1/2',
  '待定',
  '约1.5亿元',
] as const;

const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 2, arbitrary: fc.string({ minLength: 1, maxLength: 6 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }) },
);

const texts = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(''));

const pad = (value: number): string => String(value).padStart(2, '0');
const month = fc.tuple(fc.integer({ min: 2015, max: 2019 }), fc.integer({ min: 1, max: 12 }));
const monthText = month.map(([year, number]) => `${year}-${pad(number)}`);
const dateText = fc.tuple(monthText, fc.integer({ min: 1, max: 28 })).map(([text, day]) => `${text}-${pad(day)}`);

/** Amounts with parts of a 万元, round ones, and the largest that there are. */
const yuanBetween = (min: number, max: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.integer({ min, max }),
    fc.integer({ min: 0, max: Math.floor(max / 10_000) }).map((wan) => wan * 10_000),
    fc.constantFrom(max, Math.max(min, 0), 1, 10_001, 12_345_678),
  );

/** Structured values of the kinds that registers have; a document draws from those that its own check takes. */
const twelve = (most: number): fc.Arbitrary<readonly number[]> =>
  fc.array(fc.integer({ min: 0, max: most }), { minLength: 12, maxLength: 12 }).map((all) => all.sort((a, b) => a - b));

const light = fc.constantFrom('ahead', 'onTime', 'watch', 'behind', 'severe');

const DOCUMENTS: readonly fc.Arbitrary<unknown>[] = [
  // Amounts that look like telephone numbers too.
  twelve(20_000_000_000).map((amounts) => [...amounts.slice(0, 11), Math.max(13_800_000_000, amounts[11] ?? 0)]),
  twelve(10_000).map((shares) => [...shares.slice(0, 11), 10_000]),
  fc.array(
    fc.tuple(fc.constantFrom('correction', 'publicity', 'other'), dateText).map(([kind, from]) => ({ kind, from })),
    { minLength: 1, maxLength: 3 },
  ),
  fc.tuple(light, light, fc.integer({ min: -9_999, max: 9_999 })).map(([best, below, hundredths]) => ({
    basis: 'variance',
    steps: [{ light: best, from: hundredths / 100, included: true }],
    below,
  })),
  word.map((zh) => ({ ...SCHEME_A, items: SCHEME_A.items.map((item) => ({ ...item, label: { zh, en: zh } })) })),
];

/** Draws that say whether a field takes a kind of document at all. */
const PROBES = { numRuns: 5, seed: 1 };

const known = new Map<Field, fc.Arbitrary<unknown>>();

function documentOf(field: Field): fc.Arbitrary<unknown> {
  const isTaken = (value: unknown): boolean => field.check(value).ok;
  const taken = known.has(field) ? [] : DOCUMENTS.filter((each) => fc.sample(each, PROBES).some(isTaken));
  const found = known.get(field) ?? (taken.length === 0 ? fc.constant(undefined) : fc.oneof(...taken).filter(isTaken));
  known.set(field, found);
  return found;
}

/** A value of a field, mostly acceptable; ids of the records that there are for references. */
function valueOf(field: Field, ids: readonly string[]): fc.Arbitrary<unknown> {
  const { min = 0, max = 1_000_000 } = field;
  switch (field.kind) {
    case 'text':
      return texts.map((text) => text.slice(0, max));
    case 'texts':
      return fc.array(texts, { maxLength: 3 });
    case 'integer':
      return fc.integer({ min, max });
    case 'yuan':
      return yuanBetween(min, max);
    case 'date':
      return dateText;
    case 'month':
      return monthText;
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...Object.keys(field.choices ?? {}));
    case 'reference':
      return ids.length === 0 ? fc.constant(undefined) : fc.constantFrom(...ids);
    case 'references':
      return fc.subarray([...ids]);
    case 'document':
      return documentOf(field);
  }
}

type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T;

const idsOf = (ledger: Ledger, field: Field): readonly string[] =>
  field.target !== undefined && isRegisterName(field.target) ? [...ledger.tables[field.target].keys()] : [];

function drawValues(draw: Draw, ledger: Ledger, register: Register): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(register.fields)) {
    const isAbsent = field.secret || (field.optional && draw(fc.boolean()));
    const value = isAbsent ? undefined : draw(valueOf(field, idsOf(ledger, field)));
    if (value !== undefined) values[name] = value;
  }
  // The months of a plan come to the plan, which chance would never do.
  if (Array.isArray(values['monthlyYuan'])) values['amountYuan'] = values['monthlyYuan'].at(-1);
  return values;
}

/** Draws again what is wrong with a record, and leaves out what may be left out. */
function mend(
  draw: Draw,
  ledger: Ledger,
  register: Register,
  values: Record<string, unknown>,
  problems: readonly RecordProblem[],
): void {
  for (const { path, code } of problems) {
    for (const name of path.split(',')) {
      const field = register.fields[name];
      if (!field) continue;
      if (field.optional && code !== 'required') delete values[name];
      else values[name] = draw(valueOf(field, idsOf(ledger, field)));
    }
  }
}

const TRIES = 12;

function drawRecord(draw: Draw, ledger: Ledger, register: Register, id: string): Values | null {
  const values = drawValues(draw, ledger, register);
  for (let left = TRIES; left > 0; left -= 1) {
    const checked = checkRecord(register, values, surroundingsIn(ledger, id));
    if (checked.ok) return checked.value;
    mend(draw, ledger, register, values, checked.problem);
  }
  return null;
}

/** Every ledger has its settings before anything else. */
const SETTINGS: ChangeRequest = {
  kind: 'create',
  register: 'settings',
  record: 'settings',
  values: {
    office: '=重点办',
    district: '示范区',
    year: 2017,
    asOf: '2017-12-31',
    timeProgress: 'linearMonth',
    source: '调度数',
    demo: false,
  },
};

/** A random ledger with up to `most` records in each of the registers, drawn from `fc.gen()`. */
export function randomLedger(gen: fc.GeneratorValue, registers: readonly RegisterName[], most: number): Ledger {
  const draw: Draw = (arbitrary) => gen(() => arbitrary);
  let ledger = EMPTY_LEDGER;
  for (const name of registers) {
    const register = registerNamed(name);
    if (register.single) {
      ledger = ledgerWith([SETTINGS], ledger);
      continue;
    }
    const count = draw(fc.integer({ min: 1, max: most }));
    for (let number = 1; number <= count; number += 1) {
      const record = `${name}-${number}`;
      const values = drawRecord(draw, ledger, register, record);
      if (values) ledger = ledgerWith([{ kind: 'create', register: name, record, values }], ledger);
    }
  }
  return ledger;
}
