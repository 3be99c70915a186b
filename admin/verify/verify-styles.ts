import { css } from 'lit';

export const pageStyles = css`
  :host {
    padding: 12px 16px 32px;
  }
  @media (max-width: 700px) {
    :host {
      padding: 10px 10px 24px;
    }
  }
`;

export const verifyStyles = css`
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin: 12px 0;
  }
  .counts > div {
    padding: 8px 16px;
    min-width: 110px;
  }
  .counts strong {
    display: block;
    font-size: 22px;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  section {
    margin-top: 16px;
    padding: 12px;
  }
  .rows {
    overflow: auto;
    margin-top: 8px;
  }
  td .project {
    font-weight: 600;
  }
  td.number {
    white-space: nowrap;
  }
  td.text {
    max-width: 260px;
  }
  td.check,
  th.check {
    width: 36px;
  }
  input[type='checkbox'] {
    width: 20px;
    height: 20px;
  }
  .thumbs {
    display: flex;
    gap: 4px;
  }
  button.thumb {
    position: relative;
    min-height: 0;
    padding: 0;
    border: 2px solid var(--line-strong);
  }
  button.thumb.accepted {
    border-color: var(--good);
  }
  button.thumb.returned {
    border-color: var(--bad);
    opacity: 0.6;
  }
  button.thumb img {
    display: block;
    width: 64px;
    height: 48px;
    object-fit: cover;
  }
  .missing {
    columns: 2 340px;
    margin: 8px 0 0;
    padding-left: 20px;
  }
  .missing li {
    break-inside: avoid;
    margin-bottom: 4px;
  }
  textarea.reminder {
    width: 100%;
    min-height: 140px;
    margin-top: 8px;
  }
  summary {
    cursor: pointer;
    font-weight: 600;
    min-height: 32px;
  }
  @media (max-width: 700px) {
    .counts > div {
      flex: 1 1 40%;
      min-width: 0;
    }
    /* A row becomes a card: nothing is cut, nothing is scrolled sideways. */
    .rows table,
    .rows tbody,
    .rows tr,
    .rows td {
      display: block;
      width: 100%;
    }
    .rows thead {
      display: none;
    }
    .rows tr {
      padding: 8px 0;
      border-bottom: 1px solid var(--line-strong);
    }
    table.list td,
    table.list td.number,
    table.list td.actions {
      padding: 2px 6px;
      border: 0;
      text-align: left;
      max-width: none;
      white-space: normal;
    }
    td[data-label]:not(:empty)::before {
      content: attr(data-label) '：';
      color: var(--ink-soft);
    }
    .rows button {
      min-height: 44px;
    }
    .rows td.check {
      float: left;
      width: auto;
      padding: 2px 10px 2px 6px;
    }
    td.check input[type='checkbox'] {
      width: 28px;
      height: 28px;
    }
  }
`;
