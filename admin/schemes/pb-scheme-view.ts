import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Role } from '../../core/register/role.ts';
import { asProblem } from '../api/problem.ts';
import { pastText } from '../boards/basis-words.ts';
import { ledgerRevision } from '../api/records.ts';
import type { ListedScheme } from '../api/schemes.ts';
import { today } from '../common/format.ts';
import { PbElement } from '../common/pb-element.ts';
import { poll } from '../common/poll.ts';
import { problemText } from '../common/problem-text.ts';
import { routeHash } from '../common/router.ts';
import { controls } from '../style/controls.ts';
import { schemeHash, type SchemePlace, type View } from './scheme-place.ts';
import { mayEdit } from './scheme-rights.ts';
import { stateName, stateTone, versionText } from './scheme-words.ts';
import './pb-explanation.ts';
import './pb-honours.ts';
import './pb-scheme-steps.ts';
import './pb-scores.ts';
import './pb-sensitivity.ts';

type ControlEvent = Event & { readonly target: HTMLInputElement };

const REFRESH_MS = 15_000;

/** One scheme on a date: scores, why they are so, which rules they depend on, and who is proposed for a board. */
@customElement('pb-scheme-view')
export class PbSchemeView extends PbElement {
  @property() viewer: Role = 'auditor';
  @property({ attribute: false }) place!: SchemePlace;
  @property({ attribute: false }) schemes: readonly ListedScheme[] = [];

  /** The ledger's position; what is shown is read again when it has moved on. */
  @state() private revision = 0;
  /** The cut-off that the server took. */
  @state() private asOf = '';
  @state() private problem = '';

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 10px;
        min-width: 0;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
      a {
        color: var(--accent);
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 0 4px;
        border-bottom: 1px solid var(--line-strong);
      }
      nav a {
        padding: 5px 14px;
        color: var(--ink);
        text-decoration: none;
        border-bottom: 3px solid transparent;
      }
      nav a[aria-current] {
        color: var(--accent);
        font-weight: 600;
        border-bottom-color: var(--accent);
      }
    `,
  ];

  constructor() {
    super();
    poll(this, REFRESH_MS, () => this.follow());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.follow();
  }

  protected override render() {
    const scheme = this.schemes.find(({ id }) => id === this.place.scheme);
    return html`
      <div class="bar">
        <a href=${routeHash('schemes')}>${msg('全部方案', { id: 'schemes.all' })}</a>
        <h1>${scheme?.name ?? ''}</h1>
        ${scheme ? this.renderState(scheme) : nothing}
        <span class="grow"></span>
        ${scheme ? this.renderSteps(scheme) : nothing}
      </div>
      <div class="bar">${this.renderDates()}</div>
      ${this.place.known ? html`<div class="message warn" role="status">${pastText(this.place.known)}</div>` : nothing}
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
      <nav aria-label=${msg('方案', { id: 'schemes.views' })}>
        ${this.renderLink('scores', msg('得分与位次', { id: 'schemes.scores' }))}
        ${this.renderLink('sensitivity', msg('规则影响', { id: 'schemes.sensitivity' }))}
        ${this.renderLink('honours', msg('红黑榜', { id: 'schemes.honours' }))}
        ${this.renderLink('edit', msg('方案内容', { id: 'schemes.content-tab' }))}
      </nav>
      ${this.renderView()}
    `;
  }

  private renderState({ version, state: of, inForce, effectiveFrom, effectiveTo, approvalDocument }: ListedScheme) {
    return html`
      <span>${versionText(version)}</span>
      <span class="badge ${stateTone(of)}">${stateName(of)}</span>
      ${inForce ? html`<span class="badge good">${msg('现行', { id: 'schemes.in-force' })}</span>` : nothing}
      <span class="soft small">
        ${[[effectiveFrom, effectiveTo].filter(Boolean).join(' – '), approvalDocument].filter(Boolean).join(' · ')}
      </span>
    `;
  }

  private renderSteps(scheme: ListedScheme) {
    return html`
      ${
        mayEdit(this.viewer)
          ? html`
              ${scheme.state === 'draft' ? this.renderButton('edit', msg('修改方案', { id: 'schemes.edit' })) : nothing}
              ${this.renderButton('version', msg('新版本', { id: 'schemes.new-version' }))}
              ${this.renderButton('copy', msg('复制', { id: 'schemes.copy' }))}
            `
          : nothing
      }
      <pb-scheme-steps .viewer=${this.viewer} .scheme=${scheme}></pb-scheme-steps>
    `;
  }

  private renderButton(view: View, words: string) {
    return html`<a class="button" href=${this.hashOf({ view, unit: '' })}>${words}</a>`;
  }

  private renderLink(view: View, words: string) {
    return html`<a href=${this.hashOf({ view, unit: '' })} aria-current=${view === this.place.view ? 'page' : nothing}
      >${words}</a
    >`;
  }

  private renderDates() {
    const { asOf, known } = this.place;
    return html`
      <label>
        ${msg('截至日期', { id: 'boards.as-of' })}
        <input
          type="date"
          .value=${live(asOf || this.asOf)}
          @change=${(event: ControlEvent) => this.go({ asOf: event.target.value })}
        />
      </label>
      <label>
        ${msg('查看历史台账', { id: 'past.label' })}
        <input
          type="date"
          max=${today()}
          .value=${live(known)}
          @change=${(event: ControlEvent) => this.go({ known: event.target.value })}
        />
      </label>
      ${
        asOf || known
          ? html`<button type="button" @click=${() => this.go({ asOf: '', known: '' })}>
              ${msg('回到现在', { id: 'past.now' })}
            </button>`
          : nothing
      }
    `;
  }

  private renderView() {
    const { place, viewer, revision } = this;
    const read = (asOf: string): void => {
      this.asOf = asOf;
    };
    if (place.view === 'sensitivity')
      return html`<pb-sensitivity .place=${place} .revision=${revision}></pb-sensitivity>`;
    if (place.view === 'honours')
      return html`<pb-honours .viewer=${viewer} .place=${place} .revision=${revision} .read=${read}></pb-honours>`;
    if (place.unit !== '')
      return html`<pb-explanation
        .viewer=${viewer}
        .place=${place}
        .revision=${revision}
        .read=${read}
      ></pb-explanation>`;
    return html`<pb-scores .place=${place} .revision=${revision} .read=${read}></pb-scores>`;
  }

  private hashOf(change: Partial<SchemePlace>): string {
    return schemeHash({ ...this.place, ...change });
  }

  private go(change: Partial<SchemePlace>): void {
    location.hash = this.hashOf(change);
  }

  private async follow(): Promise<void> {
    try {
      this.revision = await ledgerRevision();
      this.problem = '';
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }
}
