import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { FieldError } from '../api/problem.ts';
import { tryScheme, type ListedScheme, type ScoreRow, type Trial, type TriedUnit } from '../api/schemes.ts';
import { asProblem } from '../api/problem.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { controls } from '../style/controls.ts';
import { fromTo, groupName, versionText } from './scheme-words.ts';

type ControlEvent = Event & { readonly target: HTMLInputElement | HTMLSelectElement };

/** How long the typing rests before the scheme is tried. */
const REST_MS = 400;

/** A unit's line; without another scheme to compare with there is only what comes after. */
const triedIn = (units: readonly TriedUnit[], { unit, name, rank, total }: ScoreRow): TriedUnit =>
  units.find((each) => each.unit === unit) ?? {
    unit,
    name,
    before: null,
    after: { rank, total },
    difference: null,
    items: [],
  };

/** A scheme that is not saved, tried on the ledger: ranks and scores before and after, unit by unit. */
@customElement('pb-trial')
export class PbTrial extends PbElement {
  /** Checked; null while the scheme is wrong. */
  @property({ attribute: false }) body: unknown = null;
  /** Under which name entries were made by hand. */
  @property() name = '';
  /** With which scheme it is compared first; empty for the one in force. */
  @property() base = '';
  @property({ attribute: false }) schemes: readonly ListedScheme[] = [];
  /** Hears what the server finds wrong, place by place. */
  @property({ attribute: false }) refused: (errors: readonly FieldError[]) => void = () => undefined;

  @state() private trial: Trial | null = null;
  @state() private asOf = '';
  /** Chosen by hand; null follows `base`. */
  @state() private against: string | null = null;
  @state() private problem = '';
  @state() private busy = false;
  private asked = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    controls,
    css`
      section {
        padding: 10px 14px;
      }
      label {
        display: flex;
        align-items: center;
        gap: 6px;
        margin-bottom: 6px;
      }
      select {
        flex: 1;
        min-width: 0;
      }
      .rows {
        max-height: 62vh;
        margin-top: 6px;
        overflow: auto;
      }
      table.list th,
      table.list td {
        padding: 4px 6px;
      }
      table.list th.group {
        position: static;
        background: var(--surface-soft);
      }
      tr.moved td {
        background: var(--warn-soft);
      }
      td.number {
        white-space: nowrap;
        font-size: 13px;
      }
      p {
        margin: 4px 0;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override updated(changed: PropertyValues): void {
    if (!['body', 'name', 'base', 'asOf', 'against'].some((name) => changed.has(name))) return;
    const asked = JSON.stringify([this.body, this.name, this.compared, this.asOf]);
    if (asked === this.asked) return;
    this.asked = asked;
    clearTimeout(this.timer);
    if (this.body !== null) this.timer = setTimeout(() => void this.run(asked), REST_MS);
  }

  protected override render() {
    return html`
      <section class="panel" aria-labelledby="trial">
        <h2 id="trial">${msg('试算', { id: 'schemes.trial' })}</h2>
        <label>
          ${msg('截至日期', { id: 'boards.as-of' })}
          <input
            type="date"
            .value=${live(this.asOf || (this.trial?.asOf ?? ''))}
            @change=${(event: ControlEvent) => (this.asOf = event.target.value)}
          />
        </label>
        <label>
          ${msg('对比', { id: 'schemes.compared' })}
          <select @change=${(event: ControlEvent) => (this.against = event.target.value)}>
            <option value="" ?selected=${this.compared === ''}>${msg('现行方案', { id: 'schemes.present' })}</option>
            ${this.schemes.map(
              ({ id, name, version }) =>
                html`<option value=${id} ?selected=${id === this.compared}>${name} ${versionText(version)}</option>`,
            )}
          </select>
        </label>
        <p class="soft small" role="status">${this.statusText()}</p>
        ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
        ${this.trial ? this.renderTrial(this.trial) : nothing}
      </section>
    `;
  }

  private get compared(): string {
    return this.against ?? this.base;
  }

  private statusText(): string {
    if (this.body === null) return msg('改正错误后重新试算', { id: 'schemes.trial-waits' });
    if (this.busy || !this.trial) return msg('正在试算…', { id: 'schemes.trying' });
    const moved = this.trial.units.filter((unit) => this.isMoved(unit)).length;
    return this.trial.against
      ? msg(str`${moved} 个单位位次变化；没有保存任何内容`, { id: 'schemes.tried' })
      : msg('没有可对比的现行方案', { id: 'schemes.nothing-in-force' });
  }

  private renderTrial({ units, scores }: Trial) {
    const heading = msg('试算结果', { id: 'schemes.trial-result' });
    const listed = new Set(scores.lists.flatMap(({ rows }) => rows.map(({ unit }) => unit)));
    const gone = units.filter(({ unit }) => !listed.has(unit));
    return html`
      <div class="rows" tabindex="0" role="region" aria-label=${heading}>
        <table class="list">
          <thead>
            <tr>
              <th scope="col">${msg('单位', { id: 'ranking.unit' })}</th>
              <th scope="col" class="number">${msg('位次', { id: 'ranking.rank' })}</th>
              <th scope="col" class="number">${msg('总分', { id: 'schemes.total' })}</th>
              <th scope="col" class="number">${msg('增减', { id: 'ranking.grown' })}</th>
            </tr>
          </thead>
          ${scores.lists.map(({ group, rows }) =>
            this.renderList(
              groupName(group),
              rows.map((row) => triedIn(units, row)),
            ),
          )}
          ${gone.length > 0 ? this.renderList(msg('不参加考核', { id: 'schemes.not-assessed' }), gone) : nothing}
        </table>
      </div>
    `;
  }

  private renderList(name: string, units: readonly TriedUnit[]) {
    return html`
      <tbody>
        <tr>
          <th scope="rowgroup" colspan="4" class="group">${name}</th>
        </tr>
        ${units.map((unit) => this.renderUnit(unit))}
      </tbody>
    `;
  }

  private isMoved({ before, after }: TriedUnit): boolean {
    return before?.rank !== after?.rank;
  }

  private renderUnit(unit: TriedUnit) {
    const { name, before, after, difference, items } = unit;
    const hint = items.map(({ id, difference: own }) => `${id} ${own.text}`).join('；');
    return html`
      <tr class=${before && this.isMoved(unit) ? 'moved' : ''}>
        <td>${name}</td>
        <td class="number">${before ? fromTo(before.rank, after?.rank) : (after?.rank ?? '—')}</td>
        <td class="number">${before ? fromTo(before.total.text, after?.total.text) : after?.total.text}</td>
        <td class="number" title=${hint || nothing}>${difference?.text ?? '—'}</td>
      </tr>
    `;
  }

  private async run(asked: string): Promise<void> {
    this.busy = true;
    try {
      const trial = await tryScheme({ body: this.body, name: this.name, asOf: this.asOf, against: this.compared });
      if (asked !== this.asked) return;
      this.trial = trial;
      this.problem = '';
    } catch (error) {
      if (asked !== this.asked) return;
      const problem = asProblem(error);
      this.problem = problemText(problem);
      this.refused(problem.errors);
    } finally {
      if (asked === this.asked) this.busy = false;
    }
  }
}
