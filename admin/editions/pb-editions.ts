import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { DRAFTERS } from '../../core/editions/create.ts';
import type { Role } from '../../core/register/role.ts';
import { REGISTERS } from '../../core/registers/index.ts';
import { listEditions, type EditionLine } from '../api/editions.ts';
import { asProblem } from '../api/problem.ts';
import { ledgerRevision } from '../api/records.ts';
import { sessionEvents } from '../api/request.ts';
import type { PageEvent } from '../common/events.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { poll } from '../common/poll.ts';
import { problemText } from '../common/problem-text.ts';
import { routeHash } from '../common/router.ts';
import { controls } from '../style/controls.ts';
import './pb-edition-desk.ts';
import './pb-edition-list.ts';
import './pb-new-edition.ts';

const REFRESH_MS = 10_000;

/** Section 期次: numbered editions from collecting to the screens, and the desk of each. */
@customElement('pb-editions')
export class PbEditions extends PbElement {
  @property() viewer: Role = 'auditor';
  /** The edition in the address; empty for the list. */
  @property() edition = '';

  @state() private editions: readonly EditionLine[] | null = null;
  @state() private problem = '';
  @state() private creating = false;

  private revision = 0;
  private readonly onSignedIn = (): void => void this.load();

  static override styles = [
    controls,
    css`
      :host {
        padding: 12px 16px 32px;
      }
      .bar {
        margin-bottom: 12px;
      }
      .bar a {
        color: var(--accent);
      }
      @media (max-width: 700px) {
        :host {
          padding: 10px 10px 0;
        }
      }
    `,
  ];

  constructor() {
    super();
    poll(this, REFRESH_MS, () => this.refresh());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    sessionEvents.addEventListener('signed-in', this.onSignedIn);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    sessionEvents.removeEventListener('signed-in', this.onSignedIn);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('edition') && this.hasUpdated && this.edition === '') void this.load();
  }

  protected override render() {
    if (this.edition !== '')
      return html`<pb-edition-desk
        .viewer=${this.viewer}
        .edition=${this.edition}
        .editions=${this.editions ?? []}
        @pb-edition=${this.onEdition}
        @pb-written=${this.onWritten}
      ></pb-edition-desk>`;
    return html`
      <div class="bar">
        <h1>${msg('期次', { id: 'section.editions' })}</h1>
        <a href=${routeHash('registers', 'delegations')}>${labelText(REGISTERS.delegations.label)}</a>
        <span class="grow"></span>
        ${
          DRAFTERS.includes(this.viewer)
            ? html`<button class="primary" type="button" @click=${() => (this.creating = true)}>
                ${msg('新建期次', { id: 'editions.create' })}
              </button>`
            : nothing
        }
      </div>
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
      ${
        this.editions
          ? html`<pb-edition-list .editions=${this.editions}></pb-edition-list>`
          : this.problem
            ? nothing
            : html`<p class="soft">${msg('正在读取…', { id: 'loading' })}</p>`
      }
      <pb-new-edition
        ?open=${this.creating}
        @pb-close=${() => (this.creating = false)}
        @pb-edition=${this.onEdition}
      ></pb-new-edition>
    `;
  }

  private onEdition(event: PageEvent<'pb-edition'>): void {
    this.creating = false;
    location.hash = routeHash('editions', event.detail);
    void this.load();
  }

  private readonly onWritten = (): void => void this.load();

  private async load(): Promise<void> {
    try {
      const revision = await ledgerRevision();
      this.editions = await listEditions();
      this.revision = revision;
      this.problem = '';
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private async refresh(): Promise<void> {
    if (this.edition !== '') return;
    try {
      if (!this.editions || (await ledgerRevision()) !== this.revision) await this.load();
      else this.problem = '';
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }
}
