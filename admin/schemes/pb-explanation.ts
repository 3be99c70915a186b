import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Role } from '../../core/register/role.ts';
import {
  explainScore,
  readRise,
  type ExplainedNode,
  type Explanation,
  type Rise,
  type SchemeRise,
} from '../api/scheme-reasons.ts';
import { Answer } from '../common/answer.ts';
import { grouped } from '../common/format.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { routeHash } from '../common/router.ts';
import { controls } from '../style/controls.ts';
import { itemDetails, pointsOf } from './explanation-node.ts';
import { explanationStyles } from './explanation-styles.ts';
import { schemeHash, type SchemePlace } from './scheme-place.ts';

/** Why a unit has its score, from the total down to the records, and what it would take to rise one place. */
@customElement('pb-explanation')
export class PbExplanation extends PbElement {
  @property() viewer: Role = 'auditor';
  @property({ attribute: false }) place!: SchemePlace;
  @property({ type: Number }) revision = 0;
  /** Hears which date the server took. */
  @property({ attribute: false }) read: (asOf: string) => void = () => undefined;

  private readonly answer = new Answer<Explanation>(this);
  private readonly rise = new Answer<SchemeRise>(this);

  static override styles = [controls, explanationStyles];

  protected override willUpdate(): void {
    const { place, revision } = this;
    if (revision === 0) return;
    const { scheme, unit, asOf, known } = place;
    const key = JSON.stringify([scheme, unit, asOf, known, revision]);
    this.answer.ask(key, async () => {
      const answer = await explainScore(scheme, unit, place);
      this.read(answer.asOf);
      return answer;
    });
    this.rise.ask(key, () => readRise(scheme, unit, place));
  }

  protected override render() {
    const { value, problem } = this.answer;
    if (problem) return html`<div class="message bad" role="alert">${problemText(problem)}</div>`;
    if (!value) return html`<p class="soft" role="status">${msg('正在读取…', { id: 'loading' })}</p>`;
    return html`
      <div class="tree">
        <p><a href=${schemeHash({ ...this.place, unit: '' })}>${msg('回到全部单位', { id: 'schemes.back' })}</a></p>
        ${this.renderTotal(value.name, value.tree)} ${this.renderParts(value.tree.children)}
      </div>
      ${this.renderRise()}
    `;
  }

  private renderTotal(name: string, tree: ExplainedNode) {
    return html`
      <div class="panel total">
        <h2>${name}</h2>
        <strong title=${tree.exact}>${tree.value}</strong>
        ${tree.detail ? html`<span>${labelText(tree.detail)}</span>` : nothing}
        <span class="calculation">${tree.calculation}</span>
      </div>
    `;
  }

  private renderParts(nodes: readonly ExplainedNode[]) {
    const rules = nodes.filter(({ kind }) => kind !== 'part');
    return html`
      ${nodes.filter(({ kind }) => kind === 'part').map((part) => this.renderPart(part))}
      ${
        rules.length > 0
          ? html`<section class="panel part">
              <h3>${msg('否决项与同分比较', { id: 'schemes.rules-applied' })}</h3>
              ${rules.map((rule) => itemDetails(rule, this.viewer))}
            </section>`
          : nothing
      }
    `;
  }

  private renderPart(part: ExplainedNode) {
    return html`
      <section class="panel part">
        <h3>
          <span>${labelText(part.label)}</span>${pointsOf(part)}
          <span class="calculation">${part.calculation}</span>
        </h3>
        ${part.children.map((item) => itemDetails(item, this.viewer))}
      </section>
    `;
  }

  private renderRise() {
    const { value, problem } = this.rise;
    if (problem || !value)
      return html`<aside class="panel" ?hidden=${!problem}>${problem ? problemText(problem) : nothing}</aside>`;
    return html`
      <aside class="panel" aria-labelledby="rise">
        <h2 id="rise">${msg('再升一位要多少', { id: 'schemes.rise' })}</h2>
        ${value.gap ? html`<p>${msg(str`距上一名 ${value.gap.text} 分`, { id: 'schemes.gap' })}</p>` : nothing}
        <p>${this.renderAmount(value.rise)}</p>
        <h3>${msg('投资完成率排名中再升一位', { id: 'schemes.rise-by-rate' })}</h3>
        <p>${this.renderAmount(value.byRate)}</p>
        ${
          value.open.length > 0
            ? html`
                <h3>${msg('各项还可得的分', { id: 'schemes.open' })}</h3>
                <table>
                  <tbody>
                    ${value.open.map(
                      ({ item, points }) =>
                        html`<tr>
                          <td>${this.itemName(item)}</td>
                          <td class="number">${points.text}</td>
                        </tr>`,
                    )}
                  </tbody>
                </table>
              `
            : nothing
        }
      </aside>
    `;
  }

  private renderAmount(rise: Rise) {
    if ('words' in rise) return labelText(rise.words);
    const { above, wan, project } = rise;
    return html`
      ${msg(str`其他都不变，再完成投资 ${grouped(String(wan))} 万元即超过${above.join('、')}`, { id: 'schemes.rise-by' })}
      <span class="soft small">
        （${msg('计在', { id: 'schemes.booked-on' })}
        <a href=${routeHash('registers', 'projects', project.id)}>${project.name}</a>）
      </span>
    `;
  }

  private itemName(id: string): string {
    const items = this.answer.value?.tree.children.flatMap(({ children }) => children) ?? [];
    const item = items.find(({ key }) => key === id);
    return item ? labelText(item.label) : id;
  }
}
