/** What a board's figures rest on, in words. */
import { msg, str } from '@lit/localize';
import { TIME_PROGRESS_STRATEGIES } from '../../core/registers/settings.ts';
import { labelText } from '../common/locale.ts';
import { plainText } from '../common/plain-text.ts';

const isStrategy = (name: string): name is keyof typeof TIME_PROGRESS_STRATEGIES =>
  Object.hasOwn(TIME_PROGRESS_STRATEGIES, name);

const figuresText = (basis: Readonly<Record<string, unknown>>): string =>
  plainText(basis['figures']).includes('reported ones')
    ? msg('含未核实的填报数', { id: 'boards.reported' })
    : msg('已核实的填报数', { id: 'boards.verified' });

/** The time progress with how it is counted. */
const timeText = (basis: Readonly<Record<string, unknown>>): string => {
  const { text } = (basis['time'] ?? {}) as { readonly text?: unknown };
  const strategy = plainText(basis['timeProgress']);
  const way = isStrategy(strategy) ? labelText(TIME_PROGRESS_STRATEGIES[strategy]) : strategy;
  return msg(str`序时进度 ${plainText(text)}%（${way}）`, { id: 'boards.time' });
};

/** The basis of a board, as it stands under its title. */
export const basisText = (basis: Readonly<Record<string, unknown>>): string =>
  [
    figuresText(basis),
    timeText(basis),
    msg(str`数据来源 ${plainText(basis['source'])}`, { id: 'boards.source' }),
    plainText(basis['office']),
    ...(basis['demo'] === true ? [msg('演示数据', { id: 'board.demo' })] : []),
  ].join(' · ');

/** The date that figures are cut off at. */
export const cutOffText = (asOf: string): string => msg(str`截至 ${asOf}`, { id: 'boards.cut-off' });

/** That the ledger of a past day was read. */
export const pastText = (day: string): string => msg(str`按 ${day} 当天结束时的台账计算`, { id: 'boards.past' });
