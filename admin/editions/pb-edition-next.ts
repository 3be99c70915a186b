import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Offer, StepName } from '../../core/editions/desk.ts';
import type { EditionDesk } from '../api/editions.ts';
import { fire } from '../common/events.ts';
import { minuteText } from '../common/format.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import { waitsFor } from './edition-progress.ts';
import { stateText, stepText, whyText, withdrawText } from './edition-words.ts';

/** Steps of the whole edition, in the order of its way; pages have theirs beside them. */
const STEPS = [
  'freeze',
  'review',
  'sign',
  'air',
  'schedule',
  'reopen',
  'correct',
  'withdraw',
] as const satisfies readonly StepName[];

/** What is left when an edition is on air or was. */
const END_STEPS = ['correct', 'withdraw'] as const satisfies readonly StepName[];

/** Whether the person may take a step, if need be in another's place. */
const isOpen = ({ allowed, onBehalfOf = [] }: Offer): boolean => allowed || onBehalfOf.length > 0;

/** The next step as one large button, the others in a menu; what may not be done says why. */
@customElement('pb-edition-next')
export class PbEditionNext extends PbElement {
  @property({ attribute: false }) desk!: EditionDesk;
  @property({ type: Boolean }) busy = false;

  static override styles = [
    controls,
    css`
      section {
        padding: 12px 16px;
      }
      button.big {
        width: 100%;
        min-height: 52px;
        font-size: 18px;
        font-weight: 600;
      }
      p {
        margin: 6px 0 0;
      }
      details {
        margin-top: 8px;
      }
      summary {
        min-height: 32px;
        padding: 5px 0;
        color: var(--accent);
        cursor: pointer;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 4px 0;
      }
      li button {
        flex: 0 0 8em;
      }
      @media (max-width: 900px) {
        section {
          padding: 10px 12px;
          border-radius: 6px 6px 0 0;
          box-shadow: 0 -4px 16px rgb(20 30 45 / 16%);
        }
        summary {
          min-height: 44px;
          padding: 11px 0 0;
        }
        details {
          margin-top: 0;
        }
        details[open] ul {
          max-height: 45vh;
          overflow: auto;
        }
        li button {
          min-height: 44px;
        }
      }
    `,
  ];

  protected override render() {
    const { edition, reviews } = this.desk;
    const next = waitsFor(edition, reviews);
    const at = next === null ? this.ends : [];
    return html`
      <section class="panel" aria-label=${msg('下一步', { id: 'editions.next' })}>
        ${next ? this.renderNext(next) : this.renderEnd()}
        ${
          edition.state === 'scheduled' && edition.airAt !== undefined
            ? html`<p class="soft">
                ${msg(str`定于 ${minuteText(edition.airAt)} 自动播出`, { id: 'editions.scheduled' })}
              </p>`
            : nothing
        }
        <details>
          <summary>${msg('其他操作', { id: 'editions.other-steps' })}</summary>
          <ul>
            ${STEPS.filter((step) => step !== next && !at.includes(step)).map((step) => this.renderOther(step))}
          </ul>
        </details>
      </section>
    `;
  }

  private why(step: StepName): string {
    const offered = this.desk.steps[step];
    return isOpen(offered) || !offered.why ? '' : whyText(step, offered.why, this.desk.edition, offered.stage);
  }

  private word(step: StepName): string {
    const { stage } = this.desk.steps.review;
    if (step === 'withdraw') return withdrawText(this.desk.edition);
    return step === 'review' && stage === undefined
      ? msg('审核', { id: 'editions.mark.review' })
      : stepText(step, stage);
  }

  private renderNext(step: StepName) {
    const why = this.why(step);
    const now = step === 'air' && this.desk.edition.state === 'scheduled';
    return html`
      <button
        class="big primary"
        type="button"
        aria-describedby=${why ? 'why' : nothing}
        ?disabled=${why !== '' || this.busy}
        @click=${() => this.ask(step)}
      >
        ${now ? msg('现在播出', { id: 'editions.air-now' }) : this.word(step)}
      </button>
      ${why ? html`<p id="why" class="soft">${why}</p>` : nothing}
    `;
  }

  /** What is left to do with an edition that has gone all its way. */
  private get ends(): readonly StepName[] {
    return END_STEPS.filter((step) => isOpen(this.desk.steps[step]));
  }

  private renderEnd() {
    return html`
      <div class="bar">
        <strong>${stateText(this.desk.edition)}</strong>
        <span class="grow"></span>
        ${this.ends.map(
          (step) => html`
            <button
              type="button"
              class=${step === 'withdraw' ? 'danger' : ''}
              ?disabled=${this.busy}
              @click=${() => this.ask(step)}
            >
              ${this.word(step)}
            </button>
          `,
        )}
      </div>
    `;
  }

  private renderOther(step: StepName) {
    const why = this.why(step);
    const grave = step === 'withdraw' || step === 'reopen';
    return html`
      <li>
        <button
          type="button"
          class=${grave ? 'danger' : ''}
          aria-describedby=${why ? `why-${step}` : nothing}
          ?disabled=${why !== '' || this.busy}
          @click=${() => this.ask(step)}
        >
          ${this.word(step)}
        </button>
        ${why ? html`<span class="soft small" id=${`why-${step}`}>${why}</span>` : nothing}
      </li>
    `;
  }

  private ask(step: StepName): void {
    fire(this, 'pb-ask-step', { step });
  }
}
