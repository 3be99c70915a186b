import { msg } from '@lit/localize';
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { currentLocale, useLocale } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';

/** The page `/`: where to go from here. */
@customElement('pb-home')
export class PbHome extends PbElement {
  static override styles = [
    controls,
    css`
      :host {
        min-height: 100vh;
        display: flex;
        flex-direction: column;
        align-items: center;
        padding: 12vh 20px 24px;
      }
      main {
        width: min(860px, 100%);
        text-align: center;
      }
      li {
        text-align: left;
      }
      h1 {
        font-size: 34px;
        letter-spacing: 0.14em;
        color: var(--brand);
      }
      p {
        margin: 6px 0 32px;
        color: var(--ink-soft);
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
        gap: 16px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      a {
        display: block;
        height: 100%;
        padding: 20px;
        border: 1px solid var(--line);
        border-top: 3px solid var(--brand);
        border-radius: 6px;
        background: var(--surface);
        color: var(--ink);
        text-decoration: none;
      }
      a:hover {
        border-color: var(--brand);
      }
      strong {
        display: block;
        margin-bottom: 6px;
        font-size: 17px;
      }
      button {
        margin-top: 32px;
      }
    `,
  ];

  protected override render() {
    const other = currentLocale() === 'en' ? 'zh-CN' : 'en';
    return html`
      <main>
        <h1>${msg('进度榜', { id: 'brand' })}</h1>
        <p>${msg('重点项目进度，实时上屏', { id: 'home.motto' })}</p>
        <ul>
          <li>
            <a href="/admin/"
              ><strong>${msg('管理', { id: 'home.admin' })}</strong
              >${msg('填报数据、编排节目、管理屏幕', { id: 'home.admin-explain' })}</a
            >
          </li>
          <li>
            <a href="/display/">
              <strong>${msg('作为屏幕', { id: 'home.display' })}</strong
              >${msg('这台设备接着大屏：显示配对码，配对后播放', { id: 'home.display-explain' })}
            </a>
          </li>
          <li>
            <a href="/board/"
              ><strong>${msg('公开页', { id: 'home.board' })}</strong
              >${msg('在手机上看总体进展和单位排行', { id: 'home.board-explain' })}</a
            >
          </li>
        </ul>
      </main>
      <button class="quiet" type="button" lang=${other} @click=${() => void useLocale(other)}>
        ${other === 'en' ? 'English' : '中文'}
      </button>
    `;
  }
}
