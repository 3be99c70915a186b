import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { UNIT_GROUPS } from '../../core/registers/unit-groups.ts';
import type { Definition } from '../../core/measures/definition.ts';
import { today } from '../common/format.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import { measureName } from './measure-words.ts';
import type { RankingPlace } from './ranking-place.ts';

type ControlEvent = Event & { readonly target: HTMLInputElement | HTMLSelectElement };

/** What is ranked, by which measure, at which dates. */
@customElement('pb-ranking-options')
export class PbRankingOptions extends PbElement {
  @property({ attribute: false }) place!: RankingPlace;
  @property({ attribute: false }) measures: readonly Definition[] = [];
  /** The dates that hold where the address names none. */
  @property() asOf = '';
  @property() against = '';
  @property({ attribute: false }) set: (change: Partial<RankingPlace>) => void = () => undefined;

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 14px;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
      .measure select {
        max-width: 280px;
      }
    `,
  ];

  protected override render() {
    const { place } = this;
    return html`
      <label class="measure">${msg('指标', { id: 'ranking.measure' })} ${this.renderMeasures()}</label>
      <label>
        ${msg('对象', { id: 'ranking.of' })}
        <select @change=${(event: ControlEvent) => this.onOf(event.target.value)}>
          <option value="units" ?selected=${place.of === 'units'}>${msg('单位', { id: 'ranking.unit' })}</option>
          <option value="projects" ?selected=${place.of === 'projects'}>
            ${msg('项目', { id: 'ranking.project' })}
          </option>
        </select>
      </label>
      <label>
        ${msg('组别', { id: 'ranking.group' })}
        <select @change=${(event: ControlEvent) => this.set({ group: event.target.value })}>
          <option value="" ?selected=${place.group === ''}>${msg('全部', { id: 'boards.all' })}</option>
          ${Object.entries(UNIT_GROUPS).map(
            ([id, label]) => html`<option value=${id} ?selected=${id === place.group}>${labelText(label)}</option>`,
          )}
        </select>
      </label>
      <label>
        ${msg('截至日期', { id: 'boards.as-of' })}
        ${this.renderDate(place.asOf || this.asOf, (asOf) => this.set({ asOf }))}
      </label>
      <label>
        ${msg('对比日期', { id: 'ranking.against' })}
        ${this.renderDate(this.against, (against) => this.set({ against: against || 'none' }))}
      </label>
      ${
        place.against === ''
          ? nothing
          : html`<button type="button" @click=${() => this.set({ against: '' })}>
              ${msg('与上月末对比', { id: 'ranking.month-before' })}
            </button>`
      }
      <label>
        ${msg('查看历史台账', { id: 'past.label' })}
        ${this.renderDate(place.known, (known) => this.set({ known }), today())}
      </label>
      ${
        place.asOf || place.known
          ? html`<button type="button" @click=${() => this.set({ asOf: '', known: '' })}>
              ${msg('回到现在', { id: 'past.now' })}
            </button>`
          : nothing
      }
    `;
  }

  private renderMeasures() {
    const option = (each: Definition) =>
      html`<option value=${each.id} ?selected=${each.id === this.place.measure}>${measureName(each)}</option>`;
    const numbered = this.measures.filter(({ number }) => number !== undefined);
    const further = this.measures.filter(({ number }) => number === undefined);
    return html`
      <select
        @change=${(event: ControlEvent) => {
          const chosen = this.measures.find(({ id }) => id === event.target.value);
          if (chosen) this.set({ measure: chosen.id });
        }}
      >
        <optgroup label=${msg('指标', { id: 'ranking.measure' })}>${numbered.map(option)}</optgroup>
        <optgroup label=${msg('其他数量', { id: 'ranking.further' })}>${further.map(option)}</optgroup>
      </select>
    `;
  }

  /** A unit's number and a project's are explained apart. */
  private onOf(of: string): void {
    this.set({ of: of === 'projects' ? 'projects' : 'units', why: '' });
  }

  private renderDate(value: string, set: (value: string) => void, max = '') {
    return html`<input
      type="date"
      max=${max || nothing}
      .value=${live(value)}
      @change=${(event: ControlEvent) => set(event.target.value)}
    />`;
  }
}
