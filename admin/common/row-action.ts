import { html, type TemplateResult } from 'lit';

/** A small button at the end of a table's row; its full name, for those who do not see the row, tells of what. */
export const rowAction = (
  word: string,
  of: string,
  act: () => void,
  { danger = false }: { readonly danger?: boolean } = {},
): TemplateResult => html`
  <button
    class=${danger ? 'quiet small danger' : 'quiet small'}
    type="button"
    aria-label=${`${word} ${of}`}
    @click=${act}
  >
    ${word}
  </button>
`;
