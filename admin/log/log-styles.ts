import { css } from 'lit';

export const logStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 10px;
    height: 100%;
    padding: 12px 16px;
  }
  table.list {
    min-width: 720px;
  }
  .rows {
    flex: 1;
    overflow: auto;
    min-height: 200px;
  }
  .none {
    padding: 0 12px;
  }
  .message a {
    color: var(--accent);
  }
  input.person {
    width: 120px;
  }
  table.list td {
    vertical-align: top;
  }
  .said {
    max-width: 860px;
  }
  td.when,
  td.who {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
`;
