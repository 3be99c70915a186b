import type { Field } from '../../core/register/field.ts';

export type Tone = 'good' | 'bad' | 'warn' | '';

const TONES: Readonly<Record<Exclude<Tone, ''>, readonly string[]>> = {
  good: [
    'verified',
    'done',
    'closed',
    'completed',
    'resolved',
    'fulfilled',
    'accepted',
    'issued',
    'approved',
    'started',
  ],
  bad: ['escalated', 'returned', 'rejected', 'blocked', 'reopened', 'suspended', 'overdue', 'cancelled'],
  warn: ['open', 'missing', 'inProgress', 'submitted', 'acknowledged', 'replied', 'reviewed', 'pending'],
};

/** Whether a field tells how far a record has come, and not merely of what kind it is. */
export const isState = (name: string, { kind, flow }: Field): boolean =>
  kind === 'choice' && (flow !== undefined || name === 'state' || name === 'lifecycle');

/** The colour of a state's badge; the words beside it say the same. */
export const toneOf = (state: unknown): Tone =>
  (['good', 'bad', 'warn'] as const).find((tone) => TONES[tone].includes(String(state))) ?? '';
