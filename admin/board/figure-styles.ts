import { css } from 'lit';

/** How figures, lights, bars, lists and tables look on the public page. */
export const figureStyles = css`
  a {
    color: var(--accent);
    text-underline-offset: 2px;
  }
  .big {
    font-size: 44px;
    font-weight: 700;
    line-height: 1.15;
    color: var(--brand);
    font-variant-numeric: tabular-nums;
  }
  .big small {
    margin-left: 6px;
    font-size: 16px;
    font-weight: 400;
    color: var(--ink-soft);
  }
  .split {
    display: flex;
    justify-content: space-between;
    gap: 2px 12px;
  }
  .split > :first-child {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .split > :last-child {
    flex: none;
    max-width: 60%;
    text-align: right;
  }
  .split b,
  .number {
    font-variant-numeric: tabular-nums;
  }
  progress {
    display: block;
    width: 100%;
    height: 8px;
    margin: 5px 0;
    border: 0;
    border-radius: 4px;
    overflow: hidden;
    background: #ebe6e2;
    appearance: none;
    --bar: #b07d1d;
  }
  progress::-webkit-progress-bar {
    background: #ebe6e2;
  }
  progress::-webkit-progress-value {
    background: var(--bar);
    border-radius: 4px;
  }
  progress::-moz-progress-bar {
    background: var(--bar);
  }
  progress.ahead,
  progress.onTime {
    --bar: #2b8a57;
  }
  progress.behind,
  progress.severe {
    --bar: #b3261e;
  }
  .light {
    white-space: nowrap;
  }
  .ahead,
  .onTime,
  .up {
    color: var(--good);
  }
  .watch {
    color: var(--warn);
  }
  .behind,
  .severe,
  .down {
    color: var(--bad);
  }
  .mark {
    padding: 0 4px;
    border: 1px solid var(--warn);
    border-radius: 3px;
    font-size: 12px;
    font-weight: 400;
    color: var(--warn);
    vertical-align: middle;
    white-space: nowrap;
  }
  dl {
    margin: 0;
  }
  dt {
    font-size: 13px;
    color: var(--ink-soft);
  }
  dd {
    margin: 0;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 4px;
    margin: 12px 0;
    padding: 10px 0;
    border-block: 1px solid var(--line);
    text-align: center;
  }
  .tiles.two {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .tiles.three {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
  .tiles dd {
    font-size: 18px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .tiles dd.note {
    font-size: 12px;
    font-weight: 400;
    color: var(--ink-soft);
  }
  .facts {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 6px 14px;
    margin-top: 14px;
    padding-top: 12px;
    border-top: 1px solid var(--line);
  }
  .facts dt {
    font-size: inherit;
  }
  .facts dd {
    overflow-wrap: anywhere;
  }
  ol,
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  li {
    display: flex;
    gap: 12px;
    padding: 10px 0;
    border-bottom: 1px solid var(--line);
  }
  ol > li:last-child,
  ul > li:last-child {
    border-bottom: 0;
  }
  .grow {
    flex: 1;
    min-width: 0;
  }
  .links {
    margin: 6px 0 0;
    line-height: 1.7;
  }
  .rank {
    flex: none;
    width: 28px;
    height: 28px;
    border-radius: 50%;
    background: #eef0f2;
    color: var(--ink-soft);
    font-weight: 700;
    line-height: 28px;
    text-align: center;
  }
  .rank.top {
    background: var(--brand);
    color: #ffd978;
  }
  .foot {
    margin-top: 10px;
    padding-top: 8px;
    border-top: 1px solid var(--line);
    font-size: 13px;
    color: var(--ink-soft);
  }
  summary {
    width: max-content;
    padding: 6px 0 2px;
    color: var(--accent);
    cursor: pointer;
  }
  .definitions dt {
    margin-top: 8px;
    font-weight: 600;
    color: var(--ink);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 7px 4px;
    border-bottom: 1px solid var(--line);
    text-align: left;
    font-weight: 400;
  }
  tbody tr:last-child > * {
    border-bottom: 0;
  }
  .tiles:has(+ .foot) {
    margin-bottom: 0;
    border-bottom: 0;
  }
  thead th {
    font-size: 13px;
    color: var(--ink-soft);
  }
  th.number,
  td.number {
    text-align: right;
    white-space: nowrap;
  }
  .middle {
    text-align: center;
    color: var(--ink-soft);
  }
  .versus {
    display: flex;
    align-items: center;
    gap: 10px;
  }
  .versus select {
    flex: 1;
    min-width: 0;
    min-height: 40px;
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(260px, 1fr));
    gap: 0 28px;
  }
  .scroll {
    overflow-x: auto;
  }
  .scroll th:first-child {
    position: sticky;
    left: 0;
    background: var(--surface);
    white-space: nowrap;
  }
  .filters {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 8px;
  }
  .filters input {
    grid-column: 1 / -1;
    width: 100%;
  }
  .filters input,
  .filters select {
    min-height: 40px;
    min-width: 0;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .chips a {
    padding: 6px 14px;
    border: 1px solid var(--line-strong);
    border-radius: 18px;
    background: var(--surface);
    text-decoration: none;
  }
  .chips a[aria-current='true'] {
    border-color: var(--brand);
    background: var(--brand);
    color: #fff;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
    max-width: 560px;
    margin-top: 6px;
  }
  .shots {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
    gap: 10px;
  }
  .pair.two {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  figure {
    margin: 0;
  }
  figure img {
    display: block;
    width: 100%;
    height: auto;
    border-radius: 4px;
    background: #ebe6e2;
  }
  figcaption {
    margin-top: 3px;
    font-size: 13px;
    color: var(--ink-soft);
    overflow-wrap: anywhere;
  }
  @media (min-width: 900px) {
    .photos {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0 24px;
    }
    .shots {
      grid-template-columns: repeat(auto-fill, minmax(240px, 1fr));
    }
    .filters {
      grid-template-columns: 2fr 1fr 1fr 1fr;
    }
    .filters input {
      grid-column: auto;
    }
  }
`;
