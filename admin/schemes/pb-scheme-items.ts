import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { add, fractionText, parseExact, whole } from '../../core/exact.ts';
import { isObject } from '../../core/result.ts';
import { FRESH_ITEM, ITEM_RULES } from '../../core/schemes/form.ts';
import { PART_WORDS } from '../../core/schemes/words.ts';
import { PbElement } from '../common/pb-element.ts';
import { plainText } from '../common/plain-text.ts';
import { controls } from '../style/controls.ts';
import { choiceInput, errorWords, focusControl, textInput, type FormContext } from './form-context.ts';
import { entrySteps, formMember } from './form-members.ts';
import { formStyles } from './form-styles.ts';
import { formulaForm, formulaName } from './formula-form.ts';
import {
  amountOfText,
  entriesAt,
  freeId,
  profilesIn,
  textOfAmount,
  valueAt,
  withEntry,
  type Path,
} from './scheme-draft.ts';

/** The sum of the base items' maxima of a profile, as printed. */
function baseSum(body: unknown, profile: string): string {
  const sum = entriesAt(body, ['items'])
    .filter((item) => valueAt(item, ['part']) === 'base')
    .reduce((total: ReturnType<typeof whole>, item) => {
      const max = parseExact(valueAt(item, ['max', profile]));
      return max ? add(total, max) : total;
    }, whole(0));
  return sum.denominator === 1n ? String(sum.numerator) : fractionText(sum, 2);
}

/** The items of a scheme as a table; a row opens on its formula and rules. */
@customElement('pb-scheme-items')
export class PbSchemeItems extends PbElement {
  @property({ attribute: false }) context!: FormContext;

  /** The row that is open; null for none. */
  @state() private open: number | null = null;

  static override styles = [
    controls,
    formStyles,
    css`
      .rows {
        overflow: auto;
      }
      table.list th,
      table.list td {
        padding: 4px 5px;
        vertical-align: top;
      }
      td.name input {
        width: 100%;
      }
      td.id input {
        min-width: 3.4em;
        width: 4.2em;
      }
      td.name input {
        min-width: 9em;
      }
      td.max input {
        width: 4em;
      }
      td.open {
        white-space: nowrap;
      }
      td.kind {
        padding-top: 9px;
        font-size: 13px;
        min-width: 7em;
      }
      tr.detail > td {
        padding: 0;
        background: var(--surface-soft);
      }
      tr.detail .inside {
        position: sticky;
        left: 0;
        width: min(100%, calc(100vw - 40px));
        padding: 10px 14px 14px;
      }
      .inside > .members {
        margin-top: 10px;
      }
      tfoot td {
        font-size: 13px;
      }
    `,
  ];

  /** Opens the row that a place is in. */
  reveal(index: number): void {
    this.open = index;
  }

  protected override render() {
    const { body } = this.context;
    const profiles = profilesIn(body);
    const heading = msg('考核项', { id: 'schemes.items' });
    return html`
      <div class="rows panel" tabindex="0" role="region" aria-label=${heading}>
        <table class="list">
          <thead>
            <tr>
              <th scope="col"><span class="sr">${msg('展开', { id: 'schemes.open-item' })}</span></th>
              <th scope="col">${msg('编号', { id: 'schemes.id' })}</th>
              <th scope="col">${msg('名称', { id: 'name' })}</th>
              <th scope="col">${msg('英文名称', { id: 'schemes.name-en' })}</th>
              <th scope="col">${msg('类别', { id: 'schemes.part' })}</th>
              ${profiles.map((profile) => html`<th scope="col">${this.maxName(profile)}</th>`)}
              <th scope="col">${msg('公式', { id: 'schemes.formula' })}</th>
              <th scope="col"><span class="sr">${msg('操作', { id: 'actions' })}</span></th>
            </tr>
          </thead>
          <tbody>
            ${entriesAt(body, ['items']).map((item, index) => this.renderItem(item, index, profiles))}
          </tbody>
          <tfoot>
            <tr>
              <td></td>
              <td colspan="4" class="number">${msg('基本分合计', { id: 'schemes.base-sum' })}</td>
              ${profiles.map((profile) => html`<td class="number">${baseSum(body, profile)}</td>`)}
              <td colspan="2"></td>
            </tr>
          </tfoot>
        </table>
      </div>
      ${errorWords(this.context, ['items'])}
      ${
        this.context.readonly
          ? nothing
          : html`<button type="button" class="add" @click=${this.onAdd}>
              ＋ ${msg('添加考核项', { id: 'schemes.add-item' })}
            </button>`
      }
    `;
  }

