import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Role } from '../../core/register/role.ts';
import { today } from '../common/format.ts';
import { PbElement } from '../common/pb-element.ts';
import { mayReadTimeline } from '../history/timeline-model.ts';
import { controls } from '../style/controls.ts';
import { sideSection } from '../style/side-menu.ts';
import { listedFor } from './pb-register-menu.ts';
import '../history/pb-timeline.ts';
import './pb-register-list.ts';

/** Section 台账: every register of the ledger, drawn from its declaration, now or as it was known on a day. */
@customElement('pb-registers')
export class PbRegisters extends PbElement {
  @property() viewer: Role = 'auditor';
  @property() register = '';
  /** The record that the address names, if any. */
  @property() record = '';
  /** `timeline` shows the named project's time line in place of the list. */
  @property() view = '';

  /** The day whose end is shown; empty for now. It holds while one goes from register to register. */
  @state() private asOf = '';

  static override styles = [
    controls,
    sideSection,
    css`
      pb-register-list,
      pb-timeline {
        flex: 1;
      }
      .past {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
    `,
  ];

  protected override render() {
    const chosen = listedFor(this.viewer).find((name) => name === this.register) ?? 'projects';
    const timeline = this.view === 'timeline' && chosen === 'projects' && mayReadTimeline(this.viewer);
    return html`
      <pb-register-menu .viewer=${this.viewer} .current=${chosen}></pb-register-menu>
      <div class="main">
        ${this.asOf && !timeline ? this.renderBanner() : nothing}
        ${
          timeline
            ? html`<pb-timeline .project=${this.record} .viewer=${this.viewer}></pb-timeline>`
            : html`<pb-register-list
                .register=${chosen}
                .viewer=${this.viewer}
                .record=${this.record}
                .asOf=${this.asOf}
              >
                ${this.renderDay()}
              </pb-register-list>`
        }
      </div>
    `;
  }

  private renderBanner() {
    return html`
      <div class="past message warn" role="status">
        <strong>${msg(str`正在查看 ${this.asOf} 当天结束时的台账，不能修改`, { id: 'past.banner' })}</strong>
        <span class="grow"></span>
        <button type="button" @click=${() => (this.asOf = '')}>${msg('回到现在', { id: 'past.now' })}</button>
      </div>
    `;
  }

  private renderDay() {
    return html`
      <label slot="past">
        ${msg('查看历史台账', { id: 'past.label' })}
        <input
          type="date"
          max=${today()}
          .value=${this.asOf}
          @change=${(event: Event & { readonly target: HTMLInputElement }) => (this.asOf = event.target.value)}
        />
      </label>
    `;
  }
}
