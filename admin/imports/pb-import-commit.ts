import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { commitImport, type PendingImport, type PreviewHead } from '../api/imports.ts';
import { asProblem } from '../api/problem.ts';
import { fire } from '../common/events.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import { importProblemText, profileText } from './import-words.ts';

type Typed = InputEvent & { readonly target: HTMLInputElement };

/** The foot of a preview: what it comes to, why, and the button that writes it. Fires `pb-written`, also when a look is due. */
@customElement('pb-import-commit')
export class PbImportCommit extends PbElement {
  @property({ attribute: false }) pending!: PendingImport;
  @property({ attribute: false }) preview!: PreviewHead;

  @state() private reason = '';
  @state() private remember = false;
  @state() private name = '';
  @state() private problem = '';
  @state() private busy = false;

  static override styles = [
    controls,
    css`
      :host {
        padding: 10px 16px;
        border-top: 1px solid var(--line);
        background: var(--surface);
        box-shadow: 0 -4px 14px rgb(20 30 45 / 8%);
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        white-space: nowrap;
      }
      .reason {
        flex: 1 1 220px;
      }
      .reason input {
        flex: 1;
        min-width: 0;
      }
      .name {
        width: 160px;
      }
      .status {
        margin-left: auto;
      }
      .message {
        margin-bottom: 8px;
      }
      button.primary {
        min-width: 116px;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('preview') && this.name === '') this.name = profileText(this.preview.profile);
  }

  protected override render() {
    const hindrance = this.hindrance();
    return html`
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
      <div class="bar">
        <label class="reason">
          ${msg('说明', { id: 'import.reason' })}
          <input
            maxlength="500"
            placeholder=${msg('为什么导入，可不填', { id: 'import.reason-hint' })}
            .value=${this.reason}
            @input=${({ target }: Typed) => (this.reason = target.value)}
          />
        </label>
        <label>
          <input type="checkbox" .checked=${this.remember} @change=${() => (this.remember = !this.remember)} />
          ${msg('记住列和回答，存为模板', { id: 'import.remember' })}
        </label>
        ${
          this.remember
            ? html`<input
                class="name"
                maxlength="60"
                aria-label=${msg('模板名称', { id: 'import.template-name' })}
                .value=${this.name}
                @input=${({ target }: Typed) => (this.name = target.value)}
              />`
            : nothing
        }
        <span class="soft status" role="status">${hindrance ?? this.promise()}</span>
        <button
          class="primary"
          type="button"
          ?disabled=${hindrance !== null || this.busy}
          @click=${() => void this.commit()}
        >
          ${msg('确认导入', { id: 'import.commit' })}
        </button>
      </div>
    `;
  }

  /** Why it cannot be confirmed now; null when it can. */
  private hindrance(): string | null {
    const { openQuestions, create, update } = this.preview.counts;
    if (this.busy) return msg('正在写入…', { id: 'import.writing' });
    if (this.pending.state === 'reading') return msg('正在重新预览…', { id: 'import.previewing' });
    if (openQuestions > 0) return msg(str`还有 ${openQuestions} 个问题要回答`, { id: 'import.still-open' });
    if (create + update === 0 && this.preview.images.ofProjects === 0)
      return msg('与台账完全一致，没有要写入的', { id: 'import.nothing' });
    return this.remember && this.name.trim() === '' ? msg('请填写模板名称', { id: 'import.template-missing' }) : null;
  }

  private promise(): string {
    const { create, update } = this.preview.counts;
    if (create + update === 0)
      return msg('数据与台账一致；确认后可把图片收入图片库', { id: 'import.promise-pictures' });
    // What secret values were before is in no log: see the server's undo.
    if (this.preview.quarantined > 0)
      return msg(str`将新增 ${create}、更新 ${update}；可整体撤销，但写入的电话号码会保留`, {
        id: 'import.promise-secret',
      });
    return msg(str`将新增 ${create}、更新 ${update}，可整体撤销`, { id: 'import.promise' });
  }

  private async commit(): Promise<void> {
    const { id, revision } = this.pending;
    const reason = this.reason.trim();
    this.busy = true;
    this.problem = '';
    try {
      await commitImport(id, {
        revision,
        ...(reason ? { reason } : {}),
        ...(this.remember ? { saveTemplate: this.name.trim() } : {}),
      });
    } catch (error) {
      this.problem = importProblemText(asProblem(error));
    } finally {
      this.busy = false;
    }
    fire(this, 'pb-written', undefined);
  }
}
