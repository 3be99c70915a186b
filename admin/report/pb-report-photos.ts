import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { PHOTO_STATES } from '../../core/registers/photos.ts';
import type { Photo } from '../../core/registers/index.ts';
import type { IsoMonth } from '../../core/time.ts';
import { pictureAddress, thumbnailAddress } from '../api/photos.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import type { PhotoUploads, Upload } from './photo-uploads.ts';
import { photoProblemText } from './photo-words.ts';
import { touchStyles } from './report-styles.ts';

const KINDS = 'image/jpeg,image/png,image/webp';

/** A project's pictures of a month, and handing in more; each goes as soon as it is chosen. */
@customElement('pb-report-photos')
export class PbReportPhotos extends PbElement {
  @property() project = '';
  @property() month: IsoMonth = '' as IsoMonth;
  @property({ attribute: false }) photos: readonly Photo[] = [];
  @property({ attribute: false }) uploads!: PhotoUploads;
  /** Those of this project that have not arrived. */
  @property({ attribute: false }) sending: readonly Upload[] = [];

  @state() private caption = '';

  @query('input[capture]') private camera!: HTMLInputElement;
  @query('input[multiple]') private files!: HTMLInputElement;

  static override styles = [
    controls,
    touchStyles,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(104px, 1fr));
        gap: 10px;
        margin: 0 0 10px;
        padding: 0;
        list-style: none;
      }
      img {
        display: block;
        width: 100%;
        aspect-ratio: 4 / 3;
        object-fit: cover;
        border-radius: var(--radius);
        background: var(--ground);
      }
      progress {
        width: 100%;
        accent-color: var(--accent);
      }
      .buttons {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 10px;
      }
      .wrong {
        color: var(--bad);
      }
    `,
  ];

  protected override render() {
    return html`
      <ul>
        ${this.photos.map((photo) => this.renderPhoto(photo))}${this.sending.map((each) => this.renderSending(each))}
      </ul>
      <label>
        ${msg('照片说明（可不填）', { id: 'photo.caption' })}
        <input
          maxlength="120"
          .value=${this.caption}
          @input=${(event: InputEvent & { readonly target: HTMLInputElement }) => (this.caption = event.target.value)}
        />
      </label>
      <div class="buttons">
        <button type="button" @click=${() => this.camera.click()}>${msg('拍照', { id: 'photo.camera' })}</button>
        <button type="button" @click=${() => this.files.click()}>${msg('选择照片', { id: 'photo.choose' })}</button>
      </div>
      <input type="file" accept=${KINDS} capture="environment" hidden @change=${this.onFiles} />
      <input type="file" accept=${KINDS} multiple hidden @change=${this.onFiles} />
      <p class="soft small">${msg('上传时自动去掉照片里的位置和手机信息。', { id: 'photo.explain' })}</p>
    `;
  }

  private renderPhoto(photo: Photo) {
    const words = labelText(PHOTO_STATES[photo.state]);
    return html`
      <li>
        <a href=${pictureAddress(photo)} target="_blank" rel="noopener">
          <img
            src=${thumbnailAddress(photo)}
            alt=${photo.caption ?? msg(str`${photo.month} 的照片`, { id: 'photo.of-month' })}
          />
        </a>
        <span class="badge ${photo.state === 'accepted' ? 'good' : photo.state === 'returned' ? 'bad' : ''}"
          >${words}</span
        >
        ${photo.state === 'returned' ? html`<div class="wrong small">${photo.returnReason}</div>` : nothing}
        ${photo.caption ? html`<div class="small">${photo.caption}</div>` : nothing}
      </li>
    `;
  }

  private renderSending({ key, file, preview, fraction, problem }: Upload) {
    const percent = Math.round(fraction * 100);
    return html`
      <li>
        <img src=${preview} alt=${file.name} />
        ${
          problem
            ? html`
                <div class="wrong small" role="alert">${photoProblemText(problem)}</div>
                <button type="button" @click=${() => void this.uploads.send(key, problem.code === 'duplicate-photo')}>
                  ${problem.code === 'duplicate-photo' ? msg('仍要上传', { id: 'photo.again' }) : msg('重试', { id: 'retry' })}
                </button>
                <button class="quiet" type="button" @click=${() => this.uploads.drop(key)}>
                  ${msg('不传了', { id: 'photo.drop' })}
                </button>
              `
            : html`
                <progress max="1" .value=${fraction} aria-label=${msg('上传进度', { id: 'photo.progress' })}></progress>
                <div class="soft small">
                  ${percent < 100 ? `${percent}%` : msg('正在处理…', { id: 'photo.processing' })}
                </div>
              `
        }
      </li>
    `;
  }

  private onFiles(event: Event & { readonly target: HTMLInputElement }): void {
    const { project, month, caption } = this;
    void this.uploads.add([...(event.target.files ?? [])], { project, month, caption });
    // So that the same file can be chosen again.
    event.target.value = '';
    this.caption = '';
  }
}
