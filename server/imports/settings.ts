/** What a person chooses about an import, and what was remembered for files like it. */
import { z } from 'zod';
import { MONEY_UNITS } from '../../core/import/money-unit.ts';
import type { ImportChoices, ImportProfile, ImportTemplate } from '../../core/import/types.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { registerNamed, REGISTERS, type RegisterName } from '../../core/registers/index.ts';
import { parseDate } from '../../core/time.ts';
import type { ImportSettings, SettingsPatch } from './imports.ts';

const MOST_TEXT = 500;
const MOST_MEMBERS = 20_000;

const names = Object.keys(REGISTERS) as readonly RegisterName[];
/** Accounts, tokens and the like have their own ways in, which a table must not get around. */
const profiles: readonly ImportProfile[] = ['ledger', ...names.filter((name) => !registerNamed(name).system)];

const profile = z.enum(profiles as [ImportProfile, ...ImportProfile[]]);
const text = z.string().max(MOST_TEXT);
const few = <T>(record: z.ZodType<Record<string, T>>): z.ZodType<Record<string, T>> =>
  record.refine((value) => Object.keys(value).length <= MOST_MEMBERS, { error: 'has too many members' });
const columns = few(z.record(text, z.string().max(100).nullable()));
const moneyUnit = z.enum(MONEY_UNITS);

/** Settings as they come in; the same at the command line and over HTTP. */
export const settingsPatch: z.ZodType<SettingsPatch> = z.strictObject({
  sheet: text.nullable().exactOptional(),
  profile: profile.nullable().exactOptional(),
  columns: columns.nullable().exactOptional(),
  year: z.number().int().min(1949).max(2199).nullable().exactOptional(),
  asOf: z
    .string()
    .transform((value, context) => {
      const date = parseDate(value);
      if (date) return date;
      context.addIssue({ code: 'custom', message: 'must be a date like 2017-11-30' });
      return z.NEVER;
    })
    .nullable()
    .exactOptional(),
  moneyUnit: moneyUnit.nullable().exactOptional(),
  template: z.string().max(64).nullable().exactOptional(),
  answers: few(z.record(text, text.nullable())).exactOptional(),
});

const templateContent: z.ZodType<ImportTemplate> = z.object({
  profile,
  columns,
  moneyUnit: moneyUnit.exactOptional(),
  answers: few(z.record(text, text)),
});

/** The settings after a patch. */
export function patched(settings: ImportSettings, { answers = {}, ...rest }: SettingsPatch): ImportSettings {
  const all = Object.entries({ ...settings, ...rest }).filter(([, value]) => value !== null && value !== undefined);
  const answered = Object.entries({ ...settings.answers, ...answers }).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(all), answers: Object.fromEntries(answered) } as ImportSettings;
}

/** The template with an id, when the ledger has one that is usable. */
function templateIn(ledger: Ledger, id: string | undefined): ImportTemplate | null {
  const record = id === undefined ? undefined : ledger.tables.importTemplates.get(id);
  const checked = record && templateContent.safeParse(record.content);
  return checked?.success ? checked.data : null;
}

/** What an import is prepared with. */
export function choicesOf(ledger: Ledger, { template: id, ...settings }: ImportSettings): ImportChoices {
  const template = templateIn(ledger, id);
  return template ? { ...settings, template } : settings;
}
