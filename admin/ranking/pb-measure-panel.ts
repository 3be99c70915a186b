import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { MeasureId } from '../../core/measures/ids.ts';
import type { Role } from '../../core/register/role.ts';
import { explainMeasure, type ExplainedMeasure, type NamedSource } from '../api/measures.ts';
import { asProblem } from '../api/problem.ts';
import { fire } from '../common/events.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { controls } from '../style/controls.ts';
import { sideText, unitText, withUnit } from './measure-words.ts';
import './pb-sources.ts';

type Side = 'numerator' | 'denominator';

/** Where a number comes from: what is above and below the line, and every record under it. Fires `pb-close`. */
@customElement('pb-measure-panel')
export class PbMeasurePanel extends PbElement {
  @property() viewer: Role = 'auditor';
  @property() measure: MeasureId = 'investmentCompletionRate';
  /** Whose number: `unit:ID`, `project:ID`. */
  @property() scope = '';
  /** The name of that unit or project. */
  @property() subject = '';
  /** The number as the ranking prints it, with further decimals where others look alike. */
  @property() shown = '';
  @property() asOf = '';
  @property() known = '';
  /** The ledger's position: at another one it is read again. */
  @property({ type: Number }) revision = 0;

  @state() private answer: ExplainedMeasure | null = null;
  @state() private problem = '';
  private asked = '';

  @query('section') private section!: HTMLElement;

  static override styles = [
    controls,
    css`
      section {
        display: flex;
        flex-direction: column;
        gap: 10px;
        height: 100%;
        padding: 12px 14px;
        overflow: auto;
      }
      .exact {
        font-size: 24px;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
      .exact small {
        margin-left: 6px;
        font-size: 13px;
        font-weight: 400;
        color: var(--ink-soft);
      }
      p {
        margin: 0;
      }
      h3 {
        display: flex;
        justify-content: space-between;
        gap: 8px;
        margin: 4px 0 0;
        padding-bottom: 4px;
        border-bottom: 1px solid var(--line-strong);
      }
      @media (max-width: 1000px) {
        section {
          position: fixed;
          inset: 0;
          z-index: 5;
          height: auto;
          border: 0;
          border-radius: 0;
        }
      }
    `,
  ];

  protected override willUpdate(): void {
    const asked = [this.measure, this.scope, this.asOf, this.known, this.revision].join('\n');
    if (asked === this.asked) return;
    this.asked = asked;
    void this.load(asked);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('scope')) this.section.focus({ preventScroll: true });
  }

  protected override render() {
    const heading = msg('这个数从哪来', { id: 'ranking.why' });
    return html`
      <section class="panel" aria-labelledby="heading" tabindex="-1" @keydown=${this.onKeydown}>
        <div class="bar">
          <h2 id="heading">${heading} · ${this.subject}</h2>
          <span class="grow"></span>
          <button class="quiet" type="button" aria-label=${msg('关闭', { id: 'dialog.close' })} @click=${this.close}>
            ✕
          </button>
        </div>
        ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
        ${this.answer ? this.renderAnswer(this.answer) : html`<p class="soft">${msg('正在读取…', { id: 'loading' })}</p>`}
      </section>
    `;
  }

  private renderAnswer(answer: ExplainedMeasure) {
    const { measure, value, remark, sources, more } = answer;
    const both = sources.filter(({ side }) => side === 'both');
    return html`
      <p class="soft">${withUnit(labelText(measure.label), unitText(measure.unit))} · ${answer.asOf}</p>
      <p class="exact">
        ${value ? this.shown || value.text : '—'}${value ? html`<small>${msg('精确值', { id: 'ranking.exact' })} ${value.exact}</small>` : nothing}
      </p>
      ${remark ? html`<p class="message warn">${labelText(remark)}</p>` : nothing}
      <p>${labelText(measure.formula)}</p>
      <p class="soft small">${labelText(measure.basis)}</p>
      ${this.renderSide('numerator', msg('分子', { id: 'ranking.above' }), answer.above, sources)}
      ${this.renderSide('denominator', msg('分母', { id: 'ranking.below' }), answer.below, sources)}
      ${this.renderSources(msg('分子、分母都计', { id: 'ranking.both-sides' }), '', both)}
      ${sources.length === 0 ? html`<p class="soft">${msg('没有用到台账记录', { id: 'ranking.no-sources' })}</p>` : nothing}
      ${more > 0 ? html`<pb-sources .more=${more}></pb-sources>` : nothing}
    `;
  }

  private renderSide(side: Side, name: string, total: number | null, sources: readonly NamedSource[]) {
    const own = sources.filter((source) => source.side === side);
    const heading = total === null && side === 'numerator' ? msg('计入的记录', { id: 'ranking.counted' }) : name;
    if (total === null && own.length === 0) return nothing;
    return this.renderSources(heading, total === null ? '' : sideText(total, side, sources), own);
  }

  private renderSources(name: string, total: string, sources: readonly NamedSource[]) {
    if (total === '' && sources.length === 0) return nothing;
    return html`
      <h3><span>${name}</span><span class="number">${total}</span></h3>
      <pb-sources .viewer=${this.viewer} .sources=${sources}></pb-sources>
    `;
  }

  private async load(asked: string): Promise<void> {
    try {
      const { measure, scope, asOf, known } = this;
      const answer = await explainMeasure(measure, { scope, asOf, known });
      if (asked !== this.asked) return;
      this.answer = answer;
      this.problem = '';
    } catch (error) {
      if (asked !== this.asked) return;
      this.answer = null;
      this.problem = problemText(asProblem(error));
    }
  }

  private readonly close = (): void => fire(this, 'pb-close', undefined);

  private onKeydown(event: KeyboardEvent): void {
    // A dialog over the panel closes by itself.
    const isInDialog = event.composedPath().some((node) => node instanceof HTMLDialogElement);
    if (event.key === 'Escape' && !isInDialog) this.close();
  }
}
