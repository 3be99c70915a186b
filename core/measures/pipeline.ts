/** Measures of next year's projects and of declarations. */
import type { BoardContext } from '../boards/board.ts';
import { inYearTo } from '../boards/lists.ts';
import { candidatesOf } from '../boards/pipeline.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { select } from '../metrics/metrics.ts';
import { YUAN_PER_YI } from '../money.ts';
import type { KeyLevel } from '../registers/project-choices.ts';
import type { Declaration, PipelineProject } from '../registers/index.ts';
import { yearOf, type IsoDate } from '../time.ts';
import { countMeasure, shareMeasure, type Named } from './build.ts';
import type { Measure, Scope } from './measure.ts';
import { ofUnitsIn } from './scope.ts';

const itemNamed = ({ id }: PipelineProject): Named => ({ register: 'pipeline', record: id });

/** Whether an item was there by a date: from the day of its round, where the ledger has that; else always. */
const isThereBy = ({ tables }: Ledger, asOf: IsoDate): ((item: PipelineProject) => boolean) => {
  const days = new Map([...tables.pipelineRounds.values()].map(({ year, number, on }) => [`${year} ${number}`, on]));
  return ({ year, round }) => (days.get(`${year} ${round}`) ?? asOf) <= asOf;
};

const candidates = ({ ledger, asOf }: BoardContext, scope: Scope): readonly PipelineProject[] => {
  const known = candidatesOf(ledger, yearOf(asOf) + 1).filter(isThereBy(ledger, asOf));
  return ofUnitsIn({ ledger, asOf }, scope, known, ({ leadUnit: unit }) => ({ unit }));
};

/** Kinds of scope that an item of the pipeline has: no sector of the key list, no sponsor, no project of the ledger. */
const HAS: ReadonlySet<Scope['kind']> = new Set(['all', 'group', 'unit']);

/** A measure of the pipeline: nothing for scopes that its items do not have. */
const ofPipeline = (measure: Measure): Measure => ({
  ...measure,
  of: (context, scope) =>
    HAS.has(scope.kind)
      ? measure.of(context, scope)
      : { value: null, ...(measure.unit === 'rate' && { above: 0, below: 0 }), sources: () => [] },
});

const NEXT_YEAR = {
  zh: '实施年度为次年的谋划项目，自其论证轮次的日期起计；未采纳的不计，已转入台账的仍计；只按单位计算，不按行业、领导和项目计算',
  en: 'Pipeline projects of the year after, from the day of their round; dropped ones do not count, those in the ledger by now do; of units only, not of sectors, leaders or projects',
} as const;

const projects = countMeasure<PipelineProject>(
  {
    id: 'pipelineProjects',
    label: { zh: '谋划项目数', en: 'Pipeline projects' },
    formula: { zh: '次年谋划项目个数', en: 'Pipeline projects for the year after' },
    basis: NEXT_YEAR,
  },
  candidates,
  itemNamed,
);

const large = shareMeasure<PipelineProject>(
  {
    id: 'pipelineShare100MPlus',
    label: { zh: '谋划项目亿元以上占比', en: 'Pipeline projects of 100 M¥ and more' },
    formula: { zh: '总投资1亿元以上谋划项目数÷谋划项目数', en: 'Pipeline projects of 100 M¥ and more ÷ all' },
    basis: NEXT_YEAR,
    decimals: 2,
  },
  (context, scope) =>
    select(candidates(context, scope), ({ totalInvestmentYuan }) => totalInvestmentYuan >= YUAN_PER_YI),
  (item) => ({ ...itemNamed(item), field: 'totalInvestmentYuan' }),
);

/** Accepted in the year up to the date; without the day of the answer, for the year after, when the year has ended. */
const acceptedIn = ({ state, answeredOn, year }: Declaration, { asOf }: BoardContext): boolean => {
  if (state !== 'accepted') return false;
  return answeredOn === undefined ? asOf.endsWith('-12-31') && year === yearOf(asOf) + 1 : inYearTo(answeredOn, asOf);
};

const accepted = (id: Measure['id'], level: KeyLevel, zh: string, en: string): Measure =>
  countMeasure<Declaration>(
    {
      id,
      label: { zh: `列入${zh}重点项目数`, en: `Accepted ${en} projects` },
      formula: { zh: `获批列入${zh}重点的申报数`, en: `Declarations accepted at the ${en} level` },
      basis: {
        zh: '批复日期在年内截至该日的；没有批复日期的，年末按申报次年的计；只按谋划项目的责任单位计算',
        en: 'Answered in the year up to the date; without a date those for the year after, at the end of the year; of the pipeline project’s unit only',
      },
    },
    (context, scope) => {
      const { declarations, pipeline } = context.ledger.tables;
      const counted = [...declarations.values()].filter((each) => each.level === level && acceptedIn(each, context));
      return ofUnitsIn(context, scope, counted, ({ item }) => ({ unit: pipeline.get(item)?.leadUnit }));
    },
    (each) => ({ register: 'declarations', record: each.id, field: 'state' }),
  );

export const PIPELINE = {
  pipelineProjects: ofPipeline(projects),
  pipelineShare100MPlus: ofPipeline(large),
  acceptedProvincial: ofPipeline(accepted('acceptedProvincial', 'provincial', '省', 'provincial')),
  acceptedMunicipal: ofPipeline(accepted('acceptedMunicipal', 'municipal', '市', 'municipal')),
} as const;
