import { describe, expect, it } from 'vitest';
import { demoLedger } from '../../support/ledger.ts';
import { picturesIn } from '../../../core/import/pictures.ts';
import { checkPictures, MOST_PICTURES } from '../../../core/registers/imported-pictures.ts';
import { preview, sheetOf } from './sheets.ts';

const sheets = [
  { name: '封面', hidden: false, rows: 1, chosen: false },
  { name: '台账', hidden: false, rows: 9, chosen: true },
];

const image = (index: number, record?: string) => ({
  index,
  type: 'jpeg',
  row: 4,
  column: 2,
  ...(record === undefined ? {} : { record, name: '示例项目' }),
});

describe('a picture over a plain table', () => {
  const images = [{ row: 1, column: 2, type: 'jpeg', bytes: new Uint8Array([1]) }];
  const over = (rows: readonly (readonly string[])[], profile: 'projects' | 'units') =>
    preview(sheetOf(rows, { images }), demoLedger(), { profile }).images;

  it('is the project’s in a table of projects, and nobody’s in any other', () => {
    const projects = [
      ['项目编号', '项目名称', '责任人'],
      ['KP2017-012', '智能装备产业园一期项目', ''],
    ];
    expect(over(projects, 'projects')).toMatchObject([{ index: 0, row: 2, record: 'KP2017-012' }]);
    const [picture] = over(
      [
        ['单位名称', '简称', '组别', '建制顺序'],
        ['区商务局', '商务局', '区直部门', '13'],
      ],
      'units',
    );
    expect(picture).toEqual({ index: 0, type: 'jpeg', row: 2, column: 2 });
  });
});

describe('what an import keeps of pictures', () => {
  it('is where they lay in the sheet that was read, and over which project’s row', () => {
    const kept = picturesIn({ sheets, images: [image(0, 'p1'), image(1)] });
    expect(kept).toEqual({
      sheet: '台账',
      places: [
        { index: 0, row: 4, column: 2, project: 'p1' },
        { index: 1, row: 4, column: 2 },
      ],
    });
    expect(checkPictures(kept)).toEqual({ ok: true, value: kept });
  });

  it('is nothing without pictures', () => {
    expect(picturesIn({ sheets, images: [] })).toBeNull();
  });

  it('is bounded', () => {
    const images = Array.from({ length: MOST_PICTURES + 1 }, (_, index) => image(index));
    const kept = picturesIn({ sheets, images });
    expect(kept?.places).toHaveLength(MOST_PICTURES);
    expect(checkPictures(kept).ok).toBe(true);
    expect(checkPictures({ sheet: '台账', places: images }).ok).toBe(false);
  });

  it.each([
    [null],
    [{ places: [] }],
    [{ sheet: '台账', places: {} }],
    [{ sheet: '台账', places: [1] }],
    [{ sheet: '台账', places: [{ index: -1, row: 4, column: 2 }] }],
    [{ sheet: '台账', places: [{ index: 0, row: 4, column: 2, project: 7 }] }],
  ])('is refused when it is something else: %j', (value) => {
    expect(checkPictures(value).ok).toBe(false);
  });
});
