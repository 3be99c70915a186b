import { css } from 'lit';

/** Large enough for a thumb; text of 16 px, below which phones zoom into fields. */
export const touchStyles = css`
  label {
    display: flex;
    flex-direction: column;
    gap: 4px;
    margin-bottom: 12px;
  }
  button {
    min-height: 44px;
    white-space: normal;
  }
  input:not([type='checkbox']):not([type='file']),
  select,
  textarea {
    width: 100%;
    min-height: 44px;
    padding: 8px 10px;
    font-size: 16px;
  }
`;

/** The section stands in the middle of wide windows. */
export const pageStyles = css`
  :host {
    max-width: 720px;
    margin-inline: auto;
    padding: 12px 14px 32px;
  }
`;

export const reportStyles = css`
  p {
    margin: 0 0 10px;
  }
  form > p:last-child {
    margin: 10px 0 0;
  }
  form > p button {
    display: flex;
    margin-left: -8px;
  }
  dd span {
    white-space: nowrap;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-bottom: 12px;
  }
  .head h1 {
    flex: 1 0 100%;
  }
  .head label {
    flex: 1 1 150px;
    margin: 0;
  }
  .cards {
    display: grid;
    gap: 10px;
    margin: 12px 0 0;
    padding: 0;
    list-style: none;
  }
  a.card {
    display: block;
    padding: 12px 14px;
    color: var(--ink);
    text-decoration: none;
  }
  a.card:hover {
    border-color: var(--accent);
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 10px;
    align-items: baseline;
    justify-content: space-between;
    font-size: 16px;
    font-weight: 600;
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 2px 12px;
    margin: 6px 0 0;
  }
  dt {
    color: var(--ink-soft);
  }
  dd {
    margin: 0;
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  form,
  section.photos {
    padding: 14px;
    margin-top: 12px;
  }
  .amount {
    font-size: 24px !important;
    font-variant-numeric: tabular-nums;
  }
  .wrong {
    color: var(--bad);
  }
  .doubts {
    margin: 0 0 12px;
  }
  .doubts ul {
    margin: 4px 0 8px;
    padding-left: 20px;
  }
  .doubts label {
    margin: 0;
  }
  button.send {
    width: 100%;
    min-height: 50px;
    font-size: 17px;
  }
  .message {
    margin-bottom: 12px;
  }
`;
