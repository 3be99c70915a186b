import { html } from 'lit';
import type { StepName } from '../../core/editions/desk.ts';
import type { EditionDesk } from '../api/editions.ts';
import type { AskedStep } from './asked-step.ts';
import './pb-air-dialog.ts';
import './pb-reason-dialog.ts';
import './pb-review-dialog.ts';
import './pb-sign-dialog.ts';

export interface DialogParts {
  /** The step that is asked about; null for none. */
  readonly asked: AskedStep | null;
  /** The hash of the content that the person has read. */
  readonly seen: string;
  readonly problem: string;
  readonly busy: boolean;
  /** What goes off the air when this edition goes on. */
  readonly replaces: string;
  readonly nameOf: (page: string) => string;
}

/** The dialogs of all steps; at most one is open. */
export function stepDialogs(desk: EditionDesk, { asked, seen, problem, busy, replaces, nameOf }: DialogParts) {
  const open = (...steps: readonly StepName[]) => (asked && steps.includes(asked.step) ? desk : null);
  return html`
    <pb-review-dialog .desk=${open('review')} .seen=${seen} .problem=${problem} ?busy=${busy}></pb-review-dialog>
    <pb-sign-dialog
      .desk=${open('sign')}
      .seen=${seen}
      .nameOf=${nameOf}
      .problem=${problem}
      ?busy=${busy}
    ></pb-sign-dialog>
    <pb-air-dialog
      .desk=${open('air', 'schedule')}
      .seen=${seen}
      .replaces=${replaces}
      .problem=${problem}
      ?later=${asked?.step === 'schedule'}
      ?busy=${busy}
    ></pb-air-dialog>
    <pb-reason-dialog
      .desk=${open('reopen', 'withdraw', 'hide', 'show', 'correct')}
      .asked=${asked}
      .name=${asked?.page === undefined ? '' : nameOf(asked.page)}
      .problem=${problem}
      ?busy=${busy}
    ></pb-reason-dialog>
  `;
}
