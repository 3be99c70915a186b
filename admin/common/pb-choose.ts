import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { foldedText } from '../../core/folded-text.ts';
import { controls } from '../style/controls.ts';
import { chooseStyles } from './choose-styles.ts';
import { fire } from './events.ts';
import { PbElement } from './pb-element.ts';
import type { Choosable } from './references.ts';

/** More are reached by typing. */
const MOST_OPTIONS = 60;

/** Chooses one record, or several, by typing a part of a name; fires `pb-chosen-records` with the ids. */
@customElement('pb-choose')
export class PbChoose extends PbElement {
  @property({ attribute: false }) options: readonly Choosable[] = [];
  @property({ attribute: false }) chosen: readonly string[] = [];
  @property({ type: Boolean }) multiple = false;
  @property({ type: Boolean }) disabled = false;
  @property({ type: Boolean }) invalid = false;
  @property({ type: Boolean }) required = false;
  @property() label = '';
  /** Words about what is wrong, for those who do not see them beside the field. */
  @property() description = '';

  /** Null while nothing is being typed. */
  @state() private typed: string | null = null;
  @state() private open = false;
  @state() private active = 0;
  @query('input') private input!: HTMLInputElement;
  @query('ul') private list!: HTMLElement | null;

  static override styles = [controls, chooseStyles];

  override focus(): void {
    void this.updateComplete.then(() => this.input.focus());
  }

  protected override render() {
    const found = this.found;
    const active = this.open ? found[this.active] : undefined;
    return html`
      ${this.multiple && this.chosen.length > 0 ? this.renderChosen() : nothing}
      <input
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-label=${this.label}
        aria-expanded=${this.open}
        aria-controls="options"
        aria-autocomplete="list"
        aria-activedescendant=${active ? `option-${this.active}` : nothing}
        aria-invalid=${this.invalid}
        aria-required=${this.required}
        aria-description=${this.description || nothing}
        ?disabled=${this.disabled}
        placeholder=${this.multiple ? msg('输入名称添加', { id: 'choose.add' }) : msg('输入名称查找', { id: 'choose.type' })}
        .value=${live(this.typed ?? (this.multiple ? '' : this.titleOf(this.chosen[0])))}
        @input=${this.onInput}
        @keydown=${this.onKeydown}
        @click=${() => this.show()}
        @blur=${this.onBlur}
      />
      <ul id="options" role="listbox" aria-label=${this.label} ?hidden=${!this.open || found.length === 0}>
        ${
          this.open
            ? found.map(
                ({ id, title }, index) => html`
                  <li
                    id=${`option-${index}`}
                    role="option"
                    aria-selected=${this.chosen.includes(id)}
                    class=${index === this.active ? 'active' : ''}
                    @mousedown=${(event: MouseEvent) => event.preventDefault()}
                    @click=${() => this.choose(id)}
                  >
                    ${title}
                  </li>
                `,
              )
            : nothing
        }
      </ul>
      ${this.open && found.length === 0 ? html`<div class="none" role="status">${msg('没有找到，请换个词', { id: 'search.none' })}</div>` : nothing}
    `;
  }

  private renderChosen() {
    return html`
      <div class="chosen">
        ${this.chosen.map(
          (id) => html`
            <span class="badge">
              ${this.titleOf(id)}
              ${
                this.disabled
                  ? nothing
                  : html`<button
                      type="button"
                      aria-label=${msg(str`移除 ${this.titleOf(id)}`, { id: 'choose.remove' })}
                      @click=${() => this.tell(this.chosen.filter((each) => each !== id))}
                    >
                      ✕
                    </button>`
              }
            </span>
          `,
        )}
      </div>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    if (this.open) this.place();
    if (changed.has('active')) this.renderRoot.querySelector('li.active')?.scrollIntoView({ block: 'nearest' });
  }

  private get found(): readonly Choosable[] {
    const words = foldedText(this.typed ?? '')
      .split(/\s+/)
      .filter(Boolean);
    const free = this.multiple ? this.options.filter(({ id }) => !this.chosen.includes(id)) : this.options;
    return free
      .filter(({ title }) => {
        const text = foldedText(title);
        return words.every((word) => text.includes(word));
      })
      .slice(0, MOST_OPTIONS);
  }

  private titleOf(id: string | undefined): string {
    return id === undefined ? '' : (this.options.find((each) => each.id === id)?.title ?? id);
  }

  /** The list lies over whatever scrolls or cuts around the field. */
  private place(): void {
    if (!this.list) return;
    const { left, top, bottom, width } = this.input.getBoundingClientRect();
    const below = innerHeight - bottom;
    const above = below < 200 && top > below;
    Object.assign(this.list.style, {
      left: `${left}px`,
      width: `${width}px`,
      top: above ? 'auto' : `${bottom + 2}px`,
      bottom: above ? `${innerHeight - top + 2}px` : 'auto',
      maxHeight: `${Math.min(260, (above ? top : below) - 12)}px`,
    });
  }

  private readonly follow = (): void => {
    if (this.open) this.place();
  };

  private show(): void {
    if (this.disabled || this.open) return;
    this.open = true;
    this.active = Math.max(
      0,
      this.found.findIndex(({ id }) => id === this.chosen[0]),
    );
    addEventListener('scroll', this.follow, { capture: true, passive: true });
  }

  private hide(): void {
    this.open = false;
    this.typed = null;
    removeEventListener('scroll', this.follow, { capture: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.hide();
  }

  private onInput(event: InputEvent & { readonly target: HTMLInputElement }): void {
    this.typed = event.target.value;
    this.show();
    this.active = 0;
  }

  /** An emptied field chooses nothing; a text that names nobody is forgotten. */
  private onBlur(): void {
    if (!this.multiple && this.typed?.trim() === '' && this.chosen.length > 0) this.tell([]);
    this.hide();
  }

  private onKeydown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      if (this.open) this.active = Math.min(Math.max(this.active + step, 0), this.found.length - 1);
      else this.show();
      return;
    }
    const option = this.open ? this.found[this.active] : undefined;
    const empties = this.typed?.trim() === '' && !this.multiple;
    if (event.key === 'Enter' && option && !empties) {
      event.preventDefault();
      event.stopPropagation();
      this.choose(option.id);
    } else if (event.key === 'Escape' && this.open) {
      event.preventDefault();
      event.stopPropagation();
      this.hide();
    } else if (event.key === 'Backspace' && this.multiple && !this.typed) {
      this.tell(this.chosen.slice(0, -1));
    }
  }

  private choose(id: string): void {
    this.tell(this.multiple ? [...this.chosen, id] : [id]);
    this.hide();
  }

  private tell(ids: readonly string[]): void {
    fire(this, 'pb-chosen-records', ids);
  }
}
