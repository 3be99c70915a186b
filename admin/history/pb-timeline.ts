import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Posts, Timeline, TimelineEntry } from '../../core/history/timeline.ts';
import { REGISTERS, isRegisterName, registerNamed } from '../../core/registers/index.ts';
import type { Role } from '../../core/register/role.ts';
import { asProblem } from '../api/problem.ts';
import { readTimeline } from '../api/timeline.ts';
import { kindText, reasonText, valueText, type TitleOf } from '../common/change-words.ts';
import { countText, momentText } from '../common/format.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { loadTitles, titlesIn, type References } from '../common/references.ts';
import { routeHash } from '../common/router.ts';
import { controls } from '../style/controls.ts';
import { filteredEntries, postSpans, registersIn, WHOLE_TIMELINE, type TimelineFilter } from './timeline-model.ts';
import { timelineStyles } from './timeline-styles.ts';
import '../common/pb-export-links.ts';

type ControlEvent = Event & { readonly target: HTMLInputElement | HTMLSelectElement };

const POSTS = ['sponsorLeader', 'leadUnit', 'responsiblePerson', 'siteLead'] as const;

/** Who did and wrote what about a project when, newest first, and who held which post then (倒查). */
@customElement('pb-timeline')
export class PbTimeline extends PbElement {
  @property() project = '';
  @property() viewer: Role = 'auditor';

  @state() private timeline: Timeline | null = null;
  @state() private titles: References = new Map();
  @state() private filter: TimelineFilter = WHOLE_TIMELINE;
  @state() private problem = '';

