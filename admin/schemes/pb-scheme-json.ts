import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { isObject } from '../../core/result.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import type { ControlEvent, FormContext } from './form-context.ts';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** The same scheme as text, for who would rather write it. */
@customElement('pb-scheme-json')
export class PbSchemeJson extends PbElement {
  @property({ attribute: false }) context!: FormContext;

  @state() private text = '';
  @state() private isBroken = false;

  static override styles = [
    controls,
    css`
      textarea {
        width: 100%;
        min-height: 60vh;
        font:
          13px/1.5 ui-monospace,
          monospace;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('context') && !this.isBroken) this.text = JSON.stringify(this.context.body, null, 2);
  }

  protected override render() {
    return html`
      ${
        this.isBroken
          ? html`<div id="broken" class="message bad" role="alert">
              ${msg('不是完整的 JSON，改好后才会生效', { id: 'schemes.broken-json' })}
            </div>`
          : nothing
      }
      <textarea
        aria-label=${msg('方案内容（JSON）', { id: 'schemes.json-label' })}
        aria-invalid=${this.isBroken}
        aria-describedby=${this.isBroken ? 'broken' : nothing}
        spellcheck="false"
        ?readonly=${this.context.readonly}
        .value=${this.text}
        @change=${this.onChange}
      ></textarea>
    `;
  }

  private onChange(event: ControlEvent): void {
    const body = parsed(event.target.value);
    this.text = event.target.value;
    this.isBroken = !isObject(body);
    if (!this.isBroken) this.context.take(body);
  }
}
