import type { FormFields } from '../common/form-values.ts';

/** Settings that have an editor of their own instead of a control in a form. */
const OWN_EDITORS = ['timeCurve', 'lightRule'] as const;

export type OwnEditor = (typeof OWN_EDITORS)[number];

/** The settings by what they are about, in the order of the page; what is not named comes last. */
const GROUPS = {
  office: ['office', 'district', 'year', 'asOf', 'source', 'demo'],
  time: ['timeProgress', 'newStarts', 'withdrawn', 'lights'],
  assessment: ['scheme', 'reviewStages'],
  publicity: ['publicSource', 'boardMode', 'boardTop', 'showLeader', 'showReported', 'publicAddress'],
  reporting: ['reportPeriod', 'reportDays', 'fourEyes', 'guarantees'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type SettingGroup = keyof typeof GROUPS | 'others';

/** The fields of each group that has any. */
export function settingGroups(fields: FormFields): readonly (readonly [SettingGroup, FormFields])[] {
  const named: readonly string[] = [...Object.values(GROUPS).flat(), ...OWN_EDITORS];
  const names: readonly (readonly [SettingGroup, readonly string[]])[] = [
    ...(Object.entries(GROUPS) as [SettingGroup, readonly string[]][]),
    ['others', Object.keys(fields).filter((name) => !named.includes(name))],
  ];
  return names
    .map(([group, own]) => {
      const entries = own.flatMap((name) => (fields[name] ? [[name, fields[name]] as const] : []));
      return [group, Object.fromEntries(entries)] as const;
    })
    .filter(([, own]) => Object.keys(own).length > 0);
}
