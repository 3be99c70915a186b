import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';

/** How far something is, as a bar with its words. */
@customElement('pb-progress')
export class PbProgress extends PbElement {
  /** From 0 to 1. */
  @property({ attribute: false }) fraction = 0;
  @property() label = '';

  static override styles = [
    controls,
    css`
      .words {
        display: flex;
        justify-content: space-between;
        gap: 12px;
        margin-bottom: 4px;
        font-size: 13px;
        font-variant-numeric: tabular-nums;
      }
      progress {
        display: block;
        width: 100%;
        height: 8px;
        accent-color: var(--accent);
      }
    `,
  ];

  protected override render() {
    const percent = Math.round(this.fraction * 100);
    return html`
      <div class="words"><span role="status">${this.label}</span><span>${percent}%</span></div>
      <progress max="100" .value=${percent} aria-label=${this.label}></progress>
    `;
  }
}
