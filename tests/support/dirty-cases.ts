/** What offices' workbooks are spoilt with: every case that an import must handle, each at one place of the demo list. */
import type { Look, XmlCell } from './ooxml.ts';

/** The permits that the sheet has columns for. */
export const PERMITS = ['立项', '用地', '规划', '环评', '施工许可'] as const;

/** One spoilt cell or row. */
export interface Dirt {
  /** The case's number in the list of cases. */
  readonly number: number;
  /** Codes that the preview has for it, there or at the place that it spoils. */
  readonly codes: readonly string[];
  /** The project in whose row it stands, or `total`. */
  readonly project: string;
  /** Absent: the whole row. */
  readonly column?: string;
  /** What the cell becomes; null empties it. */
  readonly cell?: XmlCell | null;
  readonly rowLook?: Look;
  /** Merges the cell with as many below it. */
  readonly mergeDown?: number;
  readonly hidden?: true;
  readonly picture?: true;
  /** The question that it raises and a person's answer; `{cell}` and `{column}` stand for the place. */
  readonly answer?: readonly [question: string, answer: string];
}

const at = (
  number: number,
  project: string,
  column: string,
  cell: XmlCell | null,
  codes: readonly string[],
  answer?: Dirt['answer'],
): Dirt => ({
  number,
  codes,
  project: project === 'total' ? project : `KP2017-${project}`,
  column,
  cell,
  ...(answer ? { answer } : {}),
});

const row = (number: number, project: string, codes: readonly string[], more: Partial<Dirt>): Dirt => ({
  number,
  codes,
  project: `KP2017-${project}`,
  ...more,
});

const text = (value: string): XmlCell => ({ text: value });

/** Mobile numbers that belong to nobody. */
const PHONES = ['13800000001', '13800000002', '13800000003'] as const;

