import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Programme } from '../../core/programme/programme.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import { legibility, slideLegibility, type Legibility, type SlideLegibility } from './loop.ts';
import type { PreviewStage } from './preview-stage.ts';

/** What the distance asks of rows, and what comes of it. */
export function legibilityWords({
  distanceM,
  neededPx,
  designedPx,
  rowTextPx,
  rowsPerPage,
  readable,
}: Legibility): string {
  if (!readable)
    return msg(str`${distanceM} 米处需要 ${neededPx} 像素的字，这块屏最多只有 ${rowTextPx} 像素：太远，看不清`, {
      id: 'legibility.too-far',
    });
  return designedPx < neededPx
    ? msg(
        str`按版式一行字只有 ${designedPx} 像素，${distanceM} 米处需要 ${neededPx} 像素 → 放大，排行每页 ${rowsPerPage} 行`,
        {
          id: 'legibility.raised',
        },
      )
    : msg(str`一行字 ${rowTextPx} 像素，${distanceM} 米处需要 ${neededPx} 像素，看得清 → 排行每页 ${rowsPerPage} 行`, {
        id: 'legibility.fine',
      });
}

function slideWords({ pages, rows, tooLong }: SlideLegibility): string {
  const counted =
    rows === undefined
      ? msg(str`${pages} 页`, { id: 'legibility.pages' })
      : msg(str`${pages} 页，每页至多 ${rows} 行`, { id: 'legibility.rows' });
  return tooLong
    ? `${counted} · ${msg(str`${tooLong.characters} 字太长，按看得清的字号只放得下约 ${tooLong.room} 字`, { id: 'legibility.too-long' })}`
    : counted;
}

/** Whether a playlist can be read on stages, screen by screen and slide by slide, in words. */
@customElement('pb-legibility')
export class PbLegibility extends PbElement {
  @property({ attribute: false }) programme: Programme | null = null;
  @property({ attribute: false }) stages: readonly PreviewStage[] = [];
  /** The stage that the preview shows; its slides are open to see. */
  @property() shown = '';
  /** The name of a slide by its id. */
  @property({ attribute: false }) titleOf: (slide: string) => string = (slide) => slide;

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        margin-top: 10px;
      }
      h3 {
        margin: 0 0 4px;
        font-size: 14px;
      }
      summary {
        cursor: pointer;
        padding: 3px 0;
      }
      ul {
        margin: 2px 0 6px;
        padding-left: 22px;
      }
    `,
  ];

  protected override render() {
    return html`
      <h3>${msg('看得清吗', { id: 'legibility.heading' })}</h3>
      ${this.stages.map((each) => this.renderStage(each))}
    `;
  }

  private renderStage({ id, name, stage }: PreviewStage) {
    const facts = legibility(stage);
    const slides = this.programme ? slideLegibility(this.programme, stage) : [];
    const faults = slides.filter(({ tooLong }) => tooLong).length;
    return html`
      <details ?open=${id === this.shown}>
        <summary class="small">
          <b>${name}</b> ${legibilityWords(facts)}
          ${facts.readable ? nothing : html`<span class="badge bad">${msg('看不清', { id: 'legibility.bad' })}</span>`}
          ${
            faults > 0
              ? html`<span class="badge warn">${msg(str`${faults} 页文字太长`, { id: 'legibility.long' })}</span>`
              : nothing
          }
        </summary>
        <ul class="small">
          ${slides.map(
            (slide) =>
              html`<li>
                ${this.titleOf(slide.slide)}：${slide.tooLong ? html`<span class="badge warn">!</span> ` : nothing}${slideWords(slide)}
              </li>`,
          )}
        </ul>
      </details>
    `;
  }
}
