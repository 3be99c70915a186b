/** What is typed into a report before it is sent; the browser keeps it when the network or the tab is lost. */
import { monthAmount } from '../../core/reporting/period.ts';
import { wanText } from '../../core/money.ts';
import { isObject } from '../../core/result.ts';
import type { IsoDate } from '../../core/time.ts';
import { warningsOfSet } from '../../core/warnings/set-warnings.ts';
import type { Warning } from '../../core/warnings/warnings.ts';
import type { ChangeRequest } from '../api/changes.ts';
import { useBrowserStore } from '../common/browser-store.ts';
import { readAmount, type CellInput } from '../figures/amount.ts';
import type { ProjectPeriod, ReportingData } from './reporting-data.ts';

const DRAFT_FIELDS = ['amount', 'correctionReason', 'physicalProgress', 'difficulties', 'why'] as const;

export type DraftField = (typeof DRAFT_FIELDS)[number];

/** The texts of the form. `why` says why unlikely figures are right. */
export type Draft = Readonly<Record<DraftField, string>>;

const EMPTY: Draft = { amount: '', correctionReason: '', physicalProgress: '', difficulties: '', why: '' };

/** Whose draft of which report; two people may share a phone. */
export interface DraftKey {
  readonly user: string;
  readonly project: string;
  readonly asOf: IsoDate;
}

const storageKey = ({ user, project, asOf }: DraftKey): string => `paceboard-report:${user}:${project}:${asOf}`;

/** What was typed and not sent; null when there is nothing. */
export function keptDraft(key: DraftKey): Draft | null {
  const text = useBrowserStore((storage) => storage.getItem(storageKey(key)));
  if (text === null) return null;
  try {
    const kept: unknown = JSON.parse(text);
    if (!isObject(kept)) return null;
    const texts = DRAFT_FIELDS.map((name) => [name, typeof kept[name] === 'string' ? kept[name] : ''] as const);
    return { ...EMPTY, ...Object.fromEntries(texts) };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Whether the browser has kept it. */
export const keepDraft = (key: DraftKey, draft: Draft): boolean =>
  useBrowserStore((storage) => {
    storage.setItem(storageKey(key), JSON.stringify(draft));
    return true;
  }) ?? false;

export const dropDraft = (key: DraftKey): void => {
  useBrowserStore((storage) => storage.removeItem(storageKey(key)));
};

/** The form as the ledger would fill it: the report as it was sent; of a new one, the progress said last. */
export const draftOf = ({ report, project }: ProjectPeriod): Draft => ({
  ...EMPTY,
  amount: report?.reportedYtdYuan === undefined ? '' : wanText(report.reportedYtdYuan),
  correctionReason: report?.correctionReason ?? '',
  physicalProgress: report ? (report.physicalProgress ?? '') : (project.physicalProgress ?? ''),
  difficulties: report?.difficulties ?? '',
});

/** What a draft amounts to. */
export interface Reading {
  readonly input: CellInput;
  /** Null while there is no usable figure. */
  readonly yuan: number | null;
  /** Against the last figure of the year; null without one. */
  readonly differenceYuan: number | null;
  /** Of the month; null when the month before has no figure. */
  readonly monthYuan: number | null;
  readonly needsCorrectionReason: boolean;
  readonly warnings: readonly Warning[];
}

const trimmed = (text: string): string | null => text.trim() || null;

/** The request that sends the report. */
export function requestOf(row: ProjectPeriod, asOf: IsoDate, draft: Draft, reading: Reading): ChangeRequest {
  const values = {
    reportedYtdYuan: reading.yuan,
    completedMonthYuan: reading.monthYuan,
    correctionReason: reading.needsCorrectionReason ? trimmed(draft.correctionReason) : null,
    physicalProgress: trimmed(draft.physicalProgress),
    difficulties: trimmed(draft.difficulties),
    state: 'submitted',
  };
  const { report, project } = row;
  if (report) {
    return { kind: 'update', register: 'reports', record: report.id, values, ifRevision: report.revision };
  }
  const present = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  return { kind: 'create', register: 'reports', values: { project: project.id, asOf, ...present } };
}

/** Whether the reason of the correction says all there is to say: the month is negative, and nothing else is odd. */
export const explainsItself = ({
  needsCorrectionReason,
  warnings,
}: Pick<Reading, 'needsCorrectionReason' | 'warnings'>): boolean =>
  needsCorrectionReason && warnings.every(({ code }) => code === 'lower-than-before');

/** Reads a draft as the server will, doubts included. */
export function readDraft(data: ReportingData, row: ProjectPeriod, asOf: IsoDate, draft: Draft): Reading {
  const input = readAmount(draft.amount);
  const none = { differenceYuan: null, monthYuan: null, needsCorrectionReason: false, warnings: [] };
  if (input.kind !== 'amount') return { input, yuan: null, ...none };
  const { yuan } = input;
  const before = row.earlier.at(-1);
  const monthYuan = monthAmount(asOf, yuan, row.earlier);
  const reading = {
    input,
    yuan,
    differenceYuan: before ? yuan - before.yuan : null,
    monthYuan,
    needsCorrectionReason: monthYuan !== null && monthYuan < 0,
    warnings: [],
  };
  return { ...reading, warnings: warningsOfSet(data.ledger, [requestOf(row, asOf, draft, reading)]) };
}
