/** What a picture of an import looks like on its card, and what became of it. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { photoProblemText } from '../report/photo-words.ts';
import type { PictureFate } from './picture-intake.ts';

/**
 * Whether the answer stands: the library has the picture, or will not have it as it is. What failed on the way may be
 * tried once more.
 */
export const isSettled = (fate: PictureFate | undefined): boolean => {
  if (!fate || fate.kind === 'working') return false;
  return fate.kind !== 'refused' || fate.problem.status === 413 || fate.problem.status === 422;
};

export const sketch = (address: string, words: string, onError: () => void): TemplateResult => html`
  <span class="picture"><img loading="lazy" src=${address} alt=${words} @error=${onError} /></span>
`;

/** Stands for a picture that cannot be shown: of another format, or damaged. */
export const unseenPicture = (): TemplateResult =>
  html`<span class="picture soft small">${msg('无法显示', { id: 'import.picture-unseen' })}</span>`;

/** @param onAgain takes the picture although the library has one like it. */
export function fateLine(
  fate: PictureFate,
  { busy, onAgain }: { readonly busy: boolean; readonly onAgain: () => void },
): TemplateResult {
  switch (fate.kind) {
    case 'working':
      return html`<span class="soft small">${msg('正在处理…', { id: 'photo.processing' })}</span>`;
    case 'taken':
      return html`<span class="badge good">✓ ${msg('已收入，待审', { id: 'import.picture-taken' })}</span> ${
          fate.otherMonth
            ? html`<span class="small">${msg('拍摄日期不在这个月', { id: 'import.picture-other-month' })}</span>`
            : nothing
        }`;
    case 'there':
      return html`<span class="badge">${msg('图片库已有', { id: 'import.picture-there' })}</span>`;
    case 'alike':
      return html`
        <span class="wrong small">${msg('图片库里已有这张或很像的一张', { id: 'import.picture-alike' })}</span>
        <button class="small" type="button" ?disabled=${busy} @click=${onAgain}>
          ${msg('仍要收入', { id: 'import.picture-again' })}
        </button>
      `;
    case 'refused':
      return html`<span class="wrong small">${photoProblemText(fate.problem)}</span>`;
  }
}
