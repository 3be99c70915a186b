import { msg, str } from '@lit/localize';
import { wanText } from '../../core/money.ts';
import { grouped, momentText } from '../common/format.ts';
import { fieldProblemText, problemText } from '../common/problem-text.ts';
import type { CellState } from './cell-state.ts';

/** An amount in 万元 as the sheet prints it. */
export const amountText = (yuan: number | null): string => (yuan === null ? '' : grouped(wanText(yuan)));

export const invalidText = (why: Extract<CellState, { kind: 'invalid' }>['why']): string => {
  switch (why) {
    case 'not-a-number':
      return msg('不是数字，请按万元填写，最多四位小数', { id: 'cell.not-a-number' });
    case 'negative':
      return msg('累计投资不能是负数', { id: 'cell.negative' });
    case 'too-large':
      return msg('数字太大，请检查单位是否为万元', { id: 'cell.too-large' });
  }
};

const staleText = ({ theirsYuan, by, at }: Extract<CellState, { kind: 'stale' }>): string => {
  const who = by ?? msg('别人', { id: 'cell.somebody' });
  const when = at === null ? '' : momentText(at);
  return theirsYuan === null
    ? msg(str`${who} 已在 ${when} 清空了这一格`, { id: 'cell.stale-cleared' })
    : msg(str`${who} 已在 ${when} 改为 ${amountText(theirsYuan)}`, { id: 'cell.stale-changed' });
};

/** What became of a cell's edit, in words. */
export function cellStateText(state: CellState): string {
  switch (state.kind) {
    case 'saving':
      return msg('正在保存', { id: 'cell.saving' });
    case 'saved':
      return msg('已保存', { id: 'cell.saved' });
    case 'invalid':
      return invalidText(state.why);
    case 'unsent':
      return problemText(state.problem);
    case 'refused':
      return fieldProblemText(state.error.code);
    case 'stale':
      return staleText(state);
  }
}
