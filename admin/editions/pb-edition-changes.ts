import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Change, Differences, ProjectDifference, UnitDifference } from '../../core/editions/differences.ts';
import { wanText } from '../../core/money.ts';
import { UNIT_GROUPS } from '../../core/registers/unit-groups.ts';
import { grouped } from '../common/format.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { routeHash } from '../common/router.ts';
import { controls } from '../style/controls.ts';
import { changedProjects, groupChanges, placesGained, summaryOf } from './change-lines.ts';
import { asOfText } from './edition-words.ts';
import { panelStyles } from './panel-styles.ts';

/** Changed projects that are shown before one asks for all. */
const FIRST_PROJECTS = 8;

const wan = (yuan: number | undefined): string => (yuan === undefined ? '—' : grouped(wanText(yuan)));

const difference = ({ was, now }: Change<number>) => {
  const by = (now ?? 0) - (was ?? 0);
  return html`<span class=${by < 0 ? 'down' : ''}>${by > 0 ? '+' : ''}${grouped(wanText(by))}</span>`;
};

const comings = (heading: string, projects: readonly ProjectDifference[]) =>
  projects.length === 0
    ? nothing
    : html`
        <h3>${heading}</h3>
        <ul class="lines">
          ${projects.map(({ project, name }) => html`<li><a href=${routeHash('registers', 'projects', project)}>${name}</a></li>`)}
        </ul>
      `;

/** What changed since the edition before: places, rates, figures, projects and words, each with the way to its record. */
@customElement('pb-edition-changes')
export class PbEditionChanges extends PbElement {
  @property({ attribute: false }) differences: Differences | null = null;
  /** What the edition before is called. */
  @property() previous = '';
  /** Names of pages. */
  @property({ attribute: false }) nameOf: (page: string) => string = (page) => page;

  static override styles = [
    controls,
    panelStyles,
    css`
      .summary {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 8px;
        margin: 6px 0;
      }
      .summary .badge {
        font-size: 13px;
        line-height: 24px;
      }
      li.unit {
        display: grid;
        grid-template-columns: minmax(6em, 1fr) 6em 9.5em;
        gap: 8px;
        align-items: baseline;
      }
      li.unit .rates {
        text-align: right;
      }
      li.project {
        display: flex;
        flex-wrap: wrap;
        gap: 0 16px;
        align-items: baseline;
      }
      li.project > a {
        flex: 1 1 12em;
      }
      del,
      ins {
        display: block;
        overflow-wrap: anywhere;
      }
      del {
        color: var(--ink-soft);
      }
      ins {
        text-decoration: none;
        font-weight: 600;
      }
      @media (max-width: 480px) {
        ul.lines > li.unit {
          grid-template-columns: minmax(0, 1fr) 5.2em auto;
          padding: 0;
        }
      }
    `,
  ];

  protected override render() {
    const { differences } = this;
    return html`
      <section class="panel" aria-labelledby="heading">
        <h2 id="heading">${msg('与上一期相比', { id: 'editions.changes' })}</h2>
        ${
          differences
            ? this.renderDifferences(differences)
            : html`<p class="soft">${msg('这是第一期，没有可以比较的', { id: 'editions.first' })}</p>`
        }
      </section>
    `;
  }

  private renderDifferences(differences: Differences) {
    const { units, projects, pages, asOf } = differences;
    return html`
      <p class="soft">${msg(str`上一期：${this.previous}，${asOfText(asOf)}`, { id: 'editions.before' })}</p>
      ${
        units.length + projects.length + pages.length === 0
          ? html`<p>${msg('没有变化', { id: 'editions.no-changes' })}</p>`
          : this.renderSummary(differences)
      }
      ${groupChanges(differences).map(
        ({ group, units: moved }) => html`
          <h3>${labelText(UNIT_GROUPS[group])}</h3>
          <ul class="lines">
            ${moved.map((unit) => this.renderUnit(unit))}
          </ul>
        `,
      )}
      ${this.renderComings(differences)} ${this.renderProjects(changedProjects(differences))}
      ${this.renderPages(differences)}
    `;
  }

