import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { EditionDesk, EditionStep } from '../api/editions.ts';
import { fire } from '../common/events.ts';
import { PbElement } from '../common/pb-element.ts';
import { fieldProblemText } from '../common/problem-text.ts';

type TextEvent = InputEvent & { readonly target: HTMLTextAreaElement };

/** What every dialog of a step does: it asks, fires `pb-take-step`, shows why that was refused, or fires `pb-close`. */
export abstract class StepDialog extends PbElement {
  /** Null closes it. */
  @property({ attribute: false }) desk: EditionDesk | null = null;
  /** The hash of the content that the person has in front of them. */
  @property() seen = '';
  @property({ type: Boolean }) busy = false;
  /** Why the step was refused. */
  @property() problem = '';

  @state() protected text = '';
  @state() protected tried = false;

  /** Sets everything back for another opening. */
  protected abstract begin(desk: EditionDesk): void;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('desk') || !this.desk || changed.get('desk')) return;
    this.text = '';
    this.tried = false;
    this.begin(this.desk);
  }

  protected renderProblem() {
    return this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing;
  }

  /** A text to be typed, with what is wrong when it is missing. */
  protected renderText(label: string, required: boolean, longest: number) {
    const missing = this.tried && required && this.text.trim() === '';
    return html`
      <label class="field">
        ${label}
        <textarea
          maxlength=${longest}
          aria-required=${required}
          aria-invalid=${missing}
          .value=${this.text}
          @input=${(event: TextEvent) => (this.text = event.target.value)}
        ></textarea>
        ${missing ? html`<span class="wrong" role="alert">${fieldProblemText('required')}</span>` : nothing}
      </label>
    `;
  }

  protected give(step: EditionStep): void {
    fire(this, 'pb-take-step', step);
  }

  protected readonly onClose = (event: Event): void => {
    event.stopPropagation();
    fire(this, 'pb-close', undefined);
  };
}
