import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { uploadImport } from '../api/imports.ts';
import { asProblem } from '../api/problem.ts';
import { fire } from '../common/events.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import { failureWords, importProblemText, megabytes, MOST_BYTES } from './import-words.ts';
import './pb-progress.ts';

/** Takes a workbook, dropped or chosen, and sends it; fires `pb-import` with the id of its import. */
@customElement('pb-drop-zone')
export class PbDropZone extends PbElement {
  @state() private over = false;
  @state() private sending: { readonly file: File; readonly fraction: number } | null = null;
  @state() private problem = '';

  @query('input') private field!: HTMLInputElement;

  #abort = new AbortController();

  static override styles = [
    controls,
    css`
      .zone {
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: 10px;
        min-height: 200px;
        padding: 24px;
        border: 2px dashed var(--line-strong);
        border-radius: 8px;
        background: var(--surface);
        text-align: center;
      }
      .zone.over {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
      .big {
        font-size: 16px;
        font-weight: 600;
      }
      pb-progress {
        width: min(420px, 100%);
      }
      .message {
        margin-top: 10px;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
  }

  protected override render() {
    return html`
      <div
        class="zone ${this.over ? 'over' : ''}"
        @dragover=${this.onDragOver}
        @dragleave=${() => (this.over = false)}
        @drop=${this.onDrop}
      >
        ${this.sending ? this.renderSending(this.sending) : this.renderChoice()}
      </div>
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
    `;
  }

  private renderChoice() {
    return html`
      <span class="big">${msg('把表格文件拖到这里', { id: 'import.drop' })}</span>
      <button class="primary" type="button" @click=${() => this.field.click()}>
        ${msg('选择文件', { id: 'import.choose-file' })}
      </button>
      <input
        type="file"
        hidden
        accept=".xlsx,.xls,.et,.csv"
        aria-label=${msg('选择文件', { id: 'import.choose-file' })}
        @change=${this.onChosen}
      />
      <span class="soft small">
        ${msg('.xlsx、.xls、.et、.csv，最大 32 MB。先预览，确认之后才写入台账。', { id: 'import.drop-explain' })}
      </span>
    `;
  }

  private renderSending({ file, fraction }: { readonly file: File; readonly fraction: number }) {
    return html`
      <span class="big">${file.name}</span>
      <pb-progress
        .fraction=${fraction}
        .label=${`${msg('正在上传', { id: 'import.uploading' })} ${megabytes(file.size)}`}
      ></pb-progress>
      <button type="button" @click=${() => this.#abort.abort()}>${msg('取消', { id: 'cancel' })}</button>
    `;
  }

  private onDragOver(event: DragEvent): void {
    event.preventDefault();
    this.over = true;
  }

  private onDrop(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    const files = [...(event.dataTransfer?.files ?? [])];
    if (this.sending) return;
    if (files.length > 1) this.problem = msg('一次只能导入一个文件', { id: 'import.one-file' });
    else if (files[0]) this.take(files[0]);
  }

  private onChosen(): void {
    const [file] = this.field.files ?? [];
    if (file) this.take(file);
    // The same file may be chosen again after it was mended.
    this.field.value = '';
  }

  private take(file: File): void {
    const { what, next } = failureWords('too-large');
    this.problem = file.size > MOST_BYTES ? `${what}（${megabytes(file.size)}）。${next}` : '';
    if (this.problem === '') void this.send(file);
  }

  private async send(file: File): Promise<void> {
    this.#abort = new AbortController();
    const onProgress = (fraction: number): void => void (this.sending = { file, fraction });
    onProgress(0);
    try {
      const { id } = await uploadImport(file, { onProgress, signal: this.#abort.signal });
      fire(this, 'pb-import', id);
    } catch (error) {
      const problem = asProblem(error);
      this.problem = problem.code === 'aborted' ? '' : importProblemText(problem);
    } finally {
      this.sending = null;
    }
  }
}