  private maxName(profile: string): string {
    return msg(str`最高分（${profile}）`, { id: 'schemes.max-of' });
  }

  private renderItem(item: unknown, index: number, profiles: readonly string[]) {
    const { context } = this;
    const path: Path = ['items', index];
    const id = plainText(valueAt(item, ['id'])) || String(index + 1);
    const isOpen = this.open === index;
    const inside = [...context.errors.keys()].filter((place) => this.isInside(place, index)).length;
    return html`
      <tr>
        <td class="open">
          <button
            class="quiet small"
            type="button"
            aria-expanded=${isOpen}
            aria-label=${msg(str`${id} 的公式和规则`, { id: 'schemes.open-rules' })}
            @click=${() => (this.open = isOpen ? null : index)}
          >
            ${isOpen ? '▾' : '▸'}
          </button>
          ${inside > 0 ? html`<span class="badge bad">${inside}</span>` : nothing}
        </td>
        <td class="id">${this.renderText([...path, 'id'], msg(str`${id} 编号`, { id: 'schemes.id-of' }))}</td>
        <td class="name">
          ${this.renderText([...path, 'label', 'zh'], msg(str`${id} 名称`, { id: 'schemes.name-of' }))}
        </td>
        <td class="name">
          ${this.renderText([...path, 'label', 'en'], msg(str`${id} 英文名称`, { id: 'schemes.name-en-of' }))}
        </td>
        <td>
          ${choiceInput(context, [...path, 'part'], {
            words: PART_WORDS,
            chosen: plainText(valueAt(item, ['part'])),
            name: msg(str`${id} 类别`, { id: 'schemes.part-of' }),
            set: (part) => context.set([...path, 'part'], part),
          })}
          ${errorWords(context, [...path, 'part'])}
        </td>
        ${profiles.map((profile) => this.renderMax(path, id, profile))}
        <td class="kind">${formulaName(valueAt(item, ['formula']))}</td>
        <td>${entrySteps(context, ['items'], index, id)}</td>
      </tr>
      ${isOpen ? this.renderDetail(item, path, profiles.length + 7) : nothing}
    `;
  }

  /** Whether a place is within what a row hides while it is closed. */
  private isInside(place: string, index: number): boolean {
    const [, at, member = ''] = place.split('/');
    return place.startsWith('items/') && at === String(index) && !['id', 'label', 'part', 'max'].includes(member);
  }

  private renderText(path: Path, name: string) {
    const { context } = this;
    return html`
      ${textInput(context, path, {
        text: plainText(valueAt(context.body, path)),
        name,
        set: (text) => context.set(path, text.trim()),
      })}
      ${errorWords(context, path)}
    `;
  }

  private renderMax(item: Path, id: string, profile: string) {
    const { context } = this;
    const path = [...item, 'max', profile];
    return html`
      <td class="max">
        ${textInput(context, path, {
          text: textOfAmount(valueAt(context.body, path)),
          numeric: true,
          name: `${id} ${this.maxName(profile)}`,
          set: (text) => context.set(path, amountOfText(text)),
        })}
        ${errorWords(context, path)}
      </td>
    `;
  }

  private renderDetail(item: unknown, path: Path, span: number) {
    const { context } = this;
    const max = valueAt(item, ['max']);
    return html`
      <tr class="detail">
        <td colspan=${span}>
          <div class="inside">
            ${formulaForm(context, [...path, 'formula'], isObject(max) ? Object.keys(max) : [])}
            <div class="members">${ITEM_RULES.map((member) => formMember(context, path, member))}</div>
            ${errorWords(context, path)}
          </div>
        </td>
      </tr>
    `;
  }

  private onAdd(): void {
    const { body, take } = this.context;
    const max = Object.fromEntries(profilesIn(body).map((profile) => [profile, 0]));
    this.open = entriesAt(body, ['items']).length;
    take(withEntry(body, ['items'], { id: freeId(body, 'A'), ...FRESH_ITEM, max }));
  }

  /** Puts the focus on the control of a place, or of what it is in. */
  async focusPlace(path: Path): Promise<void> {
    await this.updateComplete;
    focusControl(this.renderRoot, path);
  }
}
