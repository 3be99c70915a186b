/** Vetoes (一票否决): whether each applies to a unit. */
import { compare } from '../exact.ts';
import { amountOf } from './amount.ts';
import type { Input } from './inputs.ts';
import type { Gate } from './scheme.ts';
import type { Sheet } from './sheet.ts';
import { written, writtenBeside } from './written.ts';

export interface GateScore {
  readonly gate: Gate;
  readonly applies: boolean;
  /** The comparison with its numbers; absent where entries decide. */
  readonly calculation?: string;
  /** The entries or the measure that decide. */
  readonly inputs: readonly Input[];
}

/** A gate applies by an approved entry under its id, or when its measure is below a value; never for want of a base. */
export function gateScore(sheet: Sheet, gate: Gate, unit: string): GateScore {
  const { asOf } = sheet.context;
  if (gate.when === 'entry') {
    const entries = sheet.entries(gate.id, unit, asOf);
    const inputs = entries.map((entry) => ({ kind: 'entry' as const, entry, points: amountOf(0) }));
    return { gate, applies: entries.length > 0, inputs };
  }
  const reading = sheet.readings.of(unit, gate.when.measure, asOf);
  const bound = amountOf(gate.when.below);
  const inputs: readonly Input[] = [{ kind: 'measure', use: 'gate', ...reading }];
  if (!reading.value) return { gate, applies: false, inputs };
  const applies = compare(reading.value, bound) < 0;
  const calculation = written`${writtenBeside(reading.value, bound)} ${applies ? '<' : '≥'} ${bound}`.text;
  return { gate, applies, calculation, inputs };
}
