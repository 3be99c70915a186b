import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Finding } from '../../core/editions/finding.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { routeHash } from '../common/router.ts';
import { titlesIn, type References } from '../common/references.ts';
import { controls } from '../style/controls.ts';
import { panelStyles } from './panel-styles.ts';

const LEVELS = ['error', 'warning', 'info'] as const;

const TONES: Readonly<Record<Finding['level'], string>> = { error: 'bad', warning: 'warn', info: '' };

/** Names that are shown before one asks for all. */
const FIRST_NAMES = 5;

function levelText(level: Finding['level'], count: number): string {
  switch (level) {
    case 'error':
      return msg(str`错误 ${count}：改正前不能签发`, { id: 'editions.errors' });
    case 'warning':
      return msg(str`提醒 ${count}：签发人须知悉并说明`, { id: 'editions.warnings' });
    case 'info':
      return msg(str`提示 ${count}`, { id: 'editions.infos' });
  }
}

/** What the arithmetic checks found, the gravest first, with the way to the records. */
@customElement('pb-edition-checks')
export class PbEditionChecks extends PbElement {
  /** Null when the content is not to be had. */
  @property({ attribute: false }) checks: readonly Finding[] | null = null;
  /** Names of units and projects. */
  @property({ attribute: false }) references: References = new Map();
  /** Names of pages. */
  @property({ attribute: false }) nameOf: (page: string) => string = (page) => page;

  static override styles = [
    controls,
    panelStyles,
    css`
      .names {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 10px;
        font-size: 13px;
      }
      .bad {
        color: var(--bad);
      }
      .warn {
        color: var(--warn);
      }
      @media (max-width: 900px) {
        .names {
          gap: 0 16px;
        }
        .names > a {
          padding: 8px 0;
        }
      }
    `,
  ];

  protected override render() {
    const { checks } = this;
    return html`
      <section class="panel" aria-labelledby="heading">
        <h2 id="heading">${msg('核对', { id: 'editions.checks' })}</h2>
        ${
          checks === null
            ? html`<p class="message bad">${msg('内容读不到，无法核对', { id: 'editions.no-checks' })}</p>`
            : checks.some(({ level }) => level !== 'info')
              ? nothing
              : html`<p class="message good">
                  ✓ ${msg('合计、完成率、名次、与序时的差全部复算一致', { id: 'editions.checks-passed' })}
                </p>`
        }
        ${LEVELS.map((level) => this.renderLevel(level))}
      </section>
    `;
  }

  private renderLevel(level: Finding['level']) {
    const found = (this.checks ?? []).filter((each) => each.level === level);
    if (found.length === 0) return nothing;
    const list = html`<ul class="lines">
      ${found.map((each) => this.renderFinding(each))}
    </ul>`;
    return level === 'info'
      ? html`<details>
          <summary>${levelText(level, found.length)}</summary>
          ${list}
        </details>`
      : html`<h3 class=${TONES[level]}>${levelText(level, found.length)}</h3>
          ${list}`;
  }

  private renderFinding({ message, page, rows = [] }: Finding) {
    const [first, rest] = [rows.slice(0, FIRST_NAMES), rows.slice(FIRST_NAMES)];
    return html`
      <li>
        ${page === undefined ? nothing : html`<span class="badge">${this.nameOf(page)}</span>`} ${labelText(message)}
        ${rows.length === 0 ? nothing : html`<div class="names">${first.map((id) => this.renderName(id))}</div>`}
        ${
          rest.length === 0
            ? nothing
            : html`<details>
                <summary>${msg(str`其余 ${rest.length} 个`, { id: 'editions.more-names' })}</summary>
                <div class="names">${rest.map((id) => this.renderName(id))}</div>
              </details>`
        }
      </li>
    `;
  }

  /** A finding's line is a unit's or a project's: whichever register knows it. */
  private renderName(id: string) {
    const register = this.references.get('units')?.some((unit) => unit.id === id) ? 'units' : 'projects';
    return html`<a href=${routeHash('registers', register, id)}>${titlesIn(this.references)(register, id)}</a>`;
  }
}
