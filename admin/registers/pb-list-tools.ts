import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Field } from '../../core/register/field.ts';
import type { RegisterName } from '../../core/registers/index.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import type { References } from '../common/references.ts';
import { controls } from '../style/controls.ts';
import { filtersOf } from './columns.ts';
import { WHOLE_LIST, type ListView } from './list-model.ts';
import { listStyles } from './list-styles.ts';

/** The search and the filters of a list. */
@customElement('pb-list-tools')
export class PbListTools extends PbElement {
  @property() register: RegisterName = 'projects';
  @property({ attribute: false }) view: ListView = WHOLE_LIST;
  @property({ attribute: false }) references: References = new Map();
  @property({ attribute: false }) changeView: (view: ListView) => void = () => undefined;

  static override styles = [controls, listStyles];

  protected override render() {
    const isNarrowed = this.view.search !== '' || Object.values(this.view.filters).some(Boolean);
    return html`
      <div class="filters">
        <label>
          <span class="sr">${msg('查找', { id: 'search' })}</span>
          <input
            type="search"
            placeholder=${msg('查找', { id: 'search' })}
            .value=${this.view.search}
            @input=${(event: InputEvent & { readonly target: HTMLInputElement }) =>
              this.changeView({ ...this.view, search: event.target.value })}
          />
        </label>
        ${filtersOf(this.register).map(([name, field]) => this.renderFilter(name, field))}
        ${
          isNarrowed
            ? html`<button
                class="quiet"
                type="button"
                @click=${() => this.changeView({ ...WHOLE_LIST, sort: this.view.sort })}
              >
                ${msg('清除查找和筛选', { id: 'registers.clear' })}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  private renderFilter(name: string, field: Field) {
    const chosen = this.view.filters[name] ?? '';
    const options = field.target
      ? (this.references.get(field.target) ?? [])
      : Object.entries(field.choices ?? {}).map(([id, label]) => ({ id, title: labelText(label) }));
    const change = (event: Event & { readonly target: HTMLSelectElement }): void =>
      this.changeView({ ...this.view, filters: { ...this.view.filters, [name]: event.target.value } });
    return html`
      <select class=${chosen ? 'set' : ''} aria-label=${labelText(field.label)} @change=${change}>
        <option value="" ?selected=${chosen === ''}>${labelText(field.label)}</option>
        ${options.map(({ id, title }) => html`<option value=${id} ?selected=${id === chosen}>${title}</option>`)}
      </select>
    `;
  }
}
