import { html, svg, unsafeCSS, type TemplateResult } from 'lit';
import type { MediaFile } from '../../core/slides/media.ts';
import type { HeldMedia } from './held-media.ts';
import styles from './picture.css?inline';

export const pictureStyles = unsafeCSS(styles);

/** A hill and the sun: what stands where a picture is to come. */
export const missingSign = (): TemplateResult => html`
  <div class="missing">
    <svg viewBox="0 0 48 36">
      ${svg`<path d="M1 1H47V35H1Z M1 29L14 15L24 26L32 18L47 31" fill="none" stroke="currentColor" stroke-width="2" />
      <circle cx="35" cy="10" r="4" fill="none" stroke="currentColor" stroke-width="2" />`}
    </svg>
  </div>
`;

/** A picture that fills its parent; a quiet sign while it is not here. Its parent gives it size and place. */
export function picture(media: HeldMedia, file: MediaFile, fit: 'contain' | 'cover', grey: boolean): TemplateResult {
  const url = media.urlOf(file);
  if (url === null) return missingSign();
  const spoilt = (event: Event): void => {
    if (event.target instanceof HTMLImageElement) media.spoilt(file, event.target.getAttribute('src') ?? '');
  };
  return html`<img class="${fit}${grey ? ' grey' : ''}" src=${url} alt="" decoding="async" @error=${spoilt} />`;
}
