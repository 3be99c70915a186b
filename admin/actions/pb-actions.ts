import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Action } from '../../core/actions/action.ts';
import { ACTIONS } from '../../core/actions/index.ts';
import type { Role } from '../../core/register/role.ts';
import type { RegisterName } from '../../core/registers/index.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import './pb-action-dialog.ts';

/** The buttons of the actions that belong beside a register's list; nothing where the role may take none. */
@customElement('pb-actions')
export class PbActions extends PbElement {
  @property() register: RegisterName = 'projects';
  @property() viewer: Role = 'auditor';

  @state() private chosen: Action | null = null;

  static override styles = controls;

  protected override render() {
    const offered = ACTIONS.filter(({ register, roles }) => register === this.register && roles.includes(this.viewer));
    return html`
      ${offered.map(
        (action) => html`
          <button type="button" title=${labelText(action.help)} @click=${() => (this.chosen = action)}>
            ${labelText(action.label)}
          </button>
        `,
      )}
      ${
        this.chosen
          ? html`<pb-action-dialog
              .action=${this.chosen}
              @pb-close=${this.close}
              @pb-written=${this.close}
            ></pb-action-dialog>`
          : nothing
      }
    `;
  }

  private readonly close = (): void => {
    this.chosen = null;
  };
}
