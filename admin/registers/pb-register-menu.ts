import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { foldedText } from '../../core/folded-text.ts';
import { AREAS, type Area } from '../../core/register/declare.ts';
import type { Role } from '../../core/register/role.ts';
import { REGISTERS, registerNamed, type RegisterName } from '../../core/registers/index.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { routeHash } from '../common/router.ts';
import { controls } from '../style/controls.ts';
import { sideMenu } from '../style/side-menu.ts';

const NAMES = Object.keys(REGISTERS) as readonly RegisterName[];
const AREA_NAMES = Object.keys(AREAS) as readonly Area[];

/** The registers that a role reads and that have no section of their own, in the order of the menu. */
export const listedFor = (role: Role): readonly RegisterName[] =>
  NAMES.filter((name) => {
    const { system, single, read } = registerNamed(name);
    return !system && !single && read.includes(role);
  });

const plain = (text: string): string => foldedText(text).trim();

/** The menu of the registers, by area; found by name, areas folded as one likes. */
@customElement('pb-register-menu')
export class PbRegisterMenu extends PbElement {
  @property() viewer: Role = 'auditor';
  @property() current: RegisterName = 'projects';

  @state() private search = '';
  @state() private folded: ReadonlySet<Area> = new Set();
  /** On a narrow page the menu opens over the list only while one is choosing. */
  @state() private open = false;

  static override styles = [
    controls,
    sideMenu,
    css`
      nav {
        display: flex;
        flex-direction: column;
      }
      input {
        width: 100%;
        margin-bottom: 6px;
      }
      button.area {
        justify-content: space-between;
        width: 100%;
        min-height: 28px;
        padding: 2px 8px;
        border: 0;
        background: none;
        font-size: 13px;
        font-weight: 600;
        color: var(--ink-soft);
      }
      a {
        padding: 5px 8px 5px 14px;
      }
      .none {
        padding: 4px 8px;
      }
    `,
  ];

  protected override render() {
    const listed = listedFor(this.viewer).filter((name) => {
      const { zh, en } = registerNamed(name).label;
      return plain(`${zh} ${en}`).includes(plain(this.search));
    });
    return html`
      <button class="toggle" type="button" aria-expanded=${this.open} @click=${() => (this.open = !this.open)}>
        <span>${msg('选择登记表', { id: 'registers.choose' })}</span
        ><span aria-hidden="true">${this.open ? '▲' : '▼'}</span>
      </button>
      <nav class="panel ${this.open ? '' : 'closed'}" aria-label=${msg('登记表', { id: 'registers.nav' })}>
        <input
          type="search"
          placeholder=${msg('查找登记表', { id: 'registers.find' })}
          aria-label=${msg('查找登记表', { id: 'registers.find' })}
          .value=${this.search}
          @input=${(event: InputEvent & { readonly target: HTMLInputElement }) => (this.search = event.target.value)}
        />
        ${AREA_NAMES.map((area) =>
          this.renderArea(
            area,
            listed.filter((name) => registerNamed(name).area === area),
          ),
        )}
        ${listed.length === 0 ? html`<div class="soft none">${msg('没有找到，请换个词', { id: 'search.none' })}</div>` : nothing}
      </nav>
    `;
  }

  private renderArea(area: Area, names: readonly RegisterName[]) {
    if (names.length === 0) return nothing;
    const open = this.search !== '' || !this.folded.has(area);
    return html`
      <button class="area" type="button" aria-expanded=${open} @click=${() => this.fold(area)}>
        ${labelText(AREAS[area])}<span aria-hidden="true">${open ? '−' : '＋'}</span>
      </button>
      ${
        open
          ? names.map(
              (name) => html`
                <a
                  href=${routeHash('registers', name)}
                  aria-current=${name === this.current ? 'page' : nothing}
                  @click=${() => (this.open = false)}
                >
                  ${labelText(registerNamed(name).label)}
                </a>
              `,
            )
          : nothing
      }
    `;
  }

  private fold(area: Area): void {
    const folded = new Set(this.folded);
    if (!folded.delete(area)) folded.add(area);
    this.folded = folded;
  }
}
