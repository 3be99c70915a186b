/** How a screen is, for its row in the list and for the row below it. */
import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { ScreenFault } from '../../core/protocol/health.ts';
import type { Screen } from '../../core/registers/index.ts';
import { verdictOn, type ScreenState } from '../../core/protocol/verdict.ts';
import { instant } from '../../core/time.ts';
import type { ScreenStatus } from '../api/screens.ts';
import { minuteText } from '../common/format.ts';
import { concernText, measuresOf, stateText } from './health-words.ts';

const COLOURS: Readonly<Record<ScreenState, string>> = { good: 'good', watch: 'warn', fault: 'bad', unknown: '' };

export const healthStyles = css`
  .reasons {
    margin: 2px 0 0;
    padding: 0;
    list-style: none;
    white-space: normal;
    min-width: 210px;
    max-width: 280px;
    font-size: 13px;
  }
  tr.health td {
    white-space: normal;
    background: var(--surface-soft);
  }
  .measures {
    position: sticky;
    left: 10px;
    max-width: min(1200px, calc(100vw - 76px));
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(250px, 1fr));
    gap: 8px 24px;
    margin: 4px 0;
  }
  .measures dt {
    font-size: 13px;
    color: var(--ink-soft);
  }
  .measures dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  .measures .wide {
    grid-column: 1 / -1;
  }
  .measures .wide dd {
    overflow-wrap: anywhere;
  }
`;

/** The verdict as a badge, the button beside it, and its reasons below. */
export function healthBadge(
  { stage }: Screen,
  status: ScreenStatus,
  titleOf: (slide: string) => string,
  button: TemplateResult,
): TemplateResult {
  const now = Date.now();
  const { state, concerns } = verdictOn(status, instant(now), stage);
  return html`
    <span class="badge ${COLOURS[state]}">${stateText(state)}</span> ${button}
    ${
      concerns.length > 0
        ? html`<ul class="reasons">
            ${concerns.map((concern) => html`<li>${concernText(concern, titleOf, now)}</li>`)}
          </ul>`
        : nothing
    }
  `;
}

const faultLine = ({ slide, text, count }: ScreenFault, titleOf: (slide: string) => string): TemplateResult => html`
  <dd>${slide === '' ? nothing : html`<b>${titleOf(slide)}</b> `}${text}${count > 1 ? ` ×${count}` : nothing}</dd>
`;

/** All that a screen last said of itself. */
export function healthDetails({ health, healthAt }: ScreenStatus, titleOf: (slide: string) => string): TemplateResult {
  if (!health || healthAt === null)
    return html`<div class="measures soft">
      ${msg('还没有健康报告；屏幕在线时每分钟报告一次。', { id: 'health.none' })}
    </div>`;
  return html`
    <dl class="measures">
      ${measuresOf(health).map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
      <div>
        <dt>${msg('报告时间', { id: 'health.at' })}</dt>
        <dd>${minuteText(healthAt)}</dd>
      </div>
      ${
        health.faults.length > 0
          ? html`<div class="wide">
              <dt>${msg('出错记录', { id: 'health.faults' })}</dt>
              ${health.faults.map((fault) => faultLine(fault, titleOf))}
            </div>`
          : nothing
      }
    </dl>
  `;
}
