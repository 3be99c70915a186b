import { msg } from '@lit/localize';
import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { inOrder } from '../../core/keyed-rows.ts';
import type { ProjectRow, ProjectRows } from '../../core/boards/project-ranking.ts';
import { foldedText } from '../../core/folded-text.ts';
import type { Label } from '../../core/register/label.ts';
import { KEY_LEVELS, SECTORS } from '../../core/registers/project-choices.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { routeHash } from '../common/router.ts';
import { controls } from '../style/controls.ts';
import { figureStyles } from './figure-styles.ts';
import { amounts, bar, light, projectsOf, rateText, unverifiedMark } from './figures.ts';

type Choices = Readonly<Record<string, Label>>;

/** Every published project, to be searched and narrowed. */
@customElement('pb-board-projects')
export class PbBoardProjects extends PbElement {
  @property({ attribute: false }) rows: ProjectRows = {};
  @state() private search = '';
  @state() private unit = '';
  @state() private sector = '';
  @state() private level = '';

  static override styles = [controls, figureStyles];

  protected override render() {
    const all = inOrder(this.rows);
    const shown = all.filter((row) => this.fits(row));
    const units: Choices = Object.fromEntries(all.map(({ unit }) => [unit, { zh: unit, en: unit }]));
    return html`
      <form class="filters" role="search" @submit=${(event: Event) => event.preventDefault()}>
        <input
          type="search"
          aria-label=${msg('查找项目', { id: 'board.search' })}
          placeholder=${msg('查找项目', { id: 'board.search' })}
          .value=${this.search}
          @input=${(event: InputEvent) => {
            this.search = event.target instanceof HTMLInputElement ? event.target.value : '';
          }}
        />
        ${this.choice(msg('责任单位', { id: 'board.unit' }), units, this.unit, (value) => (this.unit = value))}
        ${this.choice(msg('类别', { id: 'board.category' }), SECTORS, this.sector, (value) => (this.sector = value))}
        ${this.choice(msg('级别', { id: 'board.level' }), KEY_LEVELS, this.level, (value) => (this.level = value))}
      </form>
      <p class="soft small" role="status">${projectsOf(shown.length, all.length)}</p>
      <ul>
        ${shown.map((row) => this.line(row))}
      </ul>
    `;
  }

  private choice(label: string, choices: Choices, value: string, choose: (value: string) => void) {
    return html`<select
      aria-label=${label}
      @change=${(event: Event) => {
        if (event.target instanceof HTMLSelectElement) choose(event.target.value);
      }}
    >
      <option value="" ?selected=${value === ''}>${label}</option>
      ${Object.entries(choices).map(
        ([id, each]) => html`<option value=${id} ?selected=${value === id}>${labelText(each)}</option>`,
      )}
    </select>`;
  }

  private line(row: ProjectRow & { readonly id: string }) {
    return html`
      <li>
        <div class="grow">
          <div class="split"><a href=${routeHash('project', row.id)}>${row.name}</a><b>${rateText(row.rate)}</b></div>
          ${bar(row.rate, row.pace)}
          <div class="split soft small">
            <span>${row.unitShortName} · ${amounts(row)} ${unverifiedMark(row)}</span>${light(row.pace)}
          </div>
        </div>
      </li>
    `;
  }

  private fits({ name, shortName = '', unit, sector, level }: ProjectRow): boolean {
    const wanted = foldedText(this.search.trim());
    return (
      (wanted === '' || foldedText(`${name} ${shortName} ${unit}`).includes(wanted)) &&
      (this.unit === '' || this.unit === unit) &&
      (this.sector === '' || this.sector === sector) &&
      (this.level === '' || this.level === level)
    );
  }
}
