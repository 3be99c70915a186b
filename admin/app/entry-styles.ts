import { css } from 'lit';

/** The small form before the page: sign-in and set-up. */
export const entryStyles = css`
  :host {
    display: grid;
    place-items: center;
    padding: 8vh 16px 32px;
  }
  form {
    display: flex;
    flex-direction: column;
    gap: 14px;
    width: min(360px, 100%);
    padding: 28px;
    border: 1px solid var(--line);
    border-top: 3px solid var(--brand);
    border-radius: 6px;
    background: var(--surface);
  }
  label {
    display: flex;
    flex-direction: column;
    gap: 4px;
  }
  form button {
    min-height: 38px;
  }
`;
