import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Role } from '../../core/register/role.ts';
import type { ListedScheme } from '../api/schemes.ts';
import { countText } from '../common/format.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import { schemeHash, type View } from './scheme-place.ts';
import { mayEdit } from './scheme-rights.ts';
import { stateName, stateTone, versionText } from './scheme-words.ts';

const linkTo = (scheme: string, view: View): string => schemeHash({ scheme, view, unit: '', asOf: '', known: '' });

/** Every scheme in its versions. */
@customElement('pb-scheme-list')
export class PbSchemeList extends PbElement {
  @property() viewer: Role = 'auditor';
  @property({ attribute: false }) schemes: readonly ListedScheme[] | null = null;

  static override styles = [
    controls,
    css`
      .rows {
        overflow: auto;
      }
      .bar {
        margin-bottom: 10px;
      }
      a {
        color: var(--accent);
      }
      td .steps {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 14px;
      }
      @media (max-width: 700px) {
        .dates {
          display: none;
        }
      }
    `,
  ];

  protected override render() {
    const heading = msg('考核方案', { id: 'schemes.heading' });
    return html`
      <div class="bar">
        <h1>${heading}</h1>
        <span class="soft" role="status">
          ${this.schemes ? countText(this.schemes.length) : msg('正在读取…', { id: 'loading' })}
        </span>
      </div>
      <div class="rows panel" tabindex="0" role="region" aria-label=${heading}>
        <table class="list">
          <thead>
            <tr>
              <th scope="col">${msg('方案名称', { id: 'schemes.name' })}</th>
              <th scope="col">${msg('版本', { id: 'schemes.version-heading' })}</th>
              <th scope="col">${msg('状态', { id: 'schemes.state' })}</th>
              <th scope="col" class="dates">${msg('施行日期', { id: 'schemes.from' })}</th>
              <th scope="col" class="dates">${msg('批准文号', { id: 'schemes.document' })}</th>
              <th scope="col">${msg('操作', { id: 'actions' })}</th>
            </tr>
          </thead>
          <tbody>
            ${this.schemes?.map((scheme) => this.renderScheme(scheme))}
          </tbody>
        </table>
      </div>
    `;
  }

  private renderScheme(scheme: ListedScheme) {
    const { id, name, version, state, effectiveFrom, effectiveTo, approvalDocument, inForce } = scheme;
    return html`
      <tr>
        <td><a href=${linkTo(id, 'scores')}>${name}</a></td>
        <td>${versionText(version)}</td>
        <td>
          <span class="badge ${stateTone(state)}">${stateName(state)}</span>
          ${inForce ? html`<span class="badge good">${msg('现行', { id: 'schemes.in-force' })}</span>` : nothing}
        </td>
        <td class="dates">${[effectiveFrom, effectiveTo].filter(Boolean).join(' – ')}</td>
        <td class="dates">${approvalDocument || '—'}</td>
        <td><span class="steps">${this.renderSteps(scheme)}</span></td>
      </tr>
    `;
  }

  private renderSteps({ id, name, version, state }: ListedScheme) {
    const link = (view: View, words: string) =>
      html`<a href=${linkTo(id, view)} aria-label=${`${words} ${name} ${versionText(version)}`}>${words}</a>`;
    if (!mayEdit(this.viewer)) return link('edit', msg('查看内容', { id: 'schemes.content' }));
    return [
      state === 'draft'
        ? link('edit', msg('修改方案', { id: 'schemes.edit' }))
        : link('edit', msg('查看内容', { id: 'schemes.content' })),
      link('version', msg('新版本', { id: 'schemes.new-version' })),
      link('copy', msg('复制', { id: 'schemes.copy' })),
    ];
  }
}
