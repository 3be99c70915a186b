import type { ChangeRequest } from '../ledger/change-request.ts';
import { settingsOf, type Ledger } from '../ledger/ledger.ts';
import { figuresAt, type ProjectFigures } from '../metrics/figures.ts';
import { date } from '../register/field.ts';
import { fail, ok } from '../result.ts';
import { yearOf, type IsoDate } from '../time.ts';
import { declareAction } from './action.ts';

const isInYear = (month: string | undefined, year: number): boolean => month?.startsWith(`${year}-`) ?? false;

/** What a project is in the next year: what was completed goes into the years before, the flags are set anew. */
const carried = ({ project, completedYuan }: ProjectFigures, year: number): ChangeRequest => {
  const isStarted = project.actualStart !== undefined;
  return {
    kind: 'update',
    register: 'projects',
    record: project.id,
    values: {
      investedBeforeYuan: project.investedBeforeYuan + completedYuan,
      carriedOver: isStarted,
      plannedStartInYear: !isStarted && isInYear(project.plannedStart, year),
      plannedCompletionInYear: isInYear(project.plannedFinish, year),
      resumedOn: null,
    },
  };
};

const endOf = (year: number): IsoDate => `${year}-12-31` as IsoDate;

function requests(ledger: Ledger, year: number, asOf: IsoDate): readonly ChangeRequest[] {
  const going = figuresAt(ledger, endOf(year - 1)).filter(({ project }) => project.lifecycle !== 'completed');
  return [
    { kind: 'update', register: 'settings', record: 'settings', values: { year, asOf } },
    ...going.map((figures) => carried(figures, year)),
  ];
}

/**
 * 年度结转: the ledger of the next year. Projects that go on are carried over; those completed in the year stay in that
 * year and are no longer on the list. Plans of the new year are entered or imported.
 */
export const rollOverYear = declareAction({
  name: 'rollOverYear',
  label: { zh: '年度结转', en: 'Roll over to the next year' },
  help: {
    zh: '进入下一年度：本年完成额计入以前年度累计，续建、计划开工、计划竣工标记按新年度重设，已竣工项目不再列入。',
    en: 'Begins the next year: completed investment joins that of earlier years, the flags are set anew, completed projects leave the list.',
  },
  register: 'projects',
  roles: ['admin', 'editor'],
  fields: { asOf: date({ label: { zh: '新年度数据截至日期', en: 'Figures of the new year as of' } }) },
  run: (ledger, { asOf }) => {
    const settings = settingsOf(ledger);
    const year = yearOf(asOf);
    if (!settings || year !== settings.year + 1) {
      return fail([{ path: 'asOf', code: 'inconsistent' as const, message: 'is not a day of the next year' }]);
    }
    return ok(requests(ledger, year, asOf));
  },
});
