import type { ChangeRequest } from '../ledger/change-request.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { integer, references } from '../register/field.ts';
import type { RecordProblem } from '../register/declare.ts';
import type { PIPELINE_SECTORS } from '../registers/pipeline.ts';
import type { PipelineProject } from '../registers/index.ts';
import type { KeyLevel, Sector } from '../registers/project-choices.ts';
import { fail, ok } from '../result.ts';
import { yearOf, type IsoMonth } from '../time.ts';
import { declareAction, derivedId } from './action.ts';

/** The nearest sector of the key list; a clerk corrects it where it does not fit. */
const SECTOR_OF: Readonly<Record<keyof typeof PIPELINE_SECTORS, Sector>> = {
  industry: 'industry',
  services: 'services',
  agriculture: 'agriculture',
  infrastructure: 'urban',
  livelihood: 'social',
  other: 'urban',
};

const LEVELS: readonly KeyLevel[] = ['provincial', 'municipal', 'district'];

/** The highest level to which the project was accepted; district when it was declared to none. */
const levelOf = (ledger: Ledger, item: string): KeyLevel => {
  const accepted = [...ledger.tables.declarations.values()].filter(
    (each) => each.item === item && each.state === 'accepted',
  );
  return LEVELS.find((level) => accepted.some((each) => each.level === level)) ?? 'district';
};

const isIn = (month: IsoMonth | undefined, year: number): boolean => month !== undefined && yearOf(month) === year;

function projectOf(ledger: Ledger, item: PipelineProject, year: number, listOrder: number): ChangeRequest {
  const { plannedStart, plannedFinish } = item;
  const started = plannedStart !== undefined && yearOf(plannedStart) < year;
  return {
    kind: 'create',
    register: 'projects',
    record: derivedId('project', item.id),
    values: {
      code: item.code,
      name: item.name,
      listOrder,
      keyLevel: levelOf(ledger, item.id),
      sector: SECTOR_OF[item.sector],
      plannedStartInYear: isIn(plannedStart, year),
      carriedOver: started,
      plannedCompletionInYear: isIn(plannedFinish, year),
      lifecycle: 'preparatory',
      content: item.content,
      totalInvestmentYuan: item.totalInvestmentYuan,
      investedBeforeYuan: 0,
      plannedStart,
      plannedFinish,
      leadUnit: item.leadUnit,
    },
  };
}

const requestsFor = (ledger: Ledger, item: PipelineProject, year: number, order: number): readonly ChangeRequest[] => {
  const project = derivedId('project', item.id);
  return [
    projectOf(ledger, item, year, order),
    {
      kind: 'create',
      register: 'plans',
      record: derivedId('plan', year, item.id),
      values: { project, year, version: 1, effectiveFrom: `${year}-01-01`, amountYuan: item.annualPlanYuan },
    },
    { kind: 'update', register: 'pipeline', record: item.id, values: { state: 'converted', project } },
  ];
};

/** 转入台账: adopted pipeline projects become projects of the year's ledger with their plan; the lineage is kept. */
export const convertPipeline = declareAction({
  name: 'convertPipeline',
  label: { zh: '转入台账', en: 'Move into the ledger' },
  help: {
    zh: '将已确定的谋划项目转为台账项目并下达年度计划；谋划项目保留并注明去向。',
    en: 'Adopted pipeline projects become projects of the ledger with their plan; the pipeline keeps where they went.',
  },
  register: 'pipeline',
  roles: ['admin', 'editor'],
  fields: {
    year: integer({ label: { zh: '年度', en: 'Year' }, min: 1990, max: 2199 }),
    items: references({ label: { zh: '谋划项目', en: 'Pipeline projects' }, target: 'pipeline' }),
  },
  run: (ledger, { year, items }) => {
    const chosen = items.flatMap((id) => ledger.tables.pipeline.get(id) ?? []);
    const wrong = chosen.filter(({ state }) => state !== 'adopted');
    if (wrong.length > 0) {
      const message = `only adopted projects move into the ledger: ${wrong.map(({ name }) => name).join(', ')}`;
      return fail<readonly RecordProblem[]>([{ path: 'items', code: 'inconsistent', message }]);
    }
    const last = Math.max(0, ...[...ledger.tables.projects.values()].map(({ listOrder }) => listOrder));
    return ok(chosen.flatMap((item, index) => requestsFor(ledger, item, year, last + index + 1)));
  },
});
