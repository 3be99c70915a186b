import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Group, Playlist, RecordTypes, Screen } from '../../core/registers/index.ts';
import { THEME_NAMES, type ThemeName } from '../../core/theme/theme-name.ts';
import { asProblem } from '../api/problem.ts';
import { createRecord, deleteRecord, listRecords, updateRecord } from '../api/records.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { routeHash } from '../common/router.ts';
import { controls } from '../style/controls.ts';
import { tabs } from '../style/tabs.ts';
import './pb-theme-editor.ts';
import '../common/pb-confirm.ts';
import '../common/pb-dialog.ts';

type Theme = RecordTypes['themes'];

/** A theme that gets a name: a new one where the id is empty. */
interface Naming {
  readonly id: string;
  readonly name: string;
  readonly base: ThemeName;
}

/** Section 配色: the office's own themes, and the editor of the chosen one. */
@customElement('pb-themes')
export class PbThemes extends PbElement {
  /** The id in the address; empty chooses the first. */
  @property() theme = '';

  @state() private themes: readonly Theme[] = [];
  @state() private groups: readonly Group[] = [];
  @state() private playlists: readonly Playlist[] = [];
  @state() private screens: readonly Screen[] = [];
  @state() private loaded = false;
  @state() private problem = '';
  @state() private doomed: Theme | null = null;
  @state() private naming: Naming | null = null;

  static override styles = [
    controls,
    tabs,
    css`
      :host {
        padding: 12px 16px;
      }
      .tabs {
        margin-bottom: 8px;
      }
      p {
        margin: 0 0 12px;
      }
      .naming {
        margin-bottom: 12px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    const chosen = this.themes.find(({ id }) => id === this.theme) ?? this.themes[0];
    return html`
      <div class="bar tabs">
        <h1>${msg('配色', { id: 'section.themes' })}</h1>
        ${this.themes.map(
          ({ id, name }) =>
            html`<a href=${routeHash('themes', id)} aria-current=${id === chosen?.id ? 'page' : nothing}>${name}</a>`,
        )}
        <span class="grow"></span>
        ${this.renderActions(chosen)}
      </div>
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
      ${chosen ? this.renderChosen(chosen) : this.renderNone()} ${this.renderNaming()}
      <pb-confirm
        .question=${this.doomed ? msg(str`删除配色“${this.doomed.name}”？删除后不能恢复。`, { id: 'themes.delete' }) : ''}
        .action=${msg('删除', { id: 'change.delete' })}
        .confirm=${() => void this.eraseDoomed()}
        @pb-close=${() => (this.doomed = null)}
      ></pb-confirm>
    `;
  }

  private renderNone() {
    if (!this.loaded) return nothing;
    return html`<div class="message">
      ${msg('还没有自定配色。屏幕组可以直接用三套现成的；需要自己的颜色时新建一套。', { id: 'themes.none' })}
    </div>`;
  }

  private renderChosen(theme: Theme) {
    const users = this.groups.filter(({ ownTheme }) => ownTheme === theme.id).map(({ name }) => name);
    return html`
      <p class="soft">
        ${
          users.length > 0
            ? msg(str`正在使用的屏幕组：${users.join('、')}。保存后立即换色。`, { id: 'themes.used-by' })
            : msg('还没有屏幕组使用。在“屏幕”里修改屏幕组，选“自定配色”。', { id: 'themes.unused' })
        }
      </p>
      <pb-theme-editor
        .theme=${theme}
        .groups=${this.groups}
        .playlists=${this.playlists}
        .screens=${this.screens}
        @pb-written=${() => void this.load()}
      ></pb-theme-editor>
    `;
  }

  private renderActions(chosen: Theme | undefined) {
    return html`
      ${
        chosen
          ? html`
              <button class="quiet" type="button" @click=${() => (this.naming = chosen)}>
                ${msg('改名', { id: 'rename' })}
              </button>
              <button class="quiet danger" type="button" @click=${() => (this.doomed = chosen)}>
                ${msg('删除', { id: 'change.delete' })}
              </button>
            `
          : nothing
      }
      <button type="button" @click=${() => (this.naming = { id: '', name: '', base: 'red' })}>
        ${msg('新建配色', { id: 'themes.create' })}
      </button>
    `;
  }

  private renderNaming() {
    const { naming } = this;
    return html`
      <pb-dialog
        heading=${naming?.id ? msg('改名', { id: 'rename' }) : msg('新建配色', { id: 'themes.create' })}
        ?open=${naming !== null}
        @pb-close=${() => (this.naming = null)}
      >
        ${naming ? this.renderNameFields(naming) : nothing}
        <button slot="actions" type="button" @click=${() => (this.naming = null)}>
          ${msg('取消', { id: 'cancel' })}
        </button>
        <button
          slot="actions"
          type="button"
          class="primary"
          ?disabled=${!naming?.name.trim()}
          @click=${() => void this.named()}
        >
          ${msg('保存', { id: 'save' })}
        </button>
      </pb-dialog>
    `;
  }

  private renderNameFields(naming: Naming) {
    return html`
      <label class="naming">
        ${msg('名称', { id: 'name' })}
        <input
          maxlength="40"
          autofocus
          .value=${naming.name}
          @input=${({ target }: Event & { readonly target: HTMLInputElement }) => (this.naming = { ...naming, name: target.value })}
        />
      </label>
      ${
        naming.id
          ? nothing
          : html`<label class="naming">
              ${msg('以此为底', { id: 'themes.base' })}
              <select
                @change=${({ target }: Event & { readonly target: HTMLSelectElement }) => (this.naming = { ...naming, base: target.value as ThemeName })}
              >
                ${Object.entries(THEME_NAMES).map(
                  ([name, label]) =>
                    html`<option value=${name} ?selected=${name === naming.base}>${labelText(label)}</option>`,
                )}
              </select>
            </label>`
      }
    `;
  }

  private async load(): Promise<void> {
    try {
      const [themes, groups, playlists, screens] = await Promise.all([
        listRecords('themes'),
        listRecords('groups'),
        listRecords('playlists'),
        listRecords('screens'),
      ]);
      this.themes = themes.records;
      this.groups = groups.records;
      this.playlists = playlists.records;
      this.screens = screens.records;
      this.loaded = true;
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private async named(): Promise<void> {
    const { naming } = this;
    this.naming = null;
    if (!naming) return;
    const name = naming.name.trim();
    const existing = this.themes.find(({ id }) => id === naming.id);
    await this.attempt(async () => {
      if (existing) {
        await updateRecord('themes', existing.id, { name }, existing.revision);
      } else {
        const created = await createRecord('themes', { name, base: naming.base, tokens: {} });
        location.hash = routeHash('themes', created.id);
      }
    });
  }

  private async eraseDoomed(): Promise<void> {
    const theme = this.doomed;
    this.doomed = null;
    if (theme) await this.attempt(() => deleteRecord('themes', theme.id, theme.revision));
  }

  private async attempt(write: () => Promise<unknown>): Promise<void> {
    this.problem = '';
    try {
      await write();
      await this.load();
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }
}
