import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { BoardEdition, BoardHead } from '../api/boards.ts';
import { ownTitle } from '../common/edition-title.ts';
import { agoText } from '../common/format.ts';
import { currentLocale, useLocale } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { Router, routeHash } from '../common/router.ts';
import { controls } from '../style/controls.ts';
import { BoardFeed } from './board-feed.ts';
import { boardStyles } from './board-styles.ts';
import { chartStyles } from './chart-styles.ts';
import { figureStyles } from './figure-styles.ts';
import { SECTIONS, type BoardSection } from './sections.ts';

/** The public page: what everybody may know, for phones first. */
@customElement('pb-board')
export class PbBoard extends PbElement {
  readonly #feed = new BoardFeed(this);
  readonly #router = new Router(this);
  #shown = '';

  static override styles = [controls, boardStyles, figureStyles, chartStyles];

  protected override render() {
    const section = this.#section();
    // Drawn first: what it asks for says whether there is anything to show.
    const body = section.render(this.#feed, this.#router.route.rest);
    const updating = this.#feed.problem?.code === 'no-edition';
    return html`
      ${this.renderHeader(this.#feed.head)} ${this.renderMenu(section)}
      <main tabindex="-1">${updating ? this.renderUpdating() : html`${this.renderProblem()} ${body}`}</main>
      <footer>${this.#feed.head && !updating ? this.renderSource(this.#feed.head) : nothing}</footer>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const place = [this.#router.route.section, ...this.#router.route.rest].join('/');
    if (place === this.#shown) return;
    this.#shown = place;
    const current = this.renderRoot.querySelector('.menu [aria-current=page]');
    current?.scrollIntoView({ block: 'nearest', inline: 'center' });
    if (!changed.size && document.activeElement === document.body) return;
    this.renderRoot.querySelector('main')?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }

  #section(): BoardSection {
    const found = SECTIONS.find(({ id }) => id === this.#router.route.section);
    const [first] = SECTIONS;
    if (!first) throw new Error('there are sections');
    return found ?? first;
  }

  private renderHeader(head: BoardHead | null) {
    const other = currentLocale() === 'en' ? 'zh-CN' : 'en';
    return html`
      <header>
        <div>
          <h1>${msg('重点项目进度榜', { id: 'board.heading' })}</h1>
          <p>
            ${head ? `${head.district} · ${head.office}` : ''}
            ${head?.edition ? this.renderEdition(head.edition) : nothing}
          </p>
        </div>
        ${head?.demo ? html`<span class="demo">${msg('演示数据', { id: 'board.demo' })}</span>` : nothing}
        <button class="quiet" type="button" lang=${other} @click=${() => void useLocale(other)}>
          ${other === 'en' ? 'English' : '中文'}
        </button>
      </header>
    `;
  }

  private renderEdition({ number, correction, title }: BoardEdition) {
    const own = ownTitle({ title });
    return html`<span class="edition"
      >${msg(str`第${number}期`, { id: 'board.edition' })}${own && ` ${own}`}${
        correction > 0 ? msg(str`（第${correction}次更正）`, { id: 'board.correction' }) : ''
      }</span
    >`;
  }

  private renderMenu(section: BoardSection) {
    const current = section.id === 'project' ? 'projects' : section.id;
    return html`
      <nav class="menu" aria-label=${msg('栏目', { id: 'board.menu' })}>
        ${SECTIONS.map(({ id, label }) =>
          label
            ? html`<a href=${routeHash(id)} aria-current=${id === current ? 'page' : 'false'}>${label()}</a>`
            : nothing,
        )}
      </nav>
    `;
  }

  private renderUpdating() {
    return html`<section class="card wide updating" role="status">
      <h2>${msg('数据更新中', { id: 'board.updating' })}</h2>
      <p class="soft">${msg('新一期数据签发后在此公布，请稍后再看。', { id: 'board.updating-note' })}</p>
    </section>`;
  }

  private renderProblem() {
    const { problem, staleSince, head } = this.#feed;
    const note = head?.edition?.note;
    return html`
      ${note ? html`<p class="message wide">${msg(str`更正说明：${note}`, { id: 'board.note' })}</p>` : nothing}
      ${
        problem && problem.code !== 'not-found' && problem.code !== 'taken-down'
          ? html`<p class="message warn wide" role="alert">
              ${problemText(problem)}
              ${
                staleSince === null
                  ? nothing
                  : msg(str`以下为 ${agoText(Date.now() - staleSince)}的数据。`, { id: 'board.stale' })
              }
            </p>`
          : nothing
      }
    `;
  }

  private renderSource({ asOf, source, office }: BoardHead) {
    return html`
      <p>${msg(str`数据截至 ${asOf} · 来源 ${source} · 每分钟自动更新`, { id: 'board.as-of' })}</p>
      <p>${office}</p>
      <p>${msg('因四舍五入，分项之和与合计可能略有出入。', { id: 'board.rounding' })}</p>
    `;
  }
}
