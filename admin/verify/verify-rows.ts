/** The rows of the tables of the section 核实. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Photo } from '../../core/registers/index.ts';
import { PHOTO_STATES } from '../../core/registers/photos.ts';
import { thumbnailAddress } from '../api/photos.ts';
import { labelText } from '../common/locale.ts';
import { rowAction } from '../common/row-action.ts';
import type { ProjectPeriod } from '../report/reporting-data.ts';
import {
  differenceWords,
  rateText,
  reportedWords,
  standingText,
  standingTone,
  wanWords,
} from '../report/report-words.ts';
import type { Waiting } from './verify-model.ts';

type OnPhoto = (photo: Photo, name: string) => void;

const thumbs = (photos: readonly Photo[], name: string, onPhoto: OnPhoto) =>
  photos.length === 0
    ? nothing
    : html`
        <div class="thumbs">
          ${photos.map(
            (photo) => html`
              <button
                class="thumb ${photo.state}"
                type="button"
                aria-label=${`${name} ${photo.caption ?? photo.month} ${labelText(PHOTO_STATES[photo.state])}`}
                @click=${() => onPhoto(photo, name)}
              >
                <img src=${thumbnailAddress(photo)} alt="" loading="lazy" />
              </button>
            `,
          )}
        </div>
      `;

export interface WaitingActions {
  readonly chosen: boolean;
  readonly late: boolean;
  readonly onChoose: () => void;
  readonly onVerify: () => void;
  readonly onFound: () => void;
  readonly onReturn: () => void;
  readonly onPhoto: OnPhoto;
}

const said = ({ physicalProgress, difficulties, correctionReason }: Waiting['report']) => html`
  ${physicalProgress}
  ${difficulties ? html`<div class="small">${msg(str`问题：${difficulties}`, { id: 'verify.difficulties' })}</div>` : nothing}
  ${correctionReason ? html`<div class="small">${msg(str`冲减：${correctionReason}`, { id: 'verify.correction' })}</div>` : nothing}
`;

/** A report that waits: its figure beside the last one, what the unit says, and what can be done. */
export function waitingRow(
  { row, report, reportedYuan, differenceYuan }: Waiting,
  actions: WaitingActions,
): TemplateResult {
  const { project, unit, planYuan, last, photos } = row;
  const { name } = project;
  return html`
    <tr>
      <td class="check">
        <input
          type="checkbox"
          aria-label=${msg(str`选择 ${name}`, { id: 'verify.choose' })}
          .checked=${live(actions.chosen)}
          @change=${actions.onChoose}
        />
      </td>
      <td>
        <div class="project">${name}</div>
        <span class="soft small">${unit?.name}${report.submittedOn ? ` · ${report.submittedOn}` : ''}</span>
        ${actions.late ? html`<span class="badge warn">${msg('迟报', { id: 'verify.late' })}</span>` : nothing}
      </td>
      <td class="number" data-label=${msg('填报数', { id: 'verify.reported' })}>${wanWords(reportedYuan)}</td>
      <td class="number" data-label=${msg('上次核实', { id: 'report.last' })}>${wanWords(last?.yuan)}</td>
      <td class="number" data-label=${msg('增加', { id: 'verify.difference' })}>
        ${differenceYuan === null ? '—' : differenceWords(differenceYuan)}
      </td>
      <td class="number" data-label=${msg('完成率', { id: 'verify.rate' })}>
        ${rateText(reportedYuan, planYuan) || '—'}
      </td>
      <td class="text">${said(report)}</td>
      <td>${thumbs(photos, name, actions.onPhoto)}</td>
      <td class="actions">
        ${rowAction(msg('核实', { id: 'verify.verify' }), name, actions.onVerify)}
        ${rowAction(msg('改数核实', { id: 'verify.verify-found' }), name, actions.onFound)}
        ${rowAction(msg('退回', { id: 'verify.return' }), name, actions.onReturn, { danger: true })}
      </td>
    </tr>
  `;
}

interface SettledActions {
  readonly onReturn: (of: Pick<Waiting, 'report' | 'row'>) => void;
  readonly onPhoto: OnPhoto;
}

/** A report that needs nothing now: verified, with what was reported where it differs, or sent back. */
export function settledRow(row: ProjectPeriod, { onReturn, onPhoto }: SettledActions): TemplateResult {
  const { project, unit, report, standing, photos } = row;
  const reported = report?.reportedYtdYuan;
  const differs =
    reported !== undefined && report?.completedYtdYuan !== undefined && reported !== report.completedYtdYuan;
  return html`
    <tr>
      <td>
        <div class="project">${project.name}</div>
        <span class="soft small">${unit?.name}</span>
      </td>
      <td>
        <span class="badge ${standingTone(standing)}">${standingText(standing)}</span>
        ${standing === 'returned' ? html`<div class="small">${report?.returnReason}</div>` : nothing}
      </td>
      <td class="number">
        ${wanWords(report?.completedYtdYuan)}
        ${differs ? html`<div class="soft small">${reportedWords(reported)}</div>` : nothing}
      </td>
      <td>${thumbs(photos, project.name, onPhoto)}</td>
      <td class="actions">
        ${report && standing === 'verified' ? rowAction(msg('退回', { id: 'verify.return' }), project.name, () => onReturn({ report, row }), { danger: true }) : nothing}
      </td>
    </tr>
  `;
}
