import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { proposeHonours } from '../../core/actions/propose-honours.ts';
import type { Role } from '../../core/register/role.ts';
import type { BoardSignoff } from '../../core/registers/index.ts';
import { HONOUR_BOARDS, SIGNOFF_STATES } from '../../core/registers/board-signoffs.ts';
import { listRecords } from '../api/records.ts';
import { readHonours, type HonourGroup, type Honours, type ProposedUnit } from '../api/scheme-reasons.ts';
import type { Dated } from '../api/schemes.ts';
import { Answer } from '../common/answer.ts';
import { today } from '../common/format.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { loadTitles, titlesIn, type References } from '../common/references.ts';
import { routeHash } from '../common/router.ts';
import { controls } from '../style/controls.ts';
import type { SchemePlace } from './scheme-place.ts';
import { groupName } from './scheme-words.ts';
import '../actions/pb-action-dialog.ts';

interface Signed {
  readonly signoffs: readonly BoardSignoff[];
  readonly titles: References;
}

const TONES = { proposed: 'warn', signed: 'good', withdrawn: '' } as const;

/** What the rules propose for the red and the black board, the step to a sign-off, and the sign-offs on record. */
@customElement('pb-honours')
export class PbHonours extends PbElement {
  @property() viewer: Role = 'auditor';
  @property({ attribute: false }) place!: SchemePlace;
  @property({ type: Number }) revision = 0;
  /** Hears which date the server took. */
  @property({ attribute: false }) read: (asOf: string) => void = () => undefined;

  /** The group for which sign-offs are being proposed. */
  @state() private proposing = '';

