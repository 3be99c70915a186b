import { css } from 'lit';

export const explanationStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 340px;
    gap: 16px;
    align-items: start;
  }
  p {
    margin: 0;
  }
  a {
    color: var(--accent);
  }
  .tree {
    display: flex;
    flex-direction: column;
    gap: 10px;
    min-width: 0;
  }
  .total {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 14px;
    padding: 10px 14px;
  }
  .total h2 {
    margin: 0;
    font-size: 18px;
  }
  .total strong {
    font-size: 26px;
    font-variant-numeric: tabular-nums;
  }
  .part > h3 {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 12px;
    margin: 0;
    padding: 8px 14px;
    border-bottom: 1px solid var(--line);
  }
  .calculation {
    font-weight: 400;
    font-size: 13px;
    color: var(--ink-soft);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .points {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .points small {
    font-weight: 400;
    color: var(--ink-soft);
  }
  details.item {
    border-bottom: 1px solid var(--line);
  }
  details.item:last-child {
    border-bottom: 0;
  }
  summary {
    cursor: pointer;
  }
  details.item > summary {
    display: grid;
    grid-template-columns: 16px minmax(9em, 15em) minmax(0, 1fr) auto;
    gap: 2px 10px;
    align-items: baseline;
    padding: 6px 14px;
    list-style: none;
  }
  details.item > summary::before {
    content: '▸';
    color: var(--ink-soft);
  }
  details.item[open] > summary::before {
    content: '▾';
  }
  details.item > summary::-webkit-details-marker {
    display: none;
  }
  details.item > summary:hover {
    background: var(--surface-soft);
  }
  .under {
    display: flex;
    flex-direction: column;
    gap: 8px;
    padding: 4px 14px 12px 40px;
  }
  .step {
    padding: 6px 10px;
    border-left: 3px solid var(--line-strong);
  }
  .step > .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 12px;
  }
  .step > details {
    margin-top: 4px;
  }
  .nested {
    display: flex;
    flex-direction: column;
    gap: 4px;
    margin-top: 4px;
  }
  aside {
    display: flex;
    flex-direction: column;
    gap: 8px;
    padding: 12px 14px;
  }
  aside table {
    width: 100%;
    border-collapse: collapse;
  }
  aside td {
    padding: 3px 0;
    border-bottom: 1px solid var(--line);
  }
  @media (max-width: 1100px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 700px) {
    details.item > summary {
      grid-template-columns: 16px minmax(0, 1fr) auto;
    }
    details.item > summary .how {
      grid-column: 2 / -1;
      grid-row: 2;
    }
    .under {
      padding-left: 14px;
    }
  }
`;
