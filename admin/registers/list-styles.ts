import { css } from 'lit';

export const listStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 10px;
    min-width: 0;
    min-height: 0;
  }
  pb-list-tools {
    flex: none;
  }
  pb-register-table {
    flex: 1;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  .filters select {
    max-width: 170px;
  }
  .filters select.set {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  input[type='search'] {
    width: 200px;
  }
  .rows {
    flex: 1;
    overflow: auto;
    min-height: 200px;
  }
  th button {
    min-height: 24px;
    padding: 0;
    border: 0;
    background: none;
    font-weight: 600;
    font-size: 13px;
    color: inherit;
  }
  th.number button {
    width: 100%;
    justify-content: flex-end;
  }
  td {
    max-width: 280px;
  }
  td:first-child {
    min-width: 150px;
  }
  td.short {
    white-space: nowrap;
  }
  td .cut {
    display: -webkit-box;
    -webkit-line-clamp: 2;
    -webkit-box-orient: vertical;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  td:not(:first-child) .cut {
    min-width: 9em;
  }
  button.open {
    display: inline-block;
    vertical-align: middle;
    min-height: 0;
    padding: 0;
    border: 0;
    background: none;
    text-align: left;
    white-space: normal;
    color: var(--accent-deep);
  }
  button.open:hover {
    text-decoration: underline;
  }
  /* Where columns do not fit, the name that opens the record stays in sight, and not all that can be done with it. */
  @media (max-width: 1280px) {
    table.list td.actions {
      position: static;
    }
    table.list th:first-child,
    table.list td:first-child {
      position: sticky;
      left: 0;
      background: inherit;
    }
    table.list th:first-child {
      z-index: 2;
      background: #eaeef2;
    }
  }
  @media (max-width: 700px) {
    td:first-child {
      min-width: 110px;
      max-width: 130px;
    }
  }
  .none {
    padding: 24px 16px;
    text-align: center;
  }
  .none p {
    margin: 0 0 10px;
  }
  .pager {
    display: flex;
    align-items: center;
    gap: 8px;
    justify-content: flex-end;
  }
  @media (max-width: 700px) {
    .rows {
      min-height: 300px;
    }
    input[type='search'] {
      width: 150px;
    }
  }
`;
