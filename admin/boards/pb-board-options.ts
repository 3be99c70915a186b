import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { isObject } from '../../core/result.ts';
import type { BoardOption, BoardQuery } from '../api/office-boards.ts';
import type { PageEvent } from '../common/events.ts';
import { today } from '../common/format.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import type { References } from '../common/references.ts';
import { controls } from '../style/controls.ts';
import '../common/pb-choose.ts';

type ControlEvent = Event & { readonly target: HTMLInputElement | HTMLSelectElement };

/** What a board is asked: its own options, the cut-off date, and the day whose ledger is read. */
@customElement('pb-board-options')
export class PbBoardOptions extends PbElement {
  @property({ attribute: false }) options: readonly BoardOption[] = [];
  @property({ attribute: false }) query: BoardQuery = {};
  /** What the board took where it was told nothing, as its answer says. */
  @property({ attribute: false }) taken: Readonly<Record<string, unknown>> = {};
  /** What references are chosen from, by register. */
  @property({ attribute: false }) records: References = new Map();
  /** Sets one of them; empty for what the board takes by itself. */
  @property({ attribute: false }) set: (name: string, value: string) => void = () => undefined;

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 14px;
      }
      label,
      .field {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
      input[inputmode='numeric'] {
        width: 80px;
      }
      pb-choose {
        width: 260px;
      }
    `,
  ];

  protected override render() {
    return html`
      ${this.options.map((option) => this.renderOption(option))}
      ${this.renderDate('asOf', msg('截至日期', { id: 'boards.as-of' }))}
      ${this.renderDate('known', msg('查看历史台账', { id: 'past.label' }))}
      ${
        this.query['asOf'] || this.query['known']
          ? html`<button type="button" @click=${this.onNow}>${msg('回到现在', { id: 'past.now' })}</button>`
          : nothing
      }
    `;
  }

  private renderOption(option: BoardOption) {
    const { name, kind, label } = option;
    if (kind === 'reference') return this.renderReference(option);
    const value = this.shownOf(option);
    const change = (event: ControlEvent): void => this.set(name, event.target.value.trim());
    const control =
      kind === 'choice'
        ? this.renderChoice(option, value, change)
        : html`<input
            type=${kind === 'month' || kind === 'date' ? kind : 'text'}
            inputmode=${kind === 'integer' ? 'numeric' : nothing}
            autocomplete="off"
            .value=${live(value)}
            @change=${change}
          />`;
    return html`<label>${labelText(label)} ${control}</label>`;
  }

  /** What is set, or what the board took by itself; a choice that was left open is open. */
  private shownOf({ name, optional }: BoardOption): string {
    const taken = this.takenOf(name);
    const own = optional && (typeof taken === 'string' || typeof taken === 'number') ? String(taken) : '';
    return this.query[name] ?? own;
  }

  private renderChoice({ choices }: BoardOption, value: string, change: (event: ControlEvent) => void) {
    const all = msg('全部', { id: 'boards.all' });
    return html`
      <select @change=${change}>
        ${value === '' || !this.takes(value) ? html`<option value="" ?selected=${value === ''}>${all}</option>` : nothing}
        ${Object.entries(choices).map(
          ([id, label]) => html`<option value=${id} ?selected=${id === value}>${labelText(label)}</option>`,
        )}
      </select>
    `;
  }

  /** What the board took by itself: an id, also where the answer has what is known of it, as of a measure. */
  private takenOf(name: string): unknown {
    const taken = this.taken[name];
    return isObject(taken) ? taken['id'] : taken;
  }

  /** Whether a choice comes back in the board's answer where none was made: then there is no "all". */
  private takes(value: string): boolean {
    return this.options.some(({ name, optional }) => optional && this.takenOf(name) === value);
  }

  private renderReference({ name, label, target, optional }: BoardOption) {
    const chosen = this.query[name];
    return html`
      <span class="field">
        ${labelText(label)}
        <pb-choose
          .label=${labelText(label)}
          .options=${this.records.get(target) ?? []}
          .chosen=${chosen ? [chosen] : []}
          ?required=${!optional}
          @pb-chosen-records=${(event: PageEvent<'pb-chosen-records'>) => this.set(name, event.detail[0] ?? '')}
        ></pb-choose>
      </span>
    `;
  }

  private renderDate(name: 'asOf' | 'known', label: string) {
    const own = this.taken['asOf'];
    const shown = this.query[name] ?? (name === 'asOf' && typeof own === 'string' ? own : '');
    return html`
      <label>
        ${label}
        <input
          type="date"
          max=${name === 'known' ? today() : nothing}
          .value=${live(shown)}
          @change=${(event: ControlEvent) => this.set(name, event.target.value)}
        />
      </label>
    `;
  }

  private onNow(): void {
    this.set('dates', '');
  }
}
