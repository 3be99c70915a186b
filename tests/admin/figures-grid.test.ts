import { describe, expect, it } from 'vitest';
import { clipboardText, parseClipboard } from '../../admin/figures/clipboard.ts';
import { readAmount } from '../../admin/figures/amount.ts';
import { at, filled, placeBlock, rangeOf, steppedTo, tabbedTo } from '../../admin/figures/grid-model.ts';
import { actionOf, editActionOf } from '../../admin/figures/sheet-keys.ts';

const size = { rows: 3, columns: 12 };
const press = (key: string, held: Partial<{ shiftKey: boolean; ctrlKey: boolean }> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe('navigation', () => {
  it('moves by arrows and stays inside the sheet', () => {
    expect(steppedTo({ row: 0, column: 0 }, 'ArrowUp', false, size)).toEqual({ row: 0, column: 0 });
    expect(steppedTo({ row: 0, column: 0 }, 'ArrowRight', false, size)).toEqual({ row: 0, column: 1 });
    expect(steppedTo({ row: 1, column: 4 }, 'ArrowDown', true, size)).toEqual({ row: 2, column: 4 });
    expect(steppedTo({ row: 2, column: 4 }, 'Home', true, size)).toEqual({ row: 0, column: 0 });
  });

  it('goes over the ends of rows with Tab and leaves the sheet past the last cell', () => {
    expect(tabbedTo({ row: 0, column: 11 }, false, size)).toEqual({ row: 1, column: 0 });
    expect(tabbedTo({ row: 1, column: 0 }, true, size)).toEqual({ row: 0, column: 11 });
    expect(tabbedTo({ row: 2, column: 11 }, false, size)).toBeNull();
    expect(actionOf(press('Tab'), { row: 2, column: 11 }, size)).toBeNull();
  });

  it('starts editing by a digit of any width and hands keys of an input method on', () => {
    expect(actionOf(press('7'), { row: 0, column: 0 }, size)).toEqual({ kind: 'type', text: '7' });
    expect(actionOf(press('７'), { row: 0, column: 0 }, size)).toEqual({ kind: 'type', text: '７' });
    expect(actionOf(press('Process'), { row: 0, column: 0 }, size)).toEqual({ kind: 'edit', with: 'method' });
    expect(actionOf(press('h'), { row: 0, column: 0 }, size)).toBeNull();
  });

  it('leaves the browser its own commands', () => {
    expect(actionOf(press('c', { ctrlKey: true }), { row: 0, column: 0 }, size)).toBeNull();
    expect(actionOf(press('z', { ctrlKey: true }), { row: 0, column: 0 }, size)).toEqual({ kind: 'undo' });
  });

  it('accepts an edit downwards with Enter and upwards with Shift', () => {
    expect(editActionOf(press('Enter'), { row: 1, column: 2 }, size)).toEqual({
      kind: 'accept',
      to: { row: 2, column: 2 },
    });
    expect(editActionOf(press('Enter', { shiftKey: true }), { row: 1, column: 2 }, size)).toEqual({
      kind: 'accept',
      to: { row: 0, column: 2 },
    });
    expect(editActionOf(press('Escape'), { row: 1, column: 2 }, size)).toEqual({ kind: 'cancel' });
    expect(editActionOf(press('ArrowLeft'), { row: 1, column: 2 }, size)).toBeNull();
  });
});

describe('pasting', () => {
  it('reads rows and cells, with or without a last line break', () => {
    expect(parseClipboard('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(parseClipboard('5')).toEqual([['5']]);
    expect(parseClipboard('')).toEqual([]);
  });

  it('keeps tabs, line breaks and quotation marks of quoted cells', () => {
    expect(parseClipboard('"a\tb"\t"say ""so"""\n"two\nlines"\t3')).toEqual([
      ['a\tb', 'say "so"'],
      ['two\nlines', '3'],
    ]);
  });

  it('takes a lone quotation mark as what it is', () => {
    expect(parseClipboard('12"\t3')).toEqual([['12"', '3']]);
  });

  it('fills the selection with a single value and places a block at its first cell', () => {
    const selection = rangeOf({ anchor: { row: 2, column: 1 }, focus: { row: 1, column: 0 } });
    expect(placeBlock([['9']], selection, size).cells).toHaveLength(4);
    expect(
      placeBlock(
        [
          ['1', '2'],
          ['3', '4'],
        ],
        rangeOf(at({ row: 2, column: 11 })),
        size,
      ),
    ).toEqual({
      cells: [{ row: 2, column: 11, text: '1' }],
      dropped: 3,
    });
  });

  it('copies what a spreadsheet reads back', () => {
    const rows = [['1', '', '3']];
    expect(parseClipboard(clipboardText(rows))).toEqual(rows);
  });

  it('clears every cell of a range', () => {
    expect(filled('', { top: 0, left: 0, bottom: 1, right: 2 })).toHaveLength(6);
  });
});

describe('amounts', () => {
  it('reads 万元 with separators and full-width digits', () => {
    expect(readAmount('1,234.5')).toEqual({ kind: 'amount', yuan: 12_345_000 });
    expect(readAmount('１２３４．５')).toEqual({ kind: 'amount', yuan: 12_345_000 });
    expect(readAmount('1234。5')).toEqual({ kind: 'amount', yuan: 12_345_000 });
  });

  it('takes nothing and a dash as an empty cell', () => {
    expect(readAmount('  ')).toEqual({ kind: 'clear' });
    expect(readAmount('—')).toEqual({ kind: 'clear' });
  });

  it('names what is wrong with other texts', () => {
    expect(readAmount('约500')).toEqual({ kind: 'invalid', why: 'not-a-number' });
    expect(readAmount('-5')).toEqual({ kind: 'invalid', why: 'negative' });
    expect(readAmount('99999999999')).toEqual({ kind: 'invalid', why: 'too-large' });
  });
});