export const DIRT: readonly Dirt[] = [
  at(1, '002', 'total', text('1.2亿'), ['UNIT_IN_CELL']),
  at(2, '001', 'total', text('５２０００'), ['NORMALIZED']),
  at(2, '009', 'plan', text('20,000\u3000'), ['NORMALIZED']),
  at(3, '003', 'total', text('约3.6亿元'), ['APPROX']),
  at(3, '004', 'total', text('15600(含设备3000)'), ['ANNOTATED']),
  at(4, '006', 'total', { number: 1.8 }, ['UNIT_SUSPECT'], ['UNIT_SUSPECT:{cell}', '1.8亿元']),
  at(5, '016', 'total', text('3000万美元'), ['FOREIGN_CURRENCY'], ['FOREIGN_CURRENCY:{cell}', '26000']),
  at(6, '013', 'before', text('—'), ['EMPTY_MARK']),
  at(6, '014', 'before', text('待定'), ['EMPTY_MARK']),
  at(6, '015', 'before', text('0'), ['TEXT_NUMBER']),
  at(6, '017', 'before', null, []),
  at(7, 'total', 'seq', text('总　计(42个)'), ['ROW_TOTAL']),
  { ...at(8, '001', 'unit', text('产业集聚区管委会'), ['MERGE_FILL']), mergeDown: 2 },
  at(9, '014', 'unit', null, ['FILL_DOWN'], ['FILL_DOWN:{column}', 'yes']),
  at(9, '015', 'unit', null, ['FILL_DOWN']),
  at(10, '027', 'leader', null, ['NO_SPONSOR']),
  at(11, '036', 'unit', text('同上'), ['DITTO']),
  at(11, '037', 'unit', text('〃'), ['DITTO']),
  at(12, '010', 'started', text('2017.3'), ['DATE_MONTH']),
  at(12, '018', 'started', text('2017-3'), ['DATE_MONTH']),
  at(13, '004', 'finished', { number: 2017.1, look: 'twoPlaces' }, ['DATE_MONTH']),
  at(13, '008', 'finished', { number: 2017.1 }, ['DATE_AMBIGUOUS'], ['DATE_AMBIGUOUS:{cell}', '2017-10']),
  at(14, '013', 'started', text('2017年2月底'), ['DATE_PHRASE']),
  at(14, '014', 'started', text('4月底前'), ['DATE_PHRASE']),
  at(15, '003', 'finished', { number: 43_069 }, ['DATE_SERIAL']),
  at(16, '001', 'period', text('2016.3—2017.10'), ['DATE_RANGE']),
  at(16, '006', 'period', text('2016年5月～2017年6月'), ['DATE_RANGE']),
  at(16, '013', 'period', text('2017.2-2018.12'), ['DATE_RANGE']),
  at(16, '014', 'period', text('2017年3月至2018年6月'), ['DATE_RANGE']),
  at(17, '013', 'rate', text('155.0%'), ['RATE_FORM']),
  at(17, '015', 'rate', { number: 1.68, look: 'percent' }, ['RATE_FORM']),
  at(17, '017', 'rate', text('150.0％'), ['RATE_FORM']),
  at(17, '036', 'rate', { number: 150 }, ['RATE_MISMATCH']),
  at(18, '037', 'rate', { error: '#DIV/0!' }, ['FORMULA_ERROR']),
  at(18, 'total', 'rate', { formula: 'O6/I6*100' }, []),
  at(18, 'total', 'total', { formula: 'SUM(G8:G60)' }, ['FORMULA_ERROR']),
  at(18, 'total', 'ytd', { error: '#REF!' }, ['FORMULA_ERROR']),
  at(19, '016', 'person', text('程　试二'), ['NAME_PADDED']),
  at(19, '001', 'leader', text('刘例顺\n李例平'), ['MULTI_PERSON']),
  at(19, '042', 'leader', text('吴例诚、李例平'), ['MULTI_PERSON']),
  at(20, '004', 'unit', text('住建局'), ['UNIT_ALIAS']),
  at(20, '019', 'unit', text('区住建局(牵头)'), []),
  at(
    20,
    '039',
    'unit',
    text('区住房和城乡建设局、柳园乡'),
    ['MULTI_UNIT', 'UNIT_ALIAS'],
    ['UNKNOWN_UNIT:区住房和城乡建设局', '区住建局'],
  ),
  at(
    21,
    '012',
    'name',
    text('智能装备产业园项目(一期)'),
    ['NAME_MATCH'],
    ['NAME_MATCH:智能装备产业园项目(一期)', 'KP2017-012'],
  ),
  row(23, '024', ['HIDDEN_ROW'], { hidden: true }),
  row(24, '041', ['STRIKE'], { rowLook: 'struck', answer: ['STRIKE:{cell}', 'keep'] }),
  row(24, '040', ['STRIKE'], { rowLook: 'grey', answer: ['STRIKE:{cell}', 'keep'] }),
  at(25, '013', 'permit:立项', text('√'), ['PERMIT_MARK']),
  at(25, '013', 'permit:用地', text('✔'), ['PERMIT_MARK']),
  at(25, '013', 'permit:规划', text('已办'), ['PERMIT_MARK']),
  at(25, '013', 'permit:环评', text('办理中'), ['PERMIT_MARK']),
  at(25, '013', 'permit:施工许可', text('不需办理'), ['PERMIT_MARK']),
  at(25, '014', 'permit:立项', text('×'), ['PERMIT_MARK']),
  at(26, '012', 'month', { number: 1200 }, ['YTD_STEP']),
  at(27, '042', 'before', { number: 20_000 }, ['OVER_TOTAL']),
  at(28, '017', 'person', text(`袁试六 ${PHONES[0]}`), ['PII_PHONE']),
  at(28, '018', 'remark', text(`现场联系${PHONES[1]}`), ['PII_PHONE']),
  at(28, '020', 'phone', text(PHONES[2]), ['PII_PHONE']),
  row(29, '020', ['EMBEDDED_IMAGE'], { picture: true }),
  at(30, '021', 'progress', { parts: [{ text: '12栋' }, { text: '主体施工', red: true }] }, ['RICH_TEXT']),
];

/** Case 22 stands in no cell of a project: the headings come again in the middle of the sheet. */
export const REPEATED_HEADER = { number: 22, codes: ['REPEATED_HEADER'] } as const;
