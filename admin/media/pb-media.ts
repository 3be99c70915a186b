import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Medium, Playlist } from '../../core/registers/index.ts';
import { mediaIn } from '../../core/slides/entry.ts';
import { asProblem } from '../api/problem.ts';
import { deleteRecord, listRecords, updateRecord } from '../api/records.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { controls } from '../style/controls.ts';
import { MediaUploads, type MediumUpload } from './media-uploads.ts';
import { mediumProblemText, sizeText } from './media-words.ts';
import './pb-medium-card.ts';
import '../common/pb-confirm.ts';
import '../common/pb-dialog.ts';

const KINDS = 'image/jpeg,image/png,image/webp,video/mp4,video/webm';

/** Section 素材: pictures and videos that playlists show. */
@customElement('pb-media')
export class PbMedia extends PbElement {
  @state() private media: readonly Medium[] = [];
  @state() private playlists: readonly Playlist[] = [];
  @state() private loaded = false;
  @state() private problem = '';
  @state() private uploading: readonly MediumUpload[] = [];
  @state() private over = false;
  @state() private doomed: Medium | null = null;
  @state() private naming: Medium | null = null;

  @query('input[type=file]') private chooser!: HTMLInputElement;

  private readonly uploads = new MediaUploads({
    changed: () => (this.uploading = this.uploads.all),
    arrived: () => void this.load(),
  });

