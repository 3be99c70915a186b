/** Numbers of measures and what they rest on, in words. */
import { msg, str } from '@lit/localize';
import { wanText } from '../../core/money.ts';
import { registerNamed, type RegisterName } from '../../core/registers/index.ts';
import type { RankChange } from '../../core/metrics/rank.ts';
import type { Definition } from '../../core/measures/definition.ts';
import type { NamedSource } from '../api/measures.ts';
import { grouped } from '../common/format.ts';
import { labelText } from '../common/locale.ts';

type Unit = Definition['unit'];

const UNITS: readonly string[] = ['rate', 'points', 'yuan', 'count', 'months', 'places'] satisfies readonly Unit[];

export const isMeasureUnit = (text: string): text is Unit => UNITS.includes(text);

/** What a measure counts in; empty for plain counts. */
export function unitText(unit: Unit): string {
  switch (unit) {
    case 'rate':
      return '%';
    case 'points':
      return msg('百分点', { id: 'ranking.points' });
    case 'yuan':
      return msg('亿元', { id: 'unit.yi' });
    case 'months':
      return msg('个月', { id: 'ranking.months' });
    case 'places':
      return msg('位', { id: 'ranking.places' });
    case 'count':
      return '';
  }
}

/** A heading with what its column counts in. */
export const withUnit = (heading: string, unit: string): string =>
  unit === '' ? heading : msg(str`${heading}（${unit}）`, { id: 'ranking.with-unit' });

export const measureName = ({ number, label }: Definition): string =>
  [number, labelText(label)].filter(Boolean).join(' ');

/** How a rank moved, for people who do not see the sign. */
export function changeText(change: RankChange): string {
  if ('by' in change)
    return change.kind === 'up'
      ? msg(str`上升 ${change.by} 位`, { id: 'ranking.up' })
      : msg(str`下降 ${change.by} 位`, { id: 'ranking.down' });
  return change.kind === 'same' ? msg('位次不变', { id: 'ranking.same' }) : msg('新上榜', { id: 'ranking.new' });
}

export const changeSign = (change: RankChange): string => {
  if ('by' in change) return `${change.kind === 'up' ? '▲' : '▼'}${change.by}`;
  return change.kind === 'same' ? '—' : msg('新', { id: 'ranking.new-short' });
};

/** Whether a record contributes an amount in 元; one that is only counted contributes 1, whatever field was looked at. */
const isAmount = (register: RegisterName, field: string, value: number): boolean =>
  Math.abs(value) > 1 && registerNamed(register).fields[field]?.kind === 'yuan';

const wan = (value: number): string => msg(str`${grouped(wanText(value))} 万元`, { id: 'value.wan' });

/** What a record put into a number: 万元 for amounts, else as it is counted. */
export const contributionText = (register: RegisterName, field: string, value: number): string =>
  isAmount(register, field, value) ? wan(value) : grouped(String(value));

/** What stands above or below a rate's line; an amount where the records on that side contribute amounts. */
export function sideText(value: number, side: 'numerator' | 'denominator', sources: readonly NamedSource[]): string {
  const own = sources.filter((source) => source.side === side || source.side === 'both');
  const isMoney = own.some((source) => isAmount(source.register, source.field, source.value));
  return isMoney ? wan(value) : grouped(String(value));
}

/** The name of a record's field; of the register where no field is named. */
export function fieldText(register: RegisterName, field: string): string {
  const { label, fields } = registerNamed(register);
  const named = fields[field];
  return named ? labelText(named.label) : labelText(label);
}
