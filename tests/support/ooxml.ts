/** A workbook of one sheet written part by part, so that it can hold what writers refuse to write. */
import { zipOf } from '../server/workbooks/files.ts';

/** The looks that cells of the tests have. */
export const LOOKS = {
  plain: 0,
  struck: 1,
  grey: 2,
  twoPlaces: 3,
  percent: 4,
  yearMonth: 5,
} as const;

export type Look = keyof typeof LOOKS;

/** What stands in a cell; `raw` is the inside of the element, with its type. */
export type XmlCell =
  | { readonly text: string; readonly look?: Look }
  | { readonly number: number; readonly look?: Look }
  | { readonly error: string }
  /** A formula whose result the program that wrote the file did not keep. */
  | { readonly formula: string }
  /** Parts of a text; those that are `red` look so. */
  | { readonly parts: readonly { readonly text: string; readonly red?: true }[] };

/** A picture over the cells, from 0; its file is called what `ending` says, whatever it is. */
export interface XmlPicture {
  readonly row: number;
  readonly column: number;
  readonly bytes: Uint8Array;
  readonly ending?: 'png' | 'jpeg';
}

export interface XmlSheet {
  /** Rows from 0, columns from 0. */
  readonly rows: readonly (readonly (XmlCell | null)[])[];
  /** `A1:C1`. */
  readonly merges: readonly string[];
  /** From 0. */
  readonly hiddenRows: readonly number[];
  readonly images?: readonly XmlPicture[];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export function letters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? letters(rest) : '') + String.fromCharCode(65 + (column % 26));
}

const run = ({ text, red }: { readonly text: string; readonly red?: true }): string =>
  `<r>${red ? '<rPr><color rgb="FFFF0000"/></rPr>' : ''}<t xml:space="preserve">${escaped(text)}</t></r>`;

function cellXml(cell: XmlCell, at: string): string {
  if ('error' in cell) return `<c r="${at}" t="e"><v>${escaped(cell.error)}</v></c>`;
  if ('formula' in cell) return `<c r="${at}"><f>${escaped(cell.formula)}</f></c>`;
  if ('parts' in cell) return `<c r="${at}" t="inlineStr"><is>${cell.parts.map(run).join('')}</is></c>`;
  const style = `s="${LOOKS[cell.look ?? 'plain']}"`;
  if ('number' in cell) return `<c r="${at}" ${style}><v>${cell.number}</v></c>`;
  return `<c r="${at}" ${style} t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`;
}

const rowXml = (cells: readonly (XmlCell | null)[], row: number, hidden: boolean): string => {
  const inside = cells.map((cell, column) => (cell ? cellXml(cell, `${letters(column)}${row + 1}`) : '')).join('');
  return `<row r="${row + 1}"${hidden ? ' hidden="1"' : ''}>${inside}</row>`;
};

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const STYLES = `<styleSheet xmlns="${SPREADSHEET}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>
<fonts count="2"><font><sz val="10"/><name val="宋体"/></font><font><strike/><sz val="10"/><name val="宋体"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FFC0C0C0"/></patternFill></fill></fills>
<borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="6">
<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" applyFont="1"/>
<xf numFmtId="0" fontId="0" fillId="2" borderId="0" applyFill="1"/>
<xf numFmtId="2" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>
<xf numFmtId="10" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>
</cellXfs></styleSheet>`;

const relations = (...list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const override = (part: string, type: string): string =>
  `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`;

const anchorXml = ({ row, column }: XmlPicture, index: number): string =>
  `<xdr:twoCellAnchor>
<xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>
<xdr:to><xdr:col>${column + 1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row + 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>
<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${index + 2}" name="图片 ${index + 1}"/><xdr:cNvPicPr/></xdr:nvPicPr>
<xdr:blipFill><a:blip r:embed="r${index + 1}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>
<xdr:spPr><a:prstGeom prst="rect"/></xdr:spPr></xdr:pic><xdr:clientData/></xdr:twoCellAnchor>`;

const drawingXml = (images: readonly XmlPicture[]): string =>
  `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${RELATIONS}">${images.map(anchorXml).join('')}</xdr:wsDr>`;

const mediaName = ({ ending = 'png' }: XmlPicture, index: number): string => `image${index + 1}.${ending}`;

const pictureParts = (images: readonly XmlPicture[]): Readonly<Record<string, string | Uint8Array>> => ({
  'xl/worksheets/_rels/sheet1.xml.rels': relations(['r1', 'drawing', '../drawings/drawing1.xml']),
  'xl/drawings/drawing1.xml': drawingXml(images),
  'xl/drawings/_rels/drawing1.xml.rels': relations(
    ...images.map((image, index) => [`r${index + 1}`, 'image', `../media/${mediaName(image, index)}`] as const),
  ),
  ...Object.fromEntries(images.map((image, index) => [`xl/media/${mediaName(image, index)}`, image.bytes])),
});

/** The bytes of an .xlsx file with this one sheet. */
export function xlsxWith(name: string, sheet: XmlSheet): Uint8Array {
  const rows = sheet.rows.map((cells, row) => rowXml(cells, row, sheet.hiddenRows.includes(row))).join('');
  const merges = sheet.merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  const { images = [] } = sheet;
  const drawing = images.length > 0 ? '<drawing r:id="r1"/>' : '';
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>${override('/xl/workbook.xml', 'spreadsheetml.sheet.main')}${override('/xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet')}${override('/xl/styles.xml', 'spreadsheetml.styles')}${images.length > 0 ? override('/xl/drawings/drawing1.xml', 'drawing') : ''}</Types>`,
    '_rels/.rels': relations(['r1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${SPREADSHEET}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['r1', 'worksheet', 'worksheets/sheet1.xml'],
      ['r2', 'styles', 'styles.xml'],
    ),
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${SPREADSHEET}" xmlns:r="${RELATIONS}"><sheetData>${rows}</sheetData><mergeCells count="${sheet.merges.length}">${merges}</mergeCells>${drawing}</worksheet>`,
    ...(images.length > 0 ? pictureParts(images) : {}),
  });
}
