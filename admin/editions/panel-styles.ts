import { css } from 'lit';

/** What the panels of the desk have in common. */
export const panelStyles = css`
  section {
    padding: 12px 16px;
  }
  section > h2:first-child {
    margin-bottom: 6px;
  }
  h3 {
    margin: 12px 0 4px;
  }
  p {
    margin: 0 0 6px;
  }
  a {
    color: var(--accent);
  }
  ul.lines {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ul.lines > li {
    padding: 6px 0;
    border-bottom: 1px solid var(--line);
  }
  ul.lines > li:last-child {
    border-bottom: 0;
  }
  summary {
    min-height: 32px;
    padding: 5px 0;
    color: var(--accent);
    cursor: pointer;
  }
  .up {
    color: var(--good);
  }
  .down {
    color: var(--bad);
  }
  .figure {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  @media (max-width: 900px) {
    section {
      padding: 12px;
    }
    summary,
    ul.lines > li > a {
      min-height: 44px;
      padding-block: 10px;
    }
  }
`;
