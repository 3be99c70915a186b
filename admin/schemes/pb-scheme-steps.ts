import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { registerNamed } from '../../core/registers/index.ts';
import type { Role } from '../../core/register/role.ts';
import { asProblem } from '../api/problem.ts';
import { readRecord, updateRecord } from '../api/records.ts';
import type { ListedScheme } from '../api/schemes.ts';
import { fire } from '../common/events.ts';
import { stepsFor } from '../common/flow-steps.ts';
import { PbElement } from '../common/pb-element.ts';
import { fieldProblems, fieldProblemText, problemText } from '../common/problem-text.ts';
import { controls } from '../style/controls.ts';
import { versionText } from './scheme-words.ts';
import '../common/pb-dialog.ts';

type Step = 'approved' | 'retired';

/** The steps that a role may lead a scheme on to: approval with its document, and retirement. Fires `pb-written`. */
@customElement('pb-scheme-steps')
export class PbSchemeSteps extends PbElement {
  @property() viewer: Role = 'auditor';
  @property({ attribute: false }) scheme: ListedScheme | null = null;

  @state() private step: Step | null = null;
  @state() private document = '';
  @state() private problem = '';
  @state() private error = '';
  @state() private busy = false;

  static override styles = [
    controls,
    css`
      :host {
        display: contents;
      }
      label {
        display: block;
        margin: 12px 0 4px;
      }
      input {
        width: 100%;
      }
      .error {
        color: var(--bad);
      }
    `,
  ];

  protected override render() {
    const { scheme } = this;
    const field = registerNamed('schemes').fields['state'];
    if (!scheme || !field) return nothing;
    const steps = stepsFor(field, scheme.state, this.viewer);
    return html`
      ${
        steps.includes('approved')
          ? html`<button class="primary" type="button" @click=${() => this.open('approved')}>
              ${msg('批准', { id: 'schemes.approve' })}
            </button>`
          : nothing
      }
      ${
        steps.includes('retired')
          ? html`<button type="button" @click=${() => this.open('retired')}>
              ${msg('停用', { id: 'schemes.retire' })}
            </button>`
          : nothing
      }
      ${this.step ? this.renderDialog(scheme, this.step) : nothing}
    `;
  }

  private renderDialog({ name, version }: ListedScheme, step: Step) {
    const verb = step === 'approved' ? msg('批准', { id: 'schemes.approve' }) : msg('停用', { id: 'schemes.retire' });
    return html`
      <pb-dialog open heading=${`${verb} · ${name} ${versionText(version)}`} @pb-close=${this.close}>
        ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
        ${
          step === 'approved'
            ? html`
                <p>${msg('批准后内容不能再改，要改就出新版本。', { id: 'schemes.approve-explain' })}</p>
                <label for="document">${msg('批准文号', { id: 'schemes.document' })}</label>
                <input
                  id="document"
                  autofocus
                  maxlength="120"
                  autocomplete="off"
                  aria-required="true"
                  aria-invalid=${this.error !== ''}
                  aria-describedby=${this.error ? 'document-error' : nothing}
                  .value=${this.document}
                  @change=${(event: Event & { readonly target: HTMLInputElement }) => (this.document = event.target.value)}
                />
                ${this.error ? html`<div id="document-error" class="error small" role="alert">${this.error}</div>` : nothing}
              `
            : html`<p>${msg('停用后不再作为现行方案，已有得分仍可重算。', { id: 'schemes.retire-explain' })}</p>`
        }
        <button slot="actions" type="button" @click=${this.close}>${msg('取消', { id: 'cancel' })}</button>
        <button
          slot="actions"
          type="button"
          class="primary"
          ?disabled=${this.busy}
          @click=${() => void this.lead(step)}
        >
          ${verb}
        </button>
      </pb-dialog>
    `;
  }

  private open(step: Step): void {
    this.step = step;
    this.document = this.scheme?.approvalDocument ?? '';
    this.problem = '';
    this.error = '';
  }

  private readonly close = (event: Event): void => {
    event.stopPropagation();
    this.step = null;
  };

  private async lead(step: Step): Promise<void> {
    const { scheme } = this;
    if (!scheme || this.busy) return;
    const document = this.document.trim();
    this.error = step === 'approved' && document === '' ? fieldProblemText('required') : '';
    if (this.error) return;
    this.busy = true;
    try {
      const { revision } = await readRecord('schemes', scheme.id);
      const values = step === 'approved' ? { state: step, approvalDocument: document } : { state: step };
      await updateRecord('schemes', scheme.id, values, revision);
      this.step = null;
      fire(this, 'pb-written', undefined);
    } catch (error) {
      const problem = asProblem(error);
      this.problem = problemText(problem);
      this.error = fieldProblems(problem.errors, registerNamed('schemes').fields)['approvalDocument'] ?? '';
    } finally {
      this.busy = false;
    }
  }
}
