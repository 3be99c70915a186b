import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { REGISTERS } from '../../core/registers/index.ts';
import type { Role } from '../../core/register/role.ts';
import { mayWrite } from '../app/sections.ts';
import { PbElement } from '../common/pb-element.ts';
import { routeHash } from '../common/router.ts';
import { controls } from '../style/controls.ts';
import './pb-accounts.ts';
import './pb-events.ts';
import './pb-tokens.ts';

const PARTS = ['accounts', 'tokens', 'events'] as const;

type Part = (typeof PARTS)[number];

const partText = (part: Part): string => {
  switch (part) {
    case 'accounts':
      return msg('账号', { id: 'people.accounts' });
    case 'tokens':
      return msg('接口令牌', { id: 'people.tokens' });
    case 'events':
      return msg('操作记录', { id: 'people.events' });
  }
};

/** Section 人员: accounts and what each role may do, the tokens of other programs, who came in and took what out. */
@customElement('pb-people')
export class PbPeople extends PbElement {
  @property() viewer: Role = 'auditor';
  /** The part in the address. */
  @property() tab = '';

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 12px;
        height: 100%;
        max-width: 1280px;
        padding: 12px 16px;
      }
      nav {
        display: flex;
        gap: 4px;
      }
      nav a {
        padding: 3px 12px;
        border-radius: var(--radius);
        color: var(--ink);
        text-decoration: none;
      }
      nav a:hover {
        background: var(--surface);
      }
      nav a[aria-current] {
        background: var(--accent-soft);
        color: var(--accent-deep);
        font-weight: 600;
      }
      pb-events {
        flex: 1;
      }
    `,
  ];

  protected override render() {
    const shown = PARTS.find((each) => each === this.tab) ?? 'accounts';
    return html`
      <div class="bar">
        <h1>${msg('人员', { id: 'section.people' })}</h1>
        <nav aria-label=${msg('人员', { id: 'section.people' })}>
          ${PARTS.map(
            (each) => html`
              <a href=${routeHash('people', each)} aria-current=${each === shown ? 'page' : nothing}
                >${partText(each)}</a
              >
            `,
          )}
        </nav>
      </div>
      ${this.renderPart(shown)}
    `;
  }

  private renderPart(part: Part) {
    switch (part) {
      case 'accounts':
        return html`<pb-accounts ?readonly=${!mayWrite(this.viewer, REGISTERS.users.write)}></pb-accounts>`;
      case 'tokens':
        return html`<pb-tokens ?readonly=${!mayWrite(this.viewer, REGISTERS.tokens.write)}></pb-tokens>`;
      case 'events':
        return html`<pb-events></pb-events>`;
    }
  }
}