  static override styles = [controls, timelineStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('project')) return;
    this.filter = WHOLE_TIMELINE;
    void this.load();
  }

  protected override render() {
    return html`
      <div class="bar">
        <a class="button" href=${routeHash('registers', 'projects')}>← ${msg('返回项目', { id: 'timeline.back' })}</a>
        <h1>${msg('倒查', { id: 'timeline.open' })} · ${this.timeline?.name ?? ''}</h1>
        <span class="grow"></span>
        <pb-export-links
          path=${`/api/exports/timeline/${encodeURIComponent(this.project)}`}
          .what=${msg('倒查', { id: 'timeline.open' })}
        ></pb-export-links>
      </div>
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
      ${this.timeline ? this.renderTimeline(this.timeline) : nothing}
    `;
  }

  private renderTimeline({ entries, posts }: Timeline) {
    const shown = filteredEntries(entries, this.filter);
    return html`
      <div class="columns" tabindex="0" role="region" aria-label=${msg('时间线', { id: 'timeline.label' })}>
        <section>
          ${this.renderFilters(entries)}
          <p class="soft small" role="status">${countText(shown.length)}</p>
          <ol class="line">
            ${shown.map((entry, index) => this.renderEntry(entry, shown[index - 1]))}
          </ol>
        </section>
        <aside class="panel">
          <h2>${msg('当时的责任人', { id: 'timeline.posts' })}</h2>
          <ol>
            ${postSpans(posts).map((span) => this.renderPosts(span))}
          </ol>
        </aside>
      </div>
    `;
  }

  private renderFilters(entries: readonly TimelineEntry[]) {
    const set = (part: Partial<TimelineFilter>): void => {
      this.filter = { ...this.filter, ...part };
    };
    const kinds = [
      ['all', msg('全部', { id: 'log.all' })],
      ['fact', msg('应办与办结', { id: 'timeline.facts' })],
      ['log', msg('填写与修改', { id: 'timeline.writes' })],
      ['missed', msg('逾期未办', { id: 'timeline.missed' })],
    ] as const;
    return html`
      <div class="bar">
        <select
          aria-label=${msg('登记表', { id: 'registers.nav' })}
          @change=${({ target }: ControlEvent) => set({ register: isRegisterName(target.value) ? target.value : '' })}
        >
          <option value="">${msg('全部登记表', { id: 'timeline.all-registers' })}</option>
          ${registersIn(entries).map((name) => html`<option value=${name}>${labelText(registerNamed(name).label)}</option>`)}
        </select>
        <span class="kinds" role="group" aria-label=${msg('内容', { id: 'timeline.kind' })}>
          ${kinds.map(
            ([kind, word]) => html`
              <button
                class="small"
                type="button"
                aria-pressed=${this.filter.kind === kind}
                @click=${() => set({ kind })}
              >
                ${word}
              </button>
            `,
          )}
        </span>
        <label>
          ${msg('从', { id: 'range.from' })}
          <input type="date" @change=${({ target }: ControlEvent) => set({ from: target.value })} />
        </label>
        <label>
          ${msg('到', { id: 'range.to' })}
          <input type="date" @change=${({ target }: ControlEvent) => set({ to: target.value })} />
        </label>
      </div>
    `;
  }

  private renderEntry(entry: TimelineEntry, above: TimelineEntry | undefined) {
    const { on, register, title, date, missed } = entry;
    return html`
      <li class="${entry.source} ${missed ? 'missed' : ''}">
        <time class=${on === above?.on ? 'again' : ''} datetime=${on}>${on}</time>
        <div class="entry">
          <div>
            <span class="badge">${labelText(registerNamed(register).label)}</span>
            <strong>${register === 'projects' ? '' : title}</strong>
            ${date ? labelText(date) : nothing} ${entry.kind ? kindText(entry.kind) : nothing}
            ${missed ? html`<span class="badge bad">${msg('逾期', { id: 'timeline.overdue' })}</span>` : nothing}
          </div>
          ${entry.source === 'log' ? this.renderWrite(entry) : nothing} ${this.renderHolders(entry.posts, above?.posts)}
        </div>
      </li>
    `;
  }

  private renderWrite({ actor, at, reason, fields = {}, register, kind }: TimelineEntry) {
    const declared = registerNamed(register).fields;
    const titleOf: TitleOf = titlesIn(this.titles);
    return html`
      <div class="soft small">${actor}${at === undefined ? nothing : ` · ${momentText(at)}`}</div>
      ${reason ? html`<div class="small">${reasonText(reason)}</div>` : nothing}
      <details ?open=${kind === 'update'}>
        <summary class="small">${msg(str`${Object.keys(fields).length} 项内容`, { id: 'timeline.fields' })}</summary>
        ${Object.entries(fields).map(([name, each]) => {
          const field = declared[name];
          const label = field ? labelText(field.label) : name;
          if ('secret' in each)
            return html`<div class="small">${label} ${msg('（已更改，内容保密）', { id: 'change.secret' })}</div>`;
          const from = each.from === undefined ? '' : `${valueText(field, each.from, titleOf)} → `;
          return html`<div class="small">
            <span class="soft">${label}</span> ${from}${valueText(field, each.to, titleOf)}
          </div>`;
        })}
      </details>
    `;
  }

  /** Who answered then; said again only where it was somebody else than in the entry above. */
  private renderHolders(posts: Posts | undefined, above: Posts | undefined) {
    if (JSON.stringify(posts) === JSON.stringify(above)) return nothing;
    const words = POSTS.flatMap((post) => (posts?.[post] ? [`${this.postText(post)} ${posts[post]}`] : []));
    return words.length > 0 ? html`<div class="holders small soft">${words.join(' · ')}</div>` : nothing;
  }

  private postText(post: (typeof POSTS)[number]): string {
    return labelText(REGISTERS.projects.fields[post].label);
  }

  private renderPosts(span: Posts & { readonly until?: string }) {
    const from = span.from ?? msg('起初', { id: 'timeline.from-start' });
    const until = span.until ?? msg('现在', { id: 'timeline.until-now' });
    return html`
      <li>
        <strong class="small">${from} – ${until}</strong>
        ${POSTS.map((post) => (span[post] ? html`<div><span class="soft">${this.postText(post)}</span> ${span[post]}</div>` : nothing))}
      </li>
    `;
  }

  private async load(): Promise<void> {
    const { project, viewer } = this;
    this.timeline = null;
    this.problem = '';
    try {
      const timeline = await readTimeline(project);
      const targets = timeline.entries.flatMap(({ register, fields = {} }) =>
        Object.keys(fields).flatMap((name) => registerNamed(register).fields[name]?.target ?? []),
      );
      const titles = await loadTitles([...new Set(targets)].filter(isRegisterName), { viewer });
      if (project !== this.project) return;
      this.titles = titles;
      this.timeline = timeline;
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }
}