  private readonly answer = new Answer<Honours & Dated>(this);
  private readonly signed = new Answer<Signed>(this);

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 12px;
      }
      .rows {
        max-width: 900px;
        overflow: auto;
      }
      table.list td.number:first-child {
        width: 4em;
      }
      .bar {
        margin-bottom: 6px;
      }
      a {
        color: var(--accent);
      }
      p {
        margin: 0;
      }
    `,
  ];

  protected override willUpdate(): void {
    const { place, revision } = this;
    if (revision === 0) return;
    this.answer.ask(JSON.stringify([place.scheme, place.asOf, place.known, revision]), async () => {
      const honours = await readHonours(place.scheme, place);
      this.read(honours.asOf);
      return honours;
    });
    this.signed.ask(JSON.stringify([place.scheme, revision]), () => this.loadSigned(place.scheme));
  }

  protected override render() {
    const { value, problem } = this.answer;
    if (problem) return html`<div class="message bad" role="alert">${problemText(problem)}</div>`;
    if (!value) return html`<p class="soft" role="status">${msg('正在读取…', { id: 'loading' })}</p>`;
    return html`
      ${
        value.ruled
          ? html`<p class="soft">
              ${msg('这里是按规则拟出的名单；每个榜单分别签批后才公开。', { id: 'schemes.honours-explain' })}
            </p>`
          : html`<p>${msg('这个方案没有红黑榜规则。', { id: 'schemes.no-honours' })}</p>`
      }
      ${value.groups.map((group) => this.renderGroup(group))} ${this.renderSignoffs()}
      ${
        this.proposing
          ? html`<pb-action-dialog
              .action=${proposeHonours}
              .initial=${{ scheme: this.place.scheme, asOf: value.asOf, group: this.proposing, from: today() }}
              @pb-close=${this.close}
              @pb-written=${this.onWritten}
            ></pb-action-dialog>`
          : nothing
      }
    `;
  }

  private renderGroup({ group, units }: HonourGroup) {
    const name = groupName(group);
    return html`
      <section>
        <div class="bar">
          <h2>${name}</h2>
          ${
            proposeHonours.roles.includes(this.viewer) && this.place.known === ''
              ? html`<button
                  type="button"
                  aria-label=${`${labelText(proposeHonours.label)} ${name}`}
                  @click=${() => (this.proposing = group)}
                >
                  ${labelText(proposeHonours.label)}
                </button>`
              : nothing
          }
        </div>
        <div class="rows panel" tabindex="0" role="region" aria-label=${name}>
          <table class="list">
            <thead>
              <tr>
                <th scope="col" class="number">${msg('位次', { id: 'ranking.rank' })}</th>
                <th scope="col">${msg('单位', { id: 'ranking.unit' })}</th>
                <th scope="col" class="number">${msg('目标指标', { id: 'schemes.target' })}</th>
                <th scope="col">${msg('是否达标', { id: 'schemes.met' })}</th>
                <th scope="col">${msg('拟上榜', { id: 'schemes.proposed' })}</th>
                <th scope="col">${msg('说明', { id: 'schemes.remark' })}</th>
              </tr>
            </thead>
            <tbody>
              ${units.map((unit) => this.renderUnit(unit))}
            </tbody>
          </table>
        </div>
      </section>
    `;
  }

  private renderUnit({ name, rank, value, met, exempt, noRed, distinction }: ProposedUnit) {
    const remarks = [
      exempt ? msg('已批准免于黑榜', { id: 'schemes.exempt' }) : '',
      noRed ? msg('有否决项，不得上红榜', { id: 'schemes.no-red' }) : '',
    ].filter(Boolean);
    return html`
      <tr>
        <td class="number">${rank ?? '—'}</td>
        <td>${name}</td>
        <td class="number">${value?.text ?? '—'}</td>
        <td>
          ${met === null ? '—' : met ? msg('达标', { id: 'schemes.reached' }) : msg('未达标', { id: 'schemes.missed' })}
        </td>
        <td>
          ${distinction === 'honour' ? html`<span class="badge good">${labelText(HONOUR_BOARDS.red)}</span>` : nothing}
          ${distinction === 'warning' ? html`<span class="badge bad">${labelText(HONOUR_BOARDS.black)}</span>` : nothing}
        </td>
        <td class="soft">${remarks.join('；')}</td>
      </tr>
    `;
  }

  private renderSignoffs() {
    const { value, problem } = this.signed;
    if (problem) return html`<div class="message bad" role="alert">${problemText(problem)}</div>`;
    if (!value) return nothing;
    const heading = msg('签批记录', { id: 'schemes.signoffs' });
    return html`
      <section>
        <h2>${heading}</h2>
        ${
          value.signoffs.length === 0
            ? html`<p class="soft">${msg('还没有签批记录', { id: 'schemes.no-signoffs' })}</p>`
            : html`
                <div class="rows panel" tabindex="0" role="region" aria-label=${heading}>
                  <table class="list">
                    <tbody>
                      ${value.signoffs.map((signoff) => this.renderSignoff(signoff, value.titles))}
                    </tbody>
                  </table>
                </div>
              `
        }
      </section>
    `;
  }

  private renderSignoff(signoff: BoardSignoff, titles: References) {
    const titleOf = titlesIn(titles);
    return html`
      <tr>
        <td>
          <a href=${routeHash('registers', 'boardSignoffs', signoff.id)}>${labelText(HONOUR_BOARDS[signoff.board])}</a>
        </td>
        <td>${groupName(signoff.group)}</td>
        <td>${signoff.asOf}</td>
        <td>${signoff.units.map((unit) => titleOf('units', unit)).join('、')}</td>
        <td>${[signoff.from, signoff.until].filter(Boolean).join(' – ')}</td>
        <td><span class="badge ${TONES[signoff.state]}">${labelText(SIGNOFF_STATES[signoff.state])}</span></td>
      </tr>
    `;
  }

  private async loadSigned(scheme: string): Promise<Signed> {
    const [{ records }, titles] = await Promise.all([listRecords('boardSignoffs'), loadTitles(['units'])]);
    const own = records.filter((each) => each.scheme === scheme);
    return { signoffs: [...own].sort((a, b) => (a.asOf < b.asOf ? 1 : -1)), titles };
  }

  private readonly close = (event: Event): void => {
    event.stopPropagation();
    this.proposing = '';
  };

  private readonly onWritten = (event: Event): void => {
    this.close(event);
    void this.signed.again();
  };
}
