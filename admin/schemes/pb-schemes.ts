import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { cache } from 'lit/directives/cache.js';
import type { Role } from '../../core/register/role.ts';
import { listSchemes, type ListedScheme } from '../api/schemes.ts';
import { asProblem } from '../api/problem.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { controls } from '../style/controls.ts';
import { parseSchemePlace, type SchemePlace } from './scheme-place.ts';
import './pb-scheme-editor.ts';
import './pb-scheme-list.ts';
import './pb-scheme-view.ts';

/** Section 考核: assessment schemes, their scores with the reasons, and their editor. What was typed is kept while one looks elsewhere. */
@customElement('pb-schemes')
export class PbSchemes extends PbElement {
  @property() viewer: Role = 'auditor';
  /** What the address says after the section's name. */
  @property() place = '';

  @state() private schemes: readonly ListedScheme[] | null = null;
  @state() private problem = '';

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 10px;
        min-height: 100%;
        padding: 12px 16px;
      }
      @media (max-width: 700px) {
        :host {
          padding: 8px;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    return html`
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : ''}
      ${cache(this.renderPlace(parseSchemePlace(this.place)))}
    `;
  }

  private renderPlace(place: SchemePlace) {
    if (place.scheme === '')
      return html`<pb-scheme-list .viewer=${this.viewer} .schemes=${this.schemes}></pb-scheme-list>`;
    if (place.view === 'edit' || place.view === 'version' || place.view === 'copy')
      return html`<pb-scheme-editor
        .viewer=${this.viewer}
        .place=${place}
        .schemes=${this.schemes ?? []}
        @pb-written=${() => void this.load()}
      ></pb-scheme-editor>`;
    return html`<pb-scheme-view
      .viewer=${this.viewer}
      .place=${place}
      .schemes=${this.schemes ?? []}
      @pb-written=${() => void this.load()}
    ></pb-scheme-view>`;
  }

  private async load(): Promise<void> {
    try {
      this.schemes = await listSchemes();
      this.problem = '';
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }
}
