import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Medium } from '../../core/registers/index.ts';
import { mediaAddress } from '../../core/slides/media.ts';
import { PbElement } from '../common/pb-element.ts';
import { rowAction } from '../common/row-action.ts';
import { controls } from '../style/controls.ts';
import { mediumFacts } from './media-words.ts';

/** One picture or video with what is known of it, and what can be done with it. */
@customElement('pb-medium-card')
export class PbMediumCard extends PbElement {
  @property({ attribute: false }) medium!: Medium;
  /** Names of the playlists that show it. */
  @property({ attribute: false }) users: readonly string[] = [];
  @property({ attribute: false }) rename: () => void = () => undefined;
  @property({ attribute: false }) erase: () => void = () => undefined;

  static override styles = [
    controls,
    css`
      article {
        display: flex;
        flex-direction: column;
        height: 100%;
        overflow: hidden;
      }
      .shown {
        display: block;
        width: 100%;
        height: 150px;
        object-fit: contain;
        background: #1b2430;
      }
      .words {
        display: flex;
        flex: 1;
        flex-direction: column;
        gap: 4px;
        padding: 8px 10px;
      }
      h2 {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .actions {
        display: flex;
        justify-content: flex-end;
        margin-top: auto;
      }
    `,
  ];

  protected override render() {
    const { name } = this.medium;
    const isUsed = this.users.length > 0;
    return html`
      <article class="panel">
        ${this.renderShown()}
        <div class="words">
          <h2>${name}</h2>
          <div class="soft small number-plain">${mediumFacts(this.medium)}</div>
          <div class="small ${isUsed ? '' : 'soft'}">
            ${
              isUsed
                ? msg(str`用于节目单：${this.users.join('、')}`, { id: 'media.used-in' })
                : msg('还没有节目单使用', { id: 'media.unused' })
            }
          </div>
          <div class="actions">
            ${rowAction(msg('改名', { id: 'rename' }), name, () => this.rename())}
            ${isUsed ? nothing : rowAction(msg('删除', { id: 'change.delete' }), name, () => this.erase(), { danger: true })}
          </div>
        </div>
      </article>
    `;
  }

  private renderShown() {
    const { kind, name } = this.medium;
    const address = mediaAddress(this.medium);
    return kind === 'image'
      ? html`<img class="shown" src=${address} alt=${name} loading="lazy" />`
      : html`<video
          class="shown"
          src=${address}
          aria-label=${name}
          .muted=${true}
          controls
          playsinline
          preload="metadata"
        ></video>`;
  }
}
