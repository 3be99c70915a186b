import { msg, str } from '@lit/localize';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../style/controls.ts';
import { currentLocale } from './locale.ts';
import { PbElement } from './pb-element.ts';

const FORMATS = [
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
] as const;

/** Links that download something as a spreadsheet, now or as of a day. */
@customElement('pb-export-links')
export class PbExportLinks extends PbElement {
  /** The address of the file without its ending. */
  @property() path = '';
  /** What the files hold. */
  @property() what = '';
  @property() asOf = '';
  /** What else is asked of them. */
  @property({ attribute: false }) query: Readonly<Record<string, string>> = {};

  static override styles = [
    controls,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  protected override render() {
    const query = new URLSearchParams({
      ...this.query,
      ...(this.asOf ? { asOf: this.asOf } : {}),
      ...(currentLocale() === 'en' ? { locale: 'en' } : {}),
    });
    return FORMATS.map(
      ([ending, name]) =>
        html`<a
          class="button"
          href=${`${this.path}.${ending}${query.size > 0 ? `?${query}` : ''}`}
          download
          aria-label=${msg(str`导出 ${name}：${this.what}`, { id: 'registers.export-label' })}
          >${msg(str`导出 ${name}`, { id: 'registers.export' })}</a
        >`,
    );
  }
}
