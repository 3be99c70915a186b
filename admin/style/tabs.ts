import { css } from 'lit';

/** A section's records as tabs above the one that is open. */
export const tabs = css`
  .tabs a {
    padding: 4px 12px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--surface);
    color: var(--ink);
    text-decoration: none;
  }
  .tabs a[aria-current] {
    background: var(--accent);
    border-color: var(--accent);
    color: #fff;
  }
`;
