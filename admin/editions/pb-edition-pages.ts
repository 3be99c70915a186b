import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { pageName } from '../../core/editions/edition.ts';
import { playlistsIn, type EditionPackage } from '../../core/editions/package.ts';
import { turnsOf } from '../../core/programme/now-showing.ts';
import { canvasOf } from '../../core/stage/canvas.ts';
import type { Group, Screen } from '../../core/registers/index.ts';
import type { EditionDesk, EditionPage } from '../api/editions.ts';
import { fire } from '../common/events.ts';
import { PbElement } from '../common/pb-element.ts';
import { previewStages } from '../playlists/preview-stage.ts';
import { controls } from '../style/controls.ts';
import '../playlists/pb-preview.ts';
import { stepText, whyText } from './edition-words.ts';
import { panelStyles } from './panel-styles.ts';
import { groupOf, previewProgramme } from './preview-programme.ts';

type SelectEvent = Event & { readonly target: HTMLSelectElement };

/** Whether its pages can be taken down: then their list comes first. */
const isLive = (desk: EditionDesk | null): boolean =>
  desk !== null && ['signed', 'scheduled', 'onAir'].includes(desk.edition.state);

/** The pages of an edition exactly as screens draw them, one after the other, and what takes each of them down. */
@customElement('pb-edition-pages')
export class PbEditionPages extends PbElement {
  @property({ attribute: false }) desk: EditionDesk | null = null;
  @property({ attribute: false }) content: EditionPackage | null = null;
  @property({ attribute: false }) groups: readonly Group[] = [];
  @property({ attribute: false }) screens: readonly Screen[] = [];
  @property({ attribute: false }) nameOf: (page: string) => string = (page) => page;

  @state() private playlist = '';
  @state() private stage = '';
  /** The slide that is looked at, and its page from 0. */
  @state() private slide = '';
  @state() private page = 0;

