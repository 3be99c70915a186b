import { css } from 'lit';

export const boardStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 10px;
    min-width: 0;
    min-height: 0;
  }
  .tables {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  .tables > * {
    flex: none;
  }
  pb-board-table {
    display: flex;
    flex-direction: column;
    max-height: 100%;
  }
  /* A long first table leaves room to see that another follows. */
  pb-board-table:not(:last-child) {
    max-height: calc(100% - 76px);
  }
  .tables h2 {
    margin: 14px 0 6px;
  }
  .tables h2 .soft {
    margin-left: 6px;
    font-size: 13px;
    font-weight: 400;
  }
  .basis {
    margin: -4px 0 0;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin: 0;
  }
  dl div {
    display: flex;
    flex-direction: column;
    min-width: 118px;
    padding: 6px 12px;
  }
  dt {
    font-size: 13px;
    color: var(--ink-soft);
  }
  dd {
    margin: 0;
    font-size: 20px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  dd.words {
    font-size: 16px;
    line-height: 28px;
    white-space: normal;
  }
  dd small {
    margin-left: 4px;
    font-size: 13px;
    font-weight: 400;
    color: var(--ink-soft);
  }
  .none {
    padding: 32px 16px;
    text-align: center;
  }
  @media (max-width: 700px) {
    dl div {
      flex: 1 1 40%;
      min-width: 0;
    }
  }
`;
