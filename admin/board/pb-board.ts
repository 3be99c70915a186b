import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Summary } from '../../core/boards/summary.ts';
import type { UnitRanking, UnitRow } from '../../core/boards/unit-ranking.ts';
import { UNIT_GROUPS, type UnitGroup } from '../../core/registers/unit-groups.ts';
import { inOrder } from '../../core/slides/rows.ts';
import { summaryBoard, unitRankingBoard, type PublicSummary } from '../api/boards.ts';
import { asProblem } from '../api/problem.ts';
import { paceSign, paceText } from '../common/format.ts';
import { currentLocale, labelText, useLocale } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { poll } from '../common/poll.ts';
import { problemText } from '../common/problem-text.ts';
import { controls } from '../style/controls.ts';
import { boardStyles } from './board-styles.ts';

const REFRESH_MS = 60_000;
const GROUPS = Object.keys(UNIT_GROUPS).filter((name): name is UnitGroup => name in UNIT_GROUPS);

/** The public page for phones: the summary and the ranking of each group of units. */
@customElement('pb-board')
export class PbBoard extends PbElement {
  @state() private head: PublicSummary | null = null;
  @state() private rankings: readonly UnitRanking[] = [];
  @state() private problem = '';

  static override styles = [controls, boardStyles];

  constructor() {
    super();
    poll(this, REFRESH_MS, () => this.load());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    const other = currentLocale() === 'en' ? 'zh-CN' : 'en';
    return html`
      <header>
        <h1>${msg('重点项目进度榜', { id: 'board.heading' })}</h1>
        ${this.head?.demo ? html`<span class="demo">${msg('演示数据', { id: 'board.demo' })}</span>` : nothing}
        <button class="quiet" type="button" lang=${other} @click=${() => void useLocale(other)}>
          ${other === 'en' ? 'English' : '中文'}
        </button>
      </header>
      <main>
        ${this.problem ? html`<div class="message warn" role="alert">${this.problem}</div>` : nothing}
        ${this.head ? this.renderSummary(this.head.summary) : nothing}
        ${this.rankings.map((ranking) => this.renderRanking(ranking))}
      </main>
      <footer>${this.head ? this.renderSource(this.head) : nothing}</footer>
    `;
  }

  private renderSource({ asOf, source }: PublicSummary) {
    return msg(str`数据截至 ${asOf} · 来源 ${source} · 每分钟自动更新`, { id: 'board.as-of' });
  }

  private renderSummary(summary: Summary) {
    const { rate, timeProgress, pace, variance } = summary;
    return html`
      <section class="card hero">
        <div class="soft">${msg('年内累计完成投资', { id: 'board.completed' })}</div>
        <div class="big">${summary.completedHeadline}<small>${msg('亿元', { id: 'unit.yi' })}</small></div>
        ${
          rate
            ? html`
                <progress
                  class=${pace}
                  max="100"
                  .value=${Math.min(100, rate.value)}
                  aria-label=${msg('完成年度计划', { id: 'board.rate' })}
                ></progress>
                <div class="split">
                  <span>${msg('完成年度计划', { id: 'board.rate' })} <b>${rate.text}%</b></span>
                  <span class=${pace}>${paceSign(pace)} ${paceText(pace)} ${variance?.text ?? ''}</span>
                </div>
                <div class="soft small">${msg(str`序时进度 ${timeProgress.text}%`, { id: 'board.time' })}</div>
              `
            : nothing
        }
        <dl>
          <div>
            <dt>${msg('项目', { id: 'sheet.project' })}</dt>
            <dd>${summary.projects}</dd>
          </div>
          <div>
            <dt>${msg('开工', { id: 'board.started' })}</dt>
            <dd>${summary.started.done}/${summary.started.due}</dd>
          </div>
          <div>
            <dt>${msg('复工', { id: 'board.resumed' })}</dt>
            <dd>${summary.resumed.done}/${summary.resumed.due}</dd>
          </div>
          <div>
            <dt>${msg('竣工', { id: 'board.finished' })}</dt>
            <dd>${summary.finished.done}/${summary.finished.due}</dd>
          </div>
        </dl>
      </section>
    `;
  }

  private renderRanking({ group, rows }: UnitRanking) {
    const ordered = inOrder(rows);
    const most = Math.max(100, ...ordered.map(({ rate }) => rate?.value ?? 0));
    return html`
      <section class="card">
        <h2>${labelText(UNIT_GROUPS[group])}</h2>
        <ol>
          ${ordered.map((row) => this.renderUnit(row, most))}
        </ol>
      </section>
    `;
  }

  private renderUnit(row: UnitRow, most: number) {
    const { rank, name, rate, pace, change } = row;
    const moved = change?.kind === 'up' ? `▲${change.by}` : change?.kind === 'down' ? `▼${change.by}` : '';
    return html`
      <li>
        <span class="rank ${rank !== undefined && rank <= 3 ? 'top' : ''}">${rank ?? '—'}</span>
        <div class="unit">
          <div class="split"><span>${name}</span><b>${rate ? `${rate.text}%` : '—'}</b></div>
          <progress class=${pace} max=${most} .value=${rate?.value ?? 0} aria-label=${name}></progress>
          <div class="split soft small">
            <span>${msg(str`${row.completed.text} / ${row.plan?.text ?? '—'} 亿元`, { id: 'board.amounts' })}</span>
            <span><span class=${pace}>${paceSign(pace)} ${paceText(pace)}</span> ${moved}</span>
          </div>
        </div>
      </li>
    `;
  }

  private async load(): Promise<void> {
    try {
      const [head, ...rankings] = await Promise.all([summaryBoard(), ...GROUPS.map(unitRankingBoard)]);
      this.head = head;
      this.rankings = rankings;
      this.problem = '';
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }
}
