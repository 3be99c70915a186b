import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Group, Playlist, Screen } from '../../core/registers/index.ts';
import { asProblem } from '../api/problem.ts';
import { deleteRecord, ledgerRevision, listRecords, updateRecord } from '../api/records.ts';
import {
  listScreens,
  newScreenLink,
  revokeScreen,
  type Fleet,
  type ScreenLink,
  type ScreenStatus,
  type ScreenWithStatus,
} from '../api/screens.ts';
import { deleteQuestion } from '../common/change-words.ts';
import { durationText } from '../common/format.ts';
import { PbElement } from '../common/pb-element.ts';
import { poll } from '../common/poll.ts';
import { routeHash } from '../common/router.ts';
import { problemText } from '../common/problem-text.ts';
import { controls } from '../style/controls.ts';
import { healthBadge, healthDetails, healthStyles } from './screen-health.ts';
import { seenText, showingText, slideTitle, stageText, wallText } from './screen-words.ts';
import { switchTestCard, testCardWord } from './test-card.ts';
import './pb-groups.ts';
import './pb-link-dialog.ts';
import './pb-pair-dialog.ts';
import './pb-screen-dialog.ts';
import '../common/pb-confirm.ts';
import { rowAction } from '../common/row-action.ts';

const POLL_MS = 2000;

/** Section 屏幕: every screen and what it shows right now, pairing, and the groups. */
@customElement('pb-screens')
export class PbScreens extends PbElement {
  @property({ type: Boolean }) readonly = false;

  @state() private fleet: Fleet | null = null;
  @state() private revision = 0;
  @state() private groups: readonly Group[] = [];
  @state() private playlists: readonly Playlist[] = [];
  /** Why the screens cannot be read. */
  @state() private problem = '';
  /** Why the last action was refused; it stays while the screens are read again and again. */
  @state() private refused = '';
  @state() private edited: Screen | 'new' | null = null;
  @state() private revoked: Screen | null = null;
  @state() private doomed: Screen | null = null;
  @state() private link: ScreenLink | null = null;
  /** A pairing code in the address, from the QR picture on a screen. */
  @property() code = '';

  @state() private pairing = false;
  @state() private newest = '';
  /** Screens whose details are open. */
  @state() private opened: ReadonlySet<string> = new Set();

