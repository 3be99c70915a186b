import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Role } from '../../core/register/role.ts';
import { isRegisterName, REGISTERS, registerNamed, type RegisterName } from '../../core/registers/index.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { routeHash } from '../common/router.ts';
import { controls } from '../style/controls.ts';
import './pb-register-list.ts';

/** Registers that have no section of their own. */
const LISTED = Object.keys(REGISTERS).filter(
  (name): name is RegisterName => isRegisterName(name) && !registerNamed(name).system && !registerNamed(name).single,
);

/** Section 台账: every register of the ledger, drawn from its declaration. */
@customElement('pb-registers')
export class PbRegisters extends PbElement {
  @property() viewer: Role = 'auditor';
  @property() register = '';

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: 148px minmax(0, 1fr);
        gap: 16px;
        height: 100%;
        padding: 12px 16px;
      }
      nav {
        display: flex;
        flex-direction: column;
        padding: 6px;
        align-self: start;
      }
      nav a {
        padding: 6px 10px;
        border-radius: var(--radius);
        color: var(--ink);
        text-decoration: none;
      }
      nav a:hover {
        background: var(--surface-soft);
      }
      nav a[aria-current] {
        background: var(--accent-soft);
        color: var(--accent-deep);
        font-weight: 600;
      }
      @media (max-width: 700px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
          grid-template-rows: auto minmax(0, 1fr);
        }
        nav {
          flex-direction: row;
          align-self: auto;
          overflow-x: auto;
          white-space: nowrap;
        }
      }
    `,
  ];

  protected override render() {
    const chosen = LISTED.find((name) => name === this.register) ?? 'projects';
    return html`
      <nav class="panel" aria-label=${msg('登记表', { id: 'registers.nav' })}>
        ${LISTED.map(
          (name) => html`
            <a href=${routeHash('registers', name)} aria-current=${name === chosen ? 'page' : nothing}>
              ${labelText(registerNamed(name).label)}
            </a>
          `,
        )}
      </nav>
      <pb-register-list .register=${chosen} .viewer=${this.viewer}></pb-register-list>
    `;
  }
}
