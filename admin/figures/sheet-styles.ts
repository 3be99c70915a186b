import { css } from 'lit';

export const sheetStyles = css`
  :host {
    display: flex;
    min-height: 0;
  }
  .scroll {
    flex: 1;
    overflow: auto;
    scroll-padding: 64px 8px 40px 296px;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: var(--surface);
  }
  table {
    min-width: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    user-select: none;
  }
  th,
  td {
    height: 30px;
    padding: 0 7px;
    border-right: 1px solid var(--line);
    border-bottom: 1px solid var(--line);
    white-space: nowrap;
    font-weight: 400;
    text-align: left;
  }
  thead th {
    position: sticky;
    top: 0;
    z-index: 3;
    background: #eaeef2;
    font-weight: 600;
    color: #36414e;
  }
  thead th.month,
  thead th.number {
    text-align: right;
  }
  thead th.now {
    background: #d3e4f1;
    color: var(--accent-deep);
    box-shadow: inset 0 -2px 0 var(--accent);
  }
  .name {
    position: sticky;
    left: 0;
    z-index: 2;
    width: 204px;
    min-width: 204px;
    max-width: 204px;
    overflow: hidden;
    text-overflow: ellipsis;
    background: var(--surface);
  }
  .unit {
    position: sticky;
    left: 204px;
    z-index: 2;
    width: 84px;
    min-width: 84px;
    max-width: 84px;
    overflow: hidden;
    text-overflow: ellipsis;
    background: var(--surface);
    color: var(--ink-soft);
    box-shadow: 3px 0 4px -3px rgb(20 30 45 / 22%);
  }
  thead .name,
  thead .unit {
    z-index: 4;
    background: #eaeef2;
  }
  tr.group th {
    position: sticky;
    left: 0;
    height: 28px;
    background: #f3f6f8;
    font-weight: 600;
    border-right: 0;
  }
  tr.group td {
    height: 28px;
    background: #f3f6f8;
    border-right: 0;
  }
  td.plan,
  td.rate {
    color: var(--ink-soft);
    background: var(--surface-soft);
    text-align: right;
    min-width: 74px;
  }
  td.rate {
    min-width: 88px;
  }
  td.rate .sign {
    display: inline-block;
    min-width: 22px;
    text-align: center;
    font-size: 11px;
  }
  .ahead,
  .onTime {
    color: var(--good);
  }
  .watch {
    color: var(--warn);
  }
  .behind,
  .severe {
    color: var(--bad);
  }
  td.cell {
    position: relative;
    min-width: 74px;
    text-align: right;
    cursor: cell;
    outline: none;
  }
  td.now {
    background: #f5f9fc;
  }
  td.selected {
    background: var(--accent-soft);
  }
  td.active {
    box-shadow: inset 0 0 0 2px var(--accent);
    z-index: 1;
  }
  td.saving {
    color: var(--ink-soft);
    font-style: italic;
  }
  td.wrong {
    background: var(--bad-soft);
    box-shadow: inset 0 0 0 1px var(--bad);
  }
  td.wrong.active {
    box-shadow: inset 0 0 0 2px var(--bad);
    z-index: 5;
  }
  td.pending {
    color: #6b4a00;
    background: var(--warn-soft);
  }
  .mark {
    position: absolute;
    left: 4px;
    top: 6px;
    font-size: 11px;
    line-height: 18px;
  }
  .mark.saved {
    color: var(--good);
    font-weight: 700;
    animation: fade 1s 4s forwards;
  }
  @keyframes fade {
    to {
      opacity: 0;
      visibility: hidden;
    }
  }
  .mark.bad {
    color: var(--bad);
    font-weight: 700;
  }
  td.cell input {
    position: absolute;
    inset: 0;
    width: 100%;
    min-height: 0;
    padding: 0 8px;
    border: 2px solid var(--accent);
    border-radius: 0;
    outline: none;
    text-align: right;
    background: #fff;
    font-size: 13px;
  }
  .words {
    position: absolute;
    right: 0;
    top: 100%;
    z-index: 6;
    width: max-content;
    max-width: 320px;
    padding: 6px 10px;
    border: 1px solid var(--bad);
    border-radius: 0 0 var(--radius) var(--radius);
    background: #fff;
    color: #7d1712;
    text-align: left;
    white-space: normal;
    cursor: default;
    box-shadow: 0 4px 14px rgb(20 30 45 / 18%);
  }
  .words .bar {
    margin-top: 6px;
  }
  @media (max-width: 700px) {
    .scroll {
      scroll-padding-left: 140px;
    }
    .name {
      width: 132px;
      min-width: 132px;
      max-width: 132px;
    }
    .unit {
      position: static;
      box-shadow: none;
    }
    thead .unit {
      position: sticky;
      left: auto;
    }
  }
`;