  private renderSummary(differences: Differences) {
    const { up, down, figures, plans, added, left } = summaryOf(differences);
    const badges = [
      [up, msg(str`名次上升 ${up}`, { id: 'editions.ranks-up' })],
      [down, msg(str`名次下降 ${down}`, { id: 'editions.ranks-down' })],
      [figures, msg(str`完成额变动 ${figures} 个项目`, { id: 'editions.figures-changed' })],
      [plans, msg(str`计划调整 ${plans} 个项目`, { id: 'editions.plans-changed' })],
      [added.length, msg(str`新增 ${added.length} 个项目`, { id: 'editions.projects-added' })],
      [left.length, msg(str`移出 ${left.length} 个项目`, { id: 'editions.projects-left' })],
      [differences.pages.length, msg(str`页面变动 ${differences.pages.length}`, { id: 'editions.pages-changed' })],
    ] as const;
    return html`<div class="summary">
      ${badges.filter(([count]) => count > 0).map(([, words]) => html`<span class="badge">${words}</span>`)}
    </div>`;
  }

  private renderUnit(unit: UnitDifference) {
    const { rank, rate } = unit;
    return html`
      <li class="unit">
        <a href=${routeHash('registers', 'units', unit.unit)}>${unit.name}</a>
        <span class="figure">${rank ? this.renderRank(rank, placesGained(unit)) : nothing}</span>
        <span class="figure rates">${rate ? html`${rate.was ?? '—'}% → ${rate.now ?? '—'}%` : nothing}</span>
      </li>
    `;
  }

  private renderRank({ was, now }: Change<number>, places: number | null) {
    const moved = places === null || places === 0 ? '' : places > 0 ? 'up' : 'down';
    const by = Math.abs(places ?? 0);
    return html`
      ${was ?? '—'} → ${now ?? '—'}
      ${
        moved === ''
          ? nothing
          : html`<span class=${moved}
              ><span aria-hidden="true">${moved === 'up' ? '▲' : '▼'}${by}</span
              ><span class="sr"
                >${moved === 'up' ? msg(str`上升 ${by} 名`, { id: 'editions.up-by' }) : msg(str`下降 ${by} 名`, { id: 'editions.down-by' })}</span
              ></span
            >`
      }
    `;
  }

  /** Projects that are on the list now and were not, or the other way round. */
  private renderComings(differences: Differences) {
    const { added, left } = summaryOf(differences);
    return html`
      ${comings(msg('新增项目', { id: 'editions.added' }), added)}
      ${comings(msg('移出项目', { id: 'editions.left' }), left)}
    `;
  }

  private renderProjects(projects: readonly ProjectDifference[]) {
    if (projects.length === 0) return nothing;
    const [first, rest] = [projects.slice(0, FIRST_PROJECTS), projects.slice(FIRST_PROJECTS)];
    return html`
      <h3>${msg('项目数据（万元）', { id: 'editions.project-figures' })}</h3>
      <ul class="lines">
        ${first.map((project) => this.renderProject(project))}
      </ul>
      ${
        rest.length === 0
          ? nothing
          : html`<details>
              <summary>${msg(str`其余 ${rest.length} 个项目`, { id: 'editions.more-projects' })}</summary>
              <ul class="lines">
                ${rest.map((project) => this.renderProject(project))}
              </ul>
            </details>`
      }
    `;
  }

  private renderProject({ project, name, completed, plan, physicalProgress }: ProjectDifference) {
    return html`
      <li class="project">
        <a href=${routeHash('registers', 'projects', project, 'timeline')}>${name}</a>
        ${
          completed
            ? html`<span class="figure"
                >${msg('完成', { id: 'editions.completed' })} ${wan(completed.was)} → ${wan(completed.now)}
                (${difference(completed)})</span
              >`
            : nothing
        }
        ${
          plan
            ? html`<span class="figure"
                >${msg('计划', { id: 'editions.plan' })} ${wan(plan.was)} → ${wan(plan.now)} (${difference(plan)})</span
              >`
            : nothing
        }
        ${
          physicalProgress && !completed && !plan
            ? html`<span>${physicalProgress.was ?? '—'} → ${physicalProgress.now ?? '—'}</span>`
            : nothing
        }
      </li>
    `;
  }

  private renderPages({ pages }: Differences) {
    if (pages.length === 0) return nothing;
    return html`
      <h3>${msg('页面和文字', { id: 'editions.pages-and-words' })}</h3>
      <ul class="lines">
        ${pages.map(
          ({ page, kind, text }) => html`
            <li>
              ${this.nameOf(page)}
              ${
                kind === 'added'
                  ? html`<span class="badge good">${msg('新增', { id: 'change.create' })}</span>`
                  : kind === 'left'
                    ? html`<span class="badge">${msg('移出', { id: 'editions.gone' })}</span>`
                    : html`<del>${text?.was ?? '—'}</del><ins>${text?.now ?? '—'}</ins>`
              }
            </li>
          `,
        )}
      </ul>
    `;
  }
}