  static override styles = [
    controls,
    css`
      :host {
        padding: 12px 16px;
      }
      .drop {
        margin: 12px 0;
        padding: 18px 16px;
        border: 2px dashed var(--line-strong);
        border-radius: var(--radius);
        background: var(--surface);
        text-align: center;
      }
      .drop.over {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
      .drop p {
        margin: 8px 0 0;
      }
      ul {
        margin: 0 0 12px;
        padding: 0;
        list-style: none;
      }
      .sending li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
        padding: 6px 0;
      }
      .sending progress {
        width: 160px;
        accent-color: var(--accent);
      }
      .name {
        overflow-wrap: anywhere;
      }
      .wrong {
        color: var(--bad);
      }
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(240px, 100%), 1fr));
        gap: 12px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    return html`
      <div class="bar">
        <h1>${msg('素材', { id: 'section.media' })}</h1>
        <span class="soft"
          >${msg('节目单里的“图片”和“视频”页从这里选用；传给屏幕后断网也能播放', { id: 'media.explain' })}</span
        >
      </div>
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
      <div
        class="drop ${this.over ? 'over' : ''}"
        @dragover=${this.onDragOver}
        @dragleave=${() => (this.over = false)}
        @drop=${this.onDrop}
      >
        <button class="primary" type="button" @click=${() => this.chooser.click()}>
          ${msg('选择文件', { id: 'media.choose' })}
        </button>
        <p class="soft small">
          ${msg('或把文件拖到这里，可以一次多个。图片 JPEG、PNG、WebP，最多 20 MB；视频 MP4（H.264）或 WebM，最多 300 MB，播放时静音。', { id: 'media.drop' })}
        </p>
        <input type="file" accept=${KINDS} multiple hidden @change=${this.onFiles} />
      </div>
      <ul class="sending" aria-live="polite">
        ${repeat(
          this.uploading,
          ({ key }) => key,
          (each) => this.renderSending(each),
        )}
      </ul>
      ${this.renderCards()} ${this.renderNaming()}
      <pb-confirm
        .question=${this.doomed ? msg(str`删除素材“${this.doomed.name}”？`, { id: 'media.delete' }) : ''}
        .action=${msg('删除', { id: 'change.delete' })}
        .confirm=${() => void this.eraseDoomed()}
        @pb-close=${() => (this.doomed = null)}
      ></pb-confirm>
    `;
  }

  private renderSending({ key, name, file, fraction, problem }: MediumUpload) {
    const percent = Math.round(fraction * 100);
    return html`
      <li>
        <span class="name">${name}</span>
        <span class="soft small">${sizeText(file.size)}</span>
        ${
          problem
            ? html`<span class="wrong small" role="alert">${mediumProblemText(problem)}</span>
                <button class="small" type="button" @click=${() => void this.uploads.send(key)}>
                  ${msg('重试', { id: 'retry' })}
                </button>`
            : html`<progress
                  max="1"
                  .value=${fraction}
                  aria-label=${`${msg('上传进度', { id: 'photo.progress' })} ${name}`}
                ></progress>
                <span class="soft small"
                  >${percent < 100 ? `${percent}%` : msg('正在处理…', { id: 'photo.processing' })}</span
                >`
        }
        <button class="quiet small" type="button" @click=${() => this.uploads.drop(key)}>
          ${msg('不传了', { id: 'photo.drop' })}
        </button>
      </li>
    `;
  }

  private renderCards() {
    if (this.loaded && this.media.length === 0)
      return html`<div class="message">${msg('还没有素材。', { id: 'media.none' })}</div>`;
    const sorted = [...this.media].sort((a, b) => b.changedAt - a.changedAt);
    return html`
      <ul class="cards">
        ${repeat(
          sorted,
          ({ id }) => id,
          (medium) =>
            html`<li>
              <pb-medium-card
                .medium=${medium}
                .users=${this.usersOf(medium)}
                .rename=${() => (this.naming = medium)}
                .erase=${() => (this.doomed = medium)}
              ></pb-medium-card>
            </li>`,
        )}
      </ul>
    `;
  }

  private renderNaming() {
    return html`
      <pb-dialog
        heading=${msg('改名', { id: 'rename' })}
        ?open=${this.naming !== null}
        @pb-close=${() => (this.naming = null)}
      >
        <label class="naming">
          ${msg('名称', { id: 'name' })}
          <input id="medium-name" maxlength="60" .value=${this.naming?.name ?? ''} />
        </label>
        <button slot="actions" type="button" @click=${() => (this.naming = null)}>
          ${msg('取消', { id: 'cancel' })}
        </button>
        <button slot="actions" class="primary" type="button" @click=${() => void this.rename()}>
          ${msg('保存', { id: 'save' })}
        </button>
      </pb-dialog>
    `;
  }

  private usersOf({ id }: Medium): readonly string[] {
    return this.playlists.filter(({ entries }) => mediaIn(entries).includes(id)).map(({ name }) => name);
  }

  private async load(): Promise<void> {
    await this.attempt(async () => {
      const [media, playlists] = await Promise.all([listRecords('media'), listRecords('playlists')]);
      this.media = media.records;
      this.playlists = playlists.records;
      this.loaded = true;
    });
  }

  private async rename(): Promise<void> {
    const { naming } = this;
    const name = this.renderRoot.querySelector<HTMLInputElement>('#medium-name')?.value.trim() ?? '';
    if (!naming || name === '') return;
    this.naming = null;
    await this.attempt(async () => {
      await updateRecord('media', naming.id, { name }, naming.revision);
      await this.load();
    });
  }

  private async eraseDoomed(): Promise<void> {
    const { doomed } = this;
    this.doomed = null;
    if (!doomed) return;
    await this.attempt(async () => {
      await deleteRecord('media', doomed.id, doomed.revision);
      await this.load();
    });
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
      this.problem = '';
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private onDragOver(event: DragEvent): void {
    event.preventDefault();
    this.over = true;
  }

  private onDrop(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    this.take([...(event.dataTransfer?.files ?? [])]);
  }

  private onFiles(event: Event & { readonly target: HTMLInputElement }): void {
    this.take([...(event.target.files ?? [])]);
    // So that the same file can be chosen again.
    event.target.value = '';
  }

  private take(files: readonly File[]): void {
    void this.uploads.add(
      files,
      this.media.map(({ name }) => name),
    );
  }
}
