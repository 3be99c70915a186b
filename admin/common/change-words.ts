/** A change of the log in words: fields by their names, values as they are shown. */
import { msg, str } from '@lit/localize';
import type { Change, ChangeKind, FieldChange } from '../../core/ledger/change.ts';
import { wanText } from '../../core/money.ts';
import type { Field } from '../../core/register/field.ts';
import { registerNamed } from '../../core/registers/index.ts';
import { checkStops, STOP_KINDS, type Stop } from '../../core/registers/permit-stops.ts';
import { isObject } from '../../core/result.ts';
import { isSlideKind, SLIDE_KINDS } from '../../core/slides/kinds.ts';
import { checkStage } from '../../core/stage/stage.ts';
import { grouped } from './format.ts';
import { labelText } from './locale.ts';
import { plainText } from './plain-text.ts';

/** Names a record that a field points to; its id where the name is not known. */
export type TitleOf = (register: string, id: string) => string;

export function kindText(kind: ChangeKind): string {
  switch (kind) {
    case 'create':
      return msg('新增', { id: 'change.create' });
    case 'update':
      return msg('修改', { id: 'change.update' });
    case 'delete':
      return msg('删除', { id: 'change.delete' });
  }
}

/** Who made a change; the server itself is named in the reader's language. */
export const actorText = ({ id, name }: Change['actor']): string =>
  id === 'system' ? msg('系统', { id: 'actor.system' }) : name;

/** Why something was written, as its person said. */
export const reasonText = (reason: string): string => msg(str`原因：${reason}`, { id: 'history.reason' });

/** Asks whether a record should be deleted. */
export const deleteQuestion = (name: string): string =>
  msg(str`删除“${name}”？删除记入变更记录，可以在那里撤销。`, { id: 'registers.delete-question' });

const LONGEST = 60;

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** A value of a field as people read it; a dash where there is none. */
export function valueText(field: Field | undefined, value: unknown, titleOf: TitleOf): string {
  if (value === undefined || value === null) return '—';
  const choice = field?.choices && typeof value === 'string' ? field.choices[value] : undefined;
  if (choice) return labelText(choice);
  if (field?.target && typeof value === 'string') return titleOf(field.target, value);
  if (field?.kind === 'yuan' && typeof value === 'number')
    return msg(str`${grouped(wanText(value))} 万元`, { id: 'value.wan' });
  if (typeof value === 'boolean') return value ? msg('是', { id: 'value.yes' }) : msg('否', { id: 'value.no' });
  if (field?.kind === 'references' && field.target && Array.isArray(value)) {
    const { target } = field;
    return shortened(value.map((id) => titleOf(target, String(id))).join('、'));
  }
  if (Array.isArray(value))
    return shortened(value.map((each) => (isObject(each) ? entryText(each) : String(each))).join('、'));
  return shortened(isObject(value) ? documentText(value) : plainText(value));
}

/** One entry of a document's list, by what names it best. */
const entryText = (entry: Readonly<Record<string, unknown>>): string => {
  const { kind, id } = entry;
  if (isSlideKind(kind)) return labelText(SLIDE_KINDS[kind].label);
  const stop = checkStops([entry]);
  return stop.ok ? stop.value.map(stopText).join('') : plainText(id);
};

const stopText = ({ kind, from, to }: Stop): string => `${labelText(STOP_KINDS[kind])} ${from}～${to ?? ''}`;

/** A stage by its size; any other document as it is. */
const documentText = (document: Readonly<Record<string, unknown>>): string => {
  const stage = checkStage(document);
  return stage.ok ? `${stage.value.width}×${stage.value.height} P${stage.value.pitchMm}` : JSON.stringify(document);
};

export interface FieldChangeWords {
  /** The field's name in the declaration. */
  readonly key: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

const wordsOf = (name: string, field: Field | undefined, change: FieldChange, titleOf: TitleOf): FieldChangeWords => {
  const label = field ? labelText(field.label) : name;
  if ('secret' in change) {
    return { key: name, name: label, from: '', to: msg('（已更改，内容保密）', { id: 'change.secret' }) };
  }
  return {
    key: name,
    name: label,
    from: valueText(field, change.from, titleOf),
    to: valueText(field, change.to, titleOf),
  };
};

/** What a change did, field by field. */
export function fieldChanges(change: Change, titleOf: TitleOf): readonly FieldChangeWords[] {
  const { fields } = registerNamed(change.register);
  return Object.entries(change.fields).map(([name, each]) => wordsOf(name, fields[name], each, titleOf));
}
