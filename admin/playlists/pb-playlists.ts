import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Group, Playlist, Screen } from '../../core/registers/index.ts';
import { asProblem } from '../api/problem.ts';
import { createRecord, deleteRecord, listRecords, updateRecord } from '../api/records.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { loadTitles, type References } from '../common/references.ts';
import { routeHash } from '../common/router.ts';
import { controls } from '../style/controls.ts';
import { tabs } from '../style/tabs.ts';
import { OPTION_TARGETS, withMediaKinds } from './option-references.ts';
import './pb-playlist-editor.ts';
import '../common/pb-confirm.ts';

/** Section 节目单: the playlists, and the editor of the chosen one. */
@customElement('pb-playlists')
export class PbPlaylists extends PbElement {
  /** The id in the address; empty chooses the first. */
  @property() playlist = '';
  @property({ type: Boolean }) readonly = false;

  @state() private playlists: readonly Playlist[] = [];
  @state() private groups: readonly Group[] = [];
  @state() private screens: readonly Screen[] = [];
  @state() private references: References = new Map();
  @state() private problem = '';
  @state() private doomed: Playlist | null = null;
  @state() private naming: { readonly id: string; readonly name: string } | null = null;

  static override styles = [
    controls,
    tabs,
    css`
      :host {
        padding: 12px 16px;
      }
      .tabs {
        margin-bottom: 14px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('playlist')) this.problem = '';
  }

  protected override render() {
    const { playlist } = this;
    const chosen =
      this.playlists.find(({ id }) => id === playlist) ?? this.playlists.find(this.isShown) ?? this.playlists[0];
    return html`
      <div class="bar tabs">
        <h1>${msg('节目单', { id: 'section.playlists' })}</h1>
        ${this.playlists.map(
          ({ id, name }) =>
            html`<a href=${routeHash('playlists', id)} aria-current=${id === chosen?.id ? 'page' : nothing}
              >${name}</a
            >`,
        )}
        <span class="grow"></span>
        ${this.readonly ? nothing : this.renderActions(chosen)}
      </div>
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
      ${
        chosen
          ? html`
              <pb-playlist-editor
                .playlist=${chosen}
                .groups=${this.groups}
                .screens=${this.screens}
                .references=${this.references}
                ?readonly=${this.readonly}
                @pb-written=${() => void this.load()}
              ></pb-playlist-editor>
            `
          : nothing
      }
      ${this.renderNaming()}
      <pb-confirm
        .question=${this.doomed ? msg(str`删除节目单“${this.doomed.name}”？删除后不能恢复。`, { id: 'playlists.delete' }) : ''}
        .action=${msg('删除', { id: 'change.delete' })}
        .confirm=${() => void this.eraseDoomed()}
        @pb-close=${() => (this.doomed = null)}
      ></pb-confirm>
    `;
  }

  private renderActions(chosen: Playlist | undefined) {
    return html`
      ${
        chosen
          ? html`
              <button class="quiet" type="button" @click=${() => (this.naming = { id: chosen.id, name: chosen.name })}>
                ${msg('改名', { id: 'rename' })}
              </button>
              <button class="quiet danger" type="button" @click=${() => (this.doomed = chosen)}>
                ${msg('删除', { id: 'change.delete' })}
              </button>
            `
          : nothing
      }
      <button type="button" @click=${() => (this.naming = { id: '', name: '' })}>
        ${msg('新建节目单', { id: 'playlists.create' })}
      </button>
    `;
  }

  private renderNaming() {
    return html`
      <pb-dialog
        heading=${this.naming?.id ? msg('改名', { id: 'rename' }) : msg('新建节目单', { id: 'playlists.create' })}
        ?open=${this.naming !== null}
        @pb-close=${() => (this.naming = null)}
      >
        <label class="naming">
          ${msg('名称', { id: 'name' })}
          <input
            maxlength="40"
            autofocus
            .value=${this.naming?.name ?? ''}
            @input=${(event: InputEvent & { target: HTMLInputElement }) =>
              (this.naming = { id: this.naming?.id ?? '', name: event.target.value })}
          />
        </label>
        <button slot="actions" type="button" @click=${() => (this.naming = null)}>
          ${msg('取消', { id: 'cancel' })}
        </button>
        <button
          slot="actions"
          type="button"
          class="primary"
          ?disabled=${!this.naming?.name.trim()}
          @click=${() => void this.named()}
        >
          ${msg('保存', { id: 'save' })}
        </button>
      </pb-dialog>
    `;
  }

  private readonly isShown = ({ id }: Playlist): boolean => this.groups.some(({ playlist }) => playlist === id);

  private async load(): Promise<void> {
    try {
      const [playlists, groups, screens, references, media] = await Promise.all([
        listRecords('playlists'),
        listRecords('groups'),
        listRecords('screens'),
        loadTitles(OPTION_TARGETS),
        listRecords('media'),
      ]);
      this.playlists = playlists.records;
      this.groups = groups.records;
      this.screens = screens.records;
      this.references = withMediaKinds(references, media.records);
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private async named(): Promise<void> {
    const { id = '', name = '' } = this.naming ?? {};
    this.naming = null;
    const existing = this.playlists.find((each) => each.id === id);
    await this.attempt(async () => {
      if (existing) {
        await updateRecord('playlists', id, { name: name.trim() }, existing.revision);
      } else {
        const created = await createRecord('playlists', { name: name.trim(), entries: [] });
        location.hash = routeHash('playlists', created.id);
      }
    });
  }

  private async eraseDoomed(): Promise<void> {
    const playlist = this.doomed;
    this.doomed = null;
    if (!playlist) return;
    this.problem = '';
    try {
      await deleteRecord('playlists', playlist.id, playlist.revision);
      await this.load();
    } catch (error) {
      const problem = asProblem(error);
      this.problem =
        problem.code === 'in-use'
          ? msg(str`还有屏幕组在用“${playlist.name}”（节目单或播出时段），请先在“屏幕”里改掉`, {
              id: 'playlists.in-use',
            })
          : problemText(problem);
    }
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
