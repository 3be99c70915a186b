import { css, html, nothing, type PropertyValues } from 'lit';
import { msg, str } from '@lit/localize';
import { customElement, property, state } from 'lit/decorators.js';
import type { Role } from '../../core/register/role.ts';
import { isRegisterName, registerNamed, type RegisterName } from '../../core/registers/index.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { loadTitles, titlesIn, type References } from '../common/references.ts';
import { routeHash } from '../common/router.ts';

/** Links beyond these say only how many more there are. */
const MOST_LINKS = 12;

/** The records that refer to another, as links to their forms. */
@customElement('pb-referrers')
export class PbReferrers extends PbElement {
  /** `reports/abc`, `plans/def` … */
  @property({ attribute: false }) names: readonly string[] = [];
  @property() viewer: Role = 'auditor';

  @state() private titles: References = new Map();

  static override styles = css`
    ul {
      margin: 4px 0 0;
      padding-left: 20px;
    }
    a {
      color: inherit;
    }
  `;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('names')) void this.load();
  }

  protected override render() {
    const titleOf = titlesIn(this.titles);
    const more = this.names.length - MOST_LINKS;
    return html`
      <ul>
        ${this.parts.slice(0, MOST_LINKS).map(
          ([register, id]) => html`
            <li>
              <a href=${routeHash('registers', register, id)}
                >${labelText(registerNamed(register).label)} ${titleOf(register, id)}</a
              >
            </li>
          `,
        )}
        ${more > 0 ? html`<li>${msg(str`还有 ${more} 条`, { id: 'referrers.more' })}</li>` : nothing}
      </ul>
    `;
  }

  private get parts(): readonly (readonly [RegisterName, string])[] {
    return this.names.flatMap((name) => {
      const [register = '', id = ''] = name.split('/');
      return isRegisterName(register) ? [[register, id] as const] : [];
    });
  }

  private async load(): Promise<void> {
    this.titles = await loadTitles([...new Set(this.parts.map(([register]) => register))], { viewer: this.viewer });
  }
}
