import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Role } from '../../core/register/role.ts';
import { basisText, cutOffText, pastText } from '../boards/basis-words.ts';
import type { Definition } from '../../core/measures/definition.ts';
import { listMeasures } from '../api/definitions.ts';
import { explore, type Explored } from '../api/measures.ts';
import { asProblem, type ApiProblem } from '../api/problem.ts';
import { ledgerRevision } from '../api/records.ts';
import { countText } from '../common/format.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { poll } from '../common/poll.ts';
import { problemText } from '../common/problem-text.ts';
import { controls } from '../style/controls.ts';
import { measureName } from './measure-words.ts';
import type { PbRankingTable } from './pb-ranking-table.ts';
import { comparedDate, parseRankingPlace, questionOf, rankingHash, type RankingPlace } from './ranking-place.ts';
import '../common/pb-export-links.ts';
import './pb-measure-panel.ts';
import './pb-ranking-options.ts';
import './pb-ranking-table.ts';

const REFRESH_MS = 15_000;

/** A refusal in words: what was asked can be wrong, nothing was to be saved. */
const refusalText = (problem: ApiProblem): string =>
  problem.status === 400 || problem.status === 422
    ? msg('选项或日期不对，请改选', { id: 'boards.bad-options' })
    : problemText(problem);

/** Section 排行分析: units or projects ranked by any measure, on any date, beside any other. */
@customElement('pb-ranking')
export class PbRanking extends PbElement {
  @property() viewer: Role = 'auditor';
  /** What the address says after the section's name. */
  @property() place = '';

  @state() private measures: readonly Definition[] = [];
  @state() private ranking: Explored | null = null;
  @state() private problem: ApiProblem | null = null;
  /** The newest question; an answer to an older one is late and dropped. */
  private asked = '';

  @query('pb-ranking-table') private table!: PbRankingTable | null;

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 10px;
        height: 100%;
        padding: 12px 16px;
      }
      .definition {
        margin: -4px 0 0;
      }
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 16px;
        flex: 1;
        min-height: 0;
      }
      .columns.two {
        grid-template-columns: minmax(0, 1fr) 420px;
      }
      pb-measure-panel {
        min-height: 0;
      }
      .none {
        padding: 32px 16px;
        text-align: center;
      }
      @media (max-width: 1000px) {
        :host {
          height: auto;
          padding: 8px;
        }
        .columns.two {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  constructor() {
    super();
    poll(this, REFRESH_MS, () => this.follow());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.loadMeasures();
    if (this.hasUpdated) void this.follow();
  }

  protected override willUpdate(): void {
    const { why: _, ...question } = this.at;
    const asked = JSON.stringify(question);
    if (asked === this.asked) return;
    this.asked = asked;
    this.problem = null;
    void this.load();
  }

  protected override render() {
    const { at, ranking } = this;
    const measure = ranking?.measure;
    return html`
      <div class="bar">
        <h1>${measure ? measureName(measure) : msg('排行分析', { id: 'section.ranking' })}</h1>
        <span class="soft" role="status">${this.statusText()}</span>
        <span class="grow"></span>
        ${
          ranking
            ? html`<pb-export-links
                path="/api/exports/boards/explore"
                .what=${labelText(ranking.measure.label)}
                .query=${this.exportQuery(ranking)}
              ></pb-export-links>`
            : nothing
        }
      </div>
      ${
        measure && ranking
          ? html`
              <p class="definition">
                ${labelText(measure.formula)}
                <span class="soft small">${labelText(measure.basis)}</span>
              </p>
              <p class="definition soft small">
                ${basisText(ranking.basis)} ·
                ${msg('位次和增减按精确值计算，只在显示时四舍五入', { id: 'ranking.rounding' })}
              </p>
            `
          : nothing
      }
      <pb-ranking-options
        .place=${at}
        .measures=${this.measures}
        .asOf=${ranking?.asOf ?? ''}
        .against=${ranking ? comparedDate(at, ranking.asOf) : ''}
        .set=${(change: Partial<RankingPlace>) => this.go(change)}
      ></pb-ranking-options>
      ${at.known ? html`<div class="message warn" role="status">${pastText(at.known)}</div>` : nothing}
      ${this.problem ? html`<div class="message bad" role="alert">${refusalText(this.problem)}</div>` : nothing}
      ${ranking ? this.renderRanking(ranking) : nothing}
    `;
  }

  private get at(): RankingPlace {
    return parseRankingPlace(this.place);
  }

  private renderRanking(ranking: Explored) {
    const { at } = this;
    if (ranking.lines.length === 0)
      return html`<div class="panel none soft">${msg('截至这一天没有要列出的内容', { id: 'boards.empty' })}</div>`;
    const why = ranking.lines.find(({ id }) => id === at.why);
    return html`
      <div class="columns ${why ? 'two' : ''}">
        <pb-ranking-table
          .ranking=${ranking}
          .of=${at.of}
          .chosen=${at.why}
          .choose=${(id: string) => this.go({ why: id })}
        ></pb-ranking-table>
        ${
          why
            ? html`<pb-measure-panel
                .viewer=${this.viewer}
                .measure=${ranking.measure.id}
                .scope=${`${at.of === 'units' ? 'unit' : 'project'}:${why.id}`}
                .subject=${why.name}
                .shown=${why.value?.text ?? ''}
                .asOf=${ranking.asOf}
                .known=${at.known}
                .revision=${ranking.revision}
                @pb-close=${() => this.closeWhy(why.id)}
              ></pb-measure-panel>`
            : nothing
        }
      </div>
    `;
  }

  private statusText(): string {
    if (this.problem) return '';
    if (!this.ranking) return msg('正在读取…', { id: 'loading' });
    const { asOf, lines } = this.ranking;
    return `${cutOffText(asOf)} · ${countText(lines.length)}`;
  }

  private exportQuery({ asOf, against }: Explored): Readonly<Record<string, string>> {
    const { measure, of, group, known } = this.at;
    const query = { measure, of, group, asOf, against, known };
    return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
  }

  private go(change: Partial<RankingPlace>): void {
    location.hash = rankingHash({ ...this.at, ...change });
  }

  private closeWhy(id: string): void {
    this.go({ why: '' });
    this.table?.focusLine(id);
  }

  private async loadMeasures(): Promise<void> {
    try {
      this.measures = await listMeasures();
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  private async load(): Promise<void> {
    const { at, asked } = this;
    try {
      // The date to compare with follows from the cut-off, which the office's settings may say.
      const asOf = at.asOf || (at.against === '' ? (await explore(questionOf(at, ''))).asOf : '');
      const ranking = await explore(questionOf(at, comparedDate(at, asOf)));
      if (asked !== this.asked) return;
      this.ranking = ranking;
      this.problem = null;
    } catch (error) {
      if (asked !== this.asked) return;
      this.problem = asProblem(error);
      this.ranking = null;
    }
  }

  /** Reads the ranking again once the ledger has moved on; a past ledger stays as it is. */
  private async follow(): Promise<void> {
    if (this.at.known || !this.ranking) return;
    try {
      if ((await ledgerRevision()) !== this.ranking.revision) await this.load();
      else this.problem = null;
    } catch (error) {
      this.problem = asProblem(error);
    }
  }
}
