import { msg } from '@lit/localize';
import SortableList from 'sortablejs';
import { css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { isSlideKind, SLIDE_KINDS, type SlideKind } from '../../core/slides/kinds.ts';
import type { PlaylistEntry } from '../../core/slides/entry.ts';
import { valueText } from '../common/change-words.ts';
import { fire, type PageEvent } from '../common/events.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { titlesIn, type References } from '../common/references.ts';
import { optionHints } from './option-hints.ts';
import { referencesOf } from './option-references.ts';
import { controls } from '../style/controls.ts';
import {
  added,
  changed,
  duplicated,
  moved,
  optionFields,
  removed,
  withKind,
  withOptions,
  type Entries,
} from './playlist-edits.ts';
import '../common/pb-form.ts';

type SelectEvent = Event & { readonly target: HTMLSelectElement };
type InputEventOf = Event & { readonly target: HTMLInputElement };

/** The entries of a playlist, in order: dragged or moved by buttons, each with its own form. */
@customElement('pb-entries')
export class PbEntries extends PbElement {
  @property({ attribute: false }) entries: Entries = [];
  @property({ attribute: false }) references: References = new Map();
  /** The entry whose form is open and whose slide is previewed. */
  @property() chosen = '';
  /** Words about entries that cannot be shown, by id. */
  @property({ attribute: false }) problems: ReadonlyMap<string, string> = new Map();
  @property({ type: Boolean }) readonly = false;

  @query('ol') private list!: HTMLOListElement;

  private sortable: SortableList | null = null;
  private dragged: { readonly before: Node | null } = { before: null };

  static override styles = [
    controls,
    css`
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        border: 1px solid var(--line);
        border-radius: 6px;
        background: var(--surface);
        margin-bottom: 6px;
      }
      li.chosen {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }
      li.off .name {
        color: var(--ink-soft);
        text-decoration: line-through;
      }
      .line {
        display: flex;
        align-items: center;
        gap: 6px;
        padding: 4px 8px;
      }
      .handle {
        cursor: grab;
        color: var(--ink-soft);
        padding: 4px;
        user-select: none;
      }
      .name {
        flex: 1;
        min-width: 0;
        justify-content: flex-start;
        text-align: left;
        overflow: hidden;
        color: var(--ink);
      }
      .name span {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .form {
        padding: 4px 12px 12px;
        border-top: 1px solid var(--line);
      }
      .form .bar {
        margin: 8px 0 10px;
      }
      input.seconds {
        width: 72px;
      }
      .ghost {
        opacity: 0.4;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.makeSortable();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sortable?.destroy();
    this.sortable = null;
  }

  protected override render() {
    return html`
      <ol aria-label=${msg('页面', { id: 'entries.label' })}>
        ${repeat(
          this.entries,
          ({ id }) => id,
          (entry, index) => this.renderEntry(entry, index),
        )}
      </ol>
      ${
        this.readonly
          ? nothing
          : html`
              <div class="bar">
                <label>
                  <span class="sr">${msg('添加页面', { id: 'entries.add' })}</span>
                  <select @change=${this.onAdd}>
                    <option value="">+ ${msg('添加页面', { id: 'entries.add' })}</option>
                    ${this.kindOptions('')}
                  </select>
                </label>
              </div>
            `
      }
    `;
  }

  protected override firstUpdated(): void {
    this.makeSortable();
  }

  private makeSortable(): void {
    if (this.readonly) return;
    this.sortable = SortableList.create(this.list, {
      handle: '.handle',
      ghostClass: 'ghost',
      animation: 120,
      onStart: ({ item }) => {
        this.dragged = { before: item.nextSibling };
      },
      onEnd: ({ item, oldIndex = 0, newIndex = 0 }) => {
        // The list is drawn from the entries alone: the node goes back between its markers before they change.
        this.list.insertBefore(item, this.dragged.before);
        this.change(moved(this.entries, oldIndex, newIndex));
      },
    });
  }

  private renderEntry(entry: PlaylistEntry, index: number) {
    const name = this.nameOf(entry);
    const problem = this.problems.get(entry.id);
    const chosen = entry.id === this.chosen;
    return html`
      <li class="${chosen ? 'chosen' : ''} ${entry.enabled ? '' : 'off'}">
        <div class="line">
          ${this.readonly ? nothing : html`<span class="handle" aria-hidden="true">⠿</span>`}
          <button
            class="quiet name"
            type="button"
            aria-expanded=${chosen}
            @click=${() => fire(this, 'pb-chosen', chosen ? '' : entry.id)}
          >
            <span>${index + 1}. ${name}</span>
          </button>
          ${problem ? html`<span class="badge warn" title=${problem}>!</span>` : nothing}
          <span class="soft small"
            >${entry.seconds > 0 ? `${entry.seconds} s` : msg('自动', { id: 'entries.auto' })}</span
          >
          ${
            this.readonly
              ? nothing
              : html`
                  <button
                    class="quiet small"
                    type="button"
                    ?disabled=${index === 0}
                    aria-label=${`${msg('上移', { id: 'entries.up' })} ${name}`}
                    @click=${() => this.change(moved(this.entries, index, index - 1))}
                  >
                    ↑
                  </button>
                  <button
                    class="quiet small"
                    type="button"
                    ?disabled=${index === this.entries.length - 1}
                    aria-label=${`${msg('下移', { id: 'entries.down' })} ${name}`}
                    @click=${() => this.change(moved(this.entries, index, index + 1))}
                  >
                    ↓
                  </button>
                `
          }
        </div>
        ${chosen ? this.renderForm(entry, problem) : nothing}
      </li>
    `;
  }

  private renderForm(entry: PlaylistEntry, problem: string | undefined) {
    const { id } = entry;
    const apply = (change: Partial<PlaylistEntry>): void => this.change(changed(this.entries, id, change));
    return html`
      <div class="form">
        ${problem ? html`<div class="message warn">${problem}</div>` : nothing}
        <div class="bar">
          <label>
            ${msg('类型', { id: 'entries.kind' })}
            <select ?disabled=${this.readonly} @change=${(event: SelectEvent) => this.onKind(id, event)}>
              ${this.kindOptions(entry.kind)}
            </select>
          </label>
          <label>
            ${msg('每页秒数（0 为自动）', { id: 'entries.seconds' })}
            <input
              class="seconds"
              type="number"
              min="0"
              max="3600"
              ?disabled=${this.readonly}
              .value=${String(entry.seconds)}
              @change=${(event: InputEventOf) => apply({ seconds: Math.max(0, Math.round(Number(event.target.value) || 0)) })}
            />
          </label>
          <label>
            <input
              type="checkbox"
              ?disabled=${this.readonly}
              .checked=${entry.enabled}
              @change=${(event: InputEventOf) => apply({ enabled: event.target.checked })}
            />
            ${msg('播出', { id: 'entries.enabled' })}
          </label>
        </div>
        <pb-form
          .fields=${optionFields(entry.kind)}
          .values=${entry.options}
          .hints=${optionHints(entry.kind)}
          .references=${referencesOf(entry.kind, this.references)}
          ?disabled=${this.readonly}
          @pb-values=${(event: PageEvent<'pb-values'>) => this.onOptions(id, event)}
        ></pb-form>
        ${
          this.readonly
            ? nothing
            : html`
                <div class="bar">
                  <button class="small" type="button" @click=${() => this.change(duplicated(this.entries, id))}>
                    ${msg('复制', { id: 'entries.duplicate' })}
                  </button>
                  <button class="small danger" type="button" @click=${() => this.change(removed(this.entries, id))}>
                    ${msg('移除', { id: 'entries.remove' })}
                  </button>
                </div>
              `
        }
      </div>
    `;
  }

  private kindOptions(chosen: string) {
    return Object.entries(SLIDE_KINDS).map(
      ([kind, { label }]) => html`<option value=${kind} ?selected=${kind === chosen}>${labelText(label)}</option>`,
    );
  }

  /** The kind and what tells it from others of its kind. */
  private nameOf({ kind, options }: PlaylistEntry): string {
    const titleOf = titlesIn(this.references);
    const told = Object.entries(optionFields(kind)).flatMap(([name, field]) =>
      options[name] === undefined ? [] : [valueText(field, options[name], titleOf)],
    );
    return [labelText(SLIDE_KINDS[kind].label), ...told].join(' · ');
  }

  private change(entries: Entries): void {
    fire(this, 'pb-entries', entries);
  }

  private onAdd({ target }: SelectEvent): void {
    const kind = target.value;
    target.value = '';
    if (!isSlideKind(kind)) return;
    const entries = added(this.entries, kind);
    this.change(entries);
    fire(this, 'pb-chosen', entries.at(-1)?.id ?? '');
  }

  private onKind(id: string, { target }: SelectEvent): void {
    const kind: SlideKind | null = isSlideKind(target.value) ? target.value : null;
    if (kind) this.change(withKind(this.entries, id, kind));
  }

  private onOptions(id: string, event: PageEvent<'pb-values'>): void {
    event.stopPropagation();
    this.change(withOptions(this.entries, id, event.detail));
  }
}