  static override styles = [
    controls,
    panelStyles,
    css`
      .stepper {
        display: flex;
        align-items: center;
        gap: 8px;
        margin: 8px 0;
      }
      .stepper > span {
        flex: 1;
        min-width: 0;
        text-align: center;
      }
      .stepper button {
        min-width: 44px;
      }
      pb-preview {
        width: 100%;
      }
      ol {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(280px, 100%), 1fr));
        gap: 0 16px;
        margin: 8px 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 3px 0;
        border-bottom: 1px solid var(--line);
      }
      li > button.look {
        flex: 1;
        min-width: 0;
        justify-content: flex-start;
        text-align: left;
        white-space: normal;
        color: var(--ink);
      }
      li[aria-current='true'] > button.look {
        color: var(--accent-deep);
        font-weight: 600;
      }
      li.hidden > button.look {
        color: var(--ink-soft);
        text-decoration: line-through;
      }
      @media (max-width: 900px) {
        .stepper button,
        li > button {
          min-height: 44px;
        }
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('content') || !this.content) return;
    const all = playlistsIn(this.content);
    if (!all.some(({ id }) => id === this.playlist)) this.playlist = all[0]?.id ?? '';
    if (!this.content.playlists[this.playlist]?.slides[this.slide]) this.look('');
  }

  protected override render() {
    const { desk, content } = this;
    return html`
      <section class="panel" aria-labelledby="heading">
        <div class="bar">
          <h2 id="heading">${msg('屏幕画面', { id: 'editions.pages' })}</h2>
          <span class="grow"></span>
          ${content ? this.renderChoices(content) : nothing}
        </div>
        ${
          desk && isLive(desk)
            ? [this.renderPages(desk), content ? this.renderPreview(content) : nothing]
            : [content ? this.renderPreview(content) : nothing, desk ? this.renderPages(desk) : nothing]
        }
      </section>
    `;
  }

  private group(content: EditionPackage): Group | undefined {
    return groupOf(content, this.playlist, this.groups);
  }

  private renderChoices(content: EditionPackage) {
    const playlists = playlistsIn(content);
    const stages = previewStages(this.screens, this.group(content)?.id ?? '');
    return html`
      ${
        playlists.length < 2
          ? nothing
          : html`<select
              aria-label=${msg('节目单', { id: 'section.playlists' })}
              @change=${(event: SelectEvent) => {
                this.playlist = event.target.value;
                this.look('');
              }}
            >
              ${playlists.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.playlist}>${name}</option>`)}
            </select>`
      }
      <select
        aria-label=${msg('画面窗口', { id: 'screens.stage' })}
        @change=${(event: SelectEvent) => (this.stage = event.target.value)}
      >
        ${stages.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.stage}>${name}</option>`)}
      </select>
    `;
  }

  private renderPreview(content: EditionPackage) {
    const group = this.group(content);
    const programme = previewProgramme(content, this.playlist, group);
    const stages = previewStages(this.screens, group?.id ?? '');
    const stage = stages.find(({ id }) => id === this.stage) ?? stages[0];
    if (!stage) return nothing;
    const turns = turnsOf(programme, canvasOf(stage.stage));
    const at = Math.max(
      0,
      turns.findIndex(({ slide, page }) => slide === this.slide && page === this.page),
    );
    const turn = turns[at];
    if (!turn) return nothing;
    const step = (by: number): void => {
      const next = turns[(at + by + turns.length) % turns.length];
      if (next) this.look(next.slide, next.page);
    };
    const name = pageName(this.playlist, turn.slide);
    return html`
      <div class="stepper">
        <button type="button" aria-label=${msg('上一页', { id: 'editions.previous-page' })} @click=${() => step(-1)}>
          ‹
        </button>
        <span role="status">
          ${msg(str`第 ${at + 1} 页，共 ${turns.length} 页`, { id: 'editions.page-of' })} · ${this.nameOf(name)}
        </span>
        <button type="button" aria-label=${msg('下一页', { id: 'editions.next-page' })} @click=${() => step(1)}>
          ›
        </button>
      </div>
      <pb-preview .programme=${programme} .stage=${stage.stage} .slide=${turn.slide} .page=${turn.page}></pb-preview>
    `;
  }

  private renderPages({ pages, edition, steps }: EditionDesk) {
    const shown = pages.filter(({ playlist }) => playlist === this.playlist || !this.content);
    const live = isLive(this.desk);
    const { hide } = steps;
    return html`
      ${live && hide.why ? html`<p class="soft small">${msg(str`撤下页面：${whyText('hide', hide.why, edition)}`, { id: 'editions.why-not-hide' })}</p>` : nothing}
      <ol>
        ${shown.map((page) => this.renderPage(page, live))}
      </ol>
    `;
  }

  private renderPage(page: EditionPage, live: boolean) {
    const name = this.nameOf(page.page);
    return html`
      <li class=${page.hidden ? 'hidden' : ''} aria-current=${page.slide === this.slide}>
        <button class="quiet look" type="button" @click=${() => this.look(page.slide)}>${name}</button>
        ${page.hidden ? html`<span class="badge bad">${msg('已撤下', { id: 'editions.hidden' })}</span>` : nothing}
        ${live ? this.renderTakeDown(page, name) : nothing}
      </li>
    `;
  }

  private renderTakeDown({ page, hidden }: EditionPage, name: string) {
    const step = hidden ? 'show' : 'hide';
    const offered = this.desk?.steps[step];
    const word = stepText(step);
    const why = offered?.why && this.desk ? whyText(step, offered.why, this.desk.edition) : '';
    return html`<button
      type="button"
      class=${hidden ? '' : 'danger'}
      aria-label=${`${word} ${name}`}
      title=${why || nothing}
      ?disabled=${offered?.allowed !== true}
      @click=${() => fire(this, 'pb-ask-step', { step, page })}
    >
      ${word}
    </button>`;
  }

  private look(slide: string, page = 0): void {
    const first = this.desk?.pages.find(({ playlist }) => playlist === this.playlist)?.slide ?? '';
    this.slide = slide || first;
    this.page = page;
  }
}