  static override styles = [
    controls,
    healthStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 12px;
        padding: 12px 16px;
      }
      .rows {
        overflow-x: auto;
      }
      td {
        white-space: nowrap;
      }
      td.showing {
        min-width: 120px;
        white-space: normal;
      }
      .dot {
        display: inline-block;
        width: 9px;
        height: 9px;
        margin-right: 6px;
        border-radius: 50%;
        background: #9aa4b0;
      }
      .dot.on {
        background: var(--good);
      }
      tr.revoked td {
        color: var(--ink-soft);
      }
    `,
  ];

  constructor() {
    super();
    poll(this, POLL_MS, () => this.look());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('code') && this.code !== '') this.pairing = true;
  }

  protected override render() {
    return html`
      ${this.renderHead()}
      ${[this.refused, this.problem].filter(Boolean).map((words) => html`<div class="message bad" role="alert">${words}</div>`)}
      ${this.renderTable()}
      <pb-groups
        .groups=${this.groups}
        .playlists=${this.playlists}
        ?readonly=${this.readonly}
        @pb-written=${() => void this.load()}
      ></pb-groups>
      <pb-screen-dialog
        .screen=${this.edited}
        .groups=${this.groups}
        .created=${(id: string, link: ScreenLink) => {
          this.newest = id;
          this.link = link;
        }}
        @pb-close=${() => (this.edited = null)}
        @pb-written=${this.onWritten}
      ></pb-screen-dialog>
      <pb-link-dialog .link=${this.link} @pb-close=${() => (this.link = null)}></pb-link-dialog>
      <pb-pair-dialog
        ?open=${this.pairing}
        .given=${this.code}
        .screens=${this.pairable()}
        .preferred=${this.newest}
        @pb-close=${this.endPairing}
        @pb-written=${this.onWritten}
      ></pb-pair-dialog>
      <pb-confirm
        .question=${this.revoked ? msg(str`停用“${this.revoked.name}”？它的播放器会立即停播；恢复后需重新配对。`, { id: 'screens.revoke-question' }) : ''}
        .action=${msg('停用', { id: 'screens.revoke' })}
        .confirm=${() => void this.revoke()}
        @pb-close=${() => (this.revoked = null)}
      ></pb-confirm>
      <pb-confirm
        .question=${this.doomed ? deleteQuestion(this.doomed.name) : ''}
        .action=${msg('删除', { id: 'change.delete' })}
        .confirm=${() => void this.eraseDoomed()}
        @pb-close=${() => (this.doomed = null)}
      ></pb-confirm>
    `;
  }

  /** Screens that a player can become, those that wait for one first. */
  private pairable(): readonly Screen[] {
    const usable = (this.fleet?.screens ?? []).filter(({ screen }) => !screen.revoked);
    return [
      ...usable.filter(({ status }) => status.connections === 0),
      ...usable.filter(({ status }) => status.connections > 0),
    ].map(({ screen }) => screen);
  }

  /** A code in the address has done its work: it must not open the dialog again. */
  private endPairing(): void {
    this.pairing = false;
    if (this.code !== '') location.hash = routeHash('screens');
  }

  private renderHead() {
    const online = this.fleet?.screens.filter(({ status }) => status.connections > 0).length ?? 0;
    const times = this.fleet?.times;
    return html`
      <div class="bar">
        <h1>${msg('屏幕', { id: 'section.screens' })}</h1>
        ${
          this.fleet
            ? html`<span class="soft"
                >${msg(str`${this.fleet.screens.length} 块，${online} 块在线`, { id: 'screens.count' })}</span
              >`
            : nothing
        }
        ${
          times && times.p50 !== null && times.p99 !== null
            ? html`
                <span class="badge" title=${msg('从保存到大屏更新的时间', { id: 'screens.times-help' })}>
                  ${msg(str`保存→上屏 中位 ${durationText(times.p50)} · P99 ${durationText(times.p99)}`, { id: 'screens.times' })}
                </span>
              `
            : nothing
        }
        <span class="grow"></span>
        ${
          this.readonly
            ? nothing
            : html`
                <button type="button" @click=${() => (this.pairing = true)}>
                  ${msg('用配对码连接', { id: 'pair.heading' })}
                </button>
                <button class="primary" type="button" @click=${() => (this.edited = 'new')}>
                  ${msg('新增屏幕', { id: 'screens.add' })}
                </button>
              `
        }
      </div>
    `;
  }

  private renderTable() {
    return html`
      <div class="rows panel" tabindex="0" role="region" aria-label=${msg('屏幕', { id: 'section.screens' })}>
        <table class="list">
          <thead>
            <tr>
              <th scope="col">${msg('名称', { id: 'name' })}</th>
              <th scope="col">${msg('状态', { id: 'screens.state' })}</th>
              <th scope="col">${msg('健康', { id: 'health.heading' })}</th>
              <th scope="col">${msg('屏幕组', { id: 'playlist.group' })}</th>
              <th scope="col">${msg('画面窗口', { id: 'screens.stage' })}</th>
              <th scope="col">${msg('正在显示', { id: 'screens.showing' })}</th>
              <th scope="col">${msg('数据版本', { id: 'screens.revision' })}</th>
              <th scope="col" class="number">${msg('保存→上屏', { id: 'screens.last-time' })}</th>
              <th scope="col"><span class="sr">${msg('操作', { id: 'actions' })}</span></th>
            </tr>
          </thead>
          <tbody>
            ${repeat(
              this.fleet?.screens ?? [],
              ({ screen }) => screen.id,
              (each) => this.renderScreen(each),
            )}
          </tbody>
        </table>
        ${this.fleet?.screens.length === 0 ? html`<p class="soft">${msg('还没有屏幕，请先“新增屏幕”', { id: 'screens.none' })}</p>` : nothing}
      </div>
    `;
  }

  private renderScreen({ screen, status }: ScreenWithStatus) {
    const group = this.groups.find(({ id }) => id === screen.group);
    const playlist = this.playlists.find(({ id }) => id === group?.playlist);
    const titleOf = (slide: string): string => slideTitle(slide, playlist);
    const open = this.opened.has(screen.id);
    return html`
      <tr class=${screen.revoked ? 'revoked' : ''}>
        <td>
          ${screen.name}${screen.location ? html`<br /><span class="soft small">${screen.location}</span>` : nothing}
        </td>
        <td>
          ${
            screen.revoked
              ? html`<span class="badge bad">${msg('已停用', { id: 'screens.revoked' })}</span>`
              : html`<span class="dot ${status.connections > 0 ? 'on' : ''}"></span>${seenText(status, Date.now())}`
          }
        </td>
        <td>${screen.revoked ? '—' : this.renderHealth(screen, status, titleOf)}</td>
        <td>${group?.name ?? '—'}</td>
        <td>${stageText(screen.stage)}<br /><span class="soft small">${wallText(screen.stage)}</span></td>
        <td class="showing">${showingText(status, playlist) || '—'}</td>
        <td>${this.renderRevision(status.paintedRevision)}</td>
        <td class="number">${status.saveToPainted === null ? '—' : durationText(status.saveToPainted)}</td>
        <td class="actions">${this.readonly ? nothing : this.renderActions(screen)}</td>
      </tr>
      ${
        open && !screen.revoked
          ? html`<tr class="health">
              <td colspan="9">${healthDetails(status, titleOf)}</td>
            </tr>`
          : nothing
      }
    `;
  }

  private renderHealth(screen: Screen, status: ScreenStatus, titleOf: (slide: string) => string) {
    if (status.seenAt === null) return '—';
    const { id, name } = screen;
    const word = msg('详情', { id: 'health.details' });
    const button = html`
      <button
        class="quiet small"
        type="button"
        aria-label=${`${word} ${name}`}
        aria-expanded=${this.opened.has(id) ? 'true' : 'false'}
        @click=${() => this.toggle(id)}
      >
        ${word}
      </button>
    `;
    return healthBadge(screen, status, titleOf, button);
  }

  private toggle(id: string): void {
    const others = [...this.opened].filter((each) => each !== id);
    this.opened = new Set(this.opened.has(id) ? others : [...others, id]);
  }

  /** A change that alters nothing on a group's screens leaves their revision behind; that is no fault. */
  private renderRevision(painted: number | null) {
    if (painted === null) return '—';
    return html`<span title=${msg(str`台账当前版本 ${this.revision}`, { id: 'screens.ledger-revision' })}
      >${painted} / ${this.revision}</span
    >`;
  }

  private renderActions(screen: Screen) {
    const { name } = screen;
    return html`
      ${rowAction(msg('修改', { id: 'change.update' }), name, () => (this.edited = screen))}
      ${
        screen.revoked
          ? html`
              ${rowAction(msg('恢复', { id: 'screens.restore' }), name, () => void this.restore(screen))}
              ${rowAction(msg('删除', { id: 'change.delete' }), name, () => (this.doomed = screen), { danger: true })}
            `
          : html`${rowAction(testCardWord(screen), name, () => void this.attempt(() => switchTestCard(screen)))}
            ${rowAction(msg('新链接', { id: 'screens.new-link' }), name, () => void this.newLink(screen))}
            ${rowAction(msg('停用', { id: 'screens.revoke' }), name, () => (this.revoked = screen), { danger: true })}`
      }
    `;
  }

  /** The screens and what they show; the groups are read again after an edit only. */
  private async look(): Promise<void> {
    try {
      const [fleet, revision] = await Promise.all([listScreens(), ledgerRevision()]);
      this.fleet = fleet;
      this.revision = revision;
      this.problem = '';
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private async load(): Promise<void> {
    try {
      const [groups, playlists] = await Promise.all([listRecords('groups'), listRecords('playlists')]);
      this.groups = groups.records;
      this.playlists = playlists.records;
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
    await this.look();
  }

  private onWritten(): void {
    this.edited = null;
    this.endPairing();
    void this.load();
  }

  private async newLink(screen: Screen): Promise<void> {
    await this.attempt(async () => {
      this.link = await newScreenLink(screen.id);
    });
  }

  /** A screen that was revoked may be paired again: here is its link. */
  private async restore(screen: Screen): Promise<void> {
    await this.attempt(async () => {
      await updateRecord('screens', screen.id, { revoked: false }, screen.revision);
      this.link = await newScreenLink(screen.id);
    });
  }

  private async eraseDoomed(): Promise<void> {
    const screen = this.doomed;
    this.doomed = null;
    if (screen) await this.attempt(() => deleteRecord('screens', screen.id, screen.revision));
  }

  private async attempt(write: () => Promise<void>): Promise<void> {
    this.refused = '';
    try {
      await write();
    } catch (error) {
      this.refused = problemText(asProblem(error));
    }
    await this.look();
  }

  private async revoke(): Promise<void> {
    const screen = this.revoked;
    this.revoked = null;
    if (screen) await this.attempt(() => revokeScreen(screen.id));
  }
}
