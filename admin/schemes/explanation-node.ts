/** The lines of an explanation, from a part of the score down to the records. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Role } from '../../core/register/role.ts';
import type { NamedSource } from '../api/measures.ts';
import type { ExplainedNode } from '../api/scheme-reasons.ts';
import { labelText } from '../common/locale.ts';
import { routeHash } from '../common/router.ts';
import { isMeasureUnit, sideText, unitText } from '../ranking/measure-words.ts';
import { gateStateText, itemStateText } from './scheme-words.ts';
import '../ranking/pb-sources.ts';

/** The sources among what a line rests on. */
const sourcesOf = ({ children }: ExplainedNode): readonly NamedSource[] =>
  children.flatMap(({ kind, register, record, label, field, side, value, entered, verified }) =>
    kind === 'source' && register && side
      ? [{ register, record, title: labelText(label), field, side, value: Number(value), entered, verified }]
      : [],
  );

const calculation = (text: string) => (text ? html`<span class="calculation">${text}</span>` : nothing);

export const pointsOf = ({ value, max }: ExplainedNode) =>
  html`<span class="points">${value}${max ? html`<small> / ${max}</small>` : nothing}</span>`;

const stateBadge = (words: string) => (words ? html`<span class="badge">${words}</span>` : nothing);

const titleOf = ({ label, register, record }: ExplainedNode) =>
  register && record
    ? html`<a href=${routeHash('registers', register, record)}>${labelText(label)}</a>`
    : labelText(label);

/** What stands above and below a rate's line. */
function linesText(node: ExplainedNode, sources: readonly NamedSource[]): string {
  const { above, below } = node;
  if (above === null || below === null) return '';
  return `${sideText(above, 'numerator', sources)} ÷ ${sideText(below, 'denominator', sources)}`;
}

/** A measure: its number, what was divided by what, its definition, the records under it. */
function measureStep(node: ExplainedNode, viewer: Role): TemplateResult {
  const sources = sourcesOf(node);
  const lines = linesText(node, sources);
  return html`
    <div class="step">
      <div class="head">
        <span>${labelText(node.label)}</span>
        <span class="points"
          >${node.value || '—'}${node.value && isMeasureUnit(node.unit) ? html`<small> ${unitText(node.unit)}</small>` : nothing}</span
        >
        ${lines ? html`<span class="calculation">${lines}</span>` : nothing}
        <span class="soft small">${node.asOf}</span>
      </div>
      ${node.detail ? html`<p class="soft small">${labelText(node.detail)}</p>` : nothing}
      ${
        sources.length > 0
          ? html`<details>
              <summary>${msg(str`台账记录 ${sources.length + node.more} 条`, { id: 'schemes.records' })}</summary>
              <pb-sources .viewer=${viewer} .sources=${sources} .more=${node.more}></pb-sources>
            </details>`
          : nothing
      }
    </div>
  `;
}

/** A project, an entry, a month or anything else that puts points into an item. */
function plainStep(node: ExplainedNode, viewer: Role): TemplateResult {
  const { value, detail, children, entered, verified } = node;
  const people = [entered, verified].flatMap((writer) => (writer ? [writer.name] : []));
  return html`
    <div class="step">
      <div class="head">
        <span>${titleOf(node)}</span>
        ${value ? pointsOf(node) : nothing} ${calculation(node.calculation)}
        ${detail ? html`<span class="soft small">${labelText(detail)}</span>` : nothing}
        ${people.length > 0 ? html`<span class="soft small">${[...new Set(people)].join('、')}</span>` : nothing}
      </div>
      ${children.length > 0 ? html`<div class="nested">${children.map((child) => stepOf(child, viewer))}</div>` : nothing}
    </div>
  `;
}

const stepOf = (node: ExplainedNode, viewer: Role): TemplateResult =>
  node.kind === 'measure' ? measureStep(node, viewer) : plainStep(node, viewer);

const stateOf = ({ kind, state }: ExplainedNode): string =>
  kind === 'gate' ? gateStateText(state) : itemStateText(state);

/** An item, a veto or the tie-break: one line that opens. */
export const itemDetails = (node: ExplainedNode, viewer: Role): TemplateResult => html`
  <details class="item" data-key=${node.key}>
    <summary>
      <span>${labelText(node.label)}</span>
      <span class="how">${calculation(node.calculation)} ${stateBadge(stateOf(node))}</span>
      ${node.value ? pointsOf(node) : html`<span></span>`}
    </summary>
    <div class="under">
      ${node.detail ? html`<p>${labelText(node.detail)}</p>` : nothing}
      ${node.children.map((child) => stepOf(child, viewer))}
      ${
        node.children.length === 0
          ? html`<p class="soft">${msg('没有用到台账记录', { id: 'ranking.no-sources' })}</p>`
          : nothing
      }
    </div>
  </details>
`;
