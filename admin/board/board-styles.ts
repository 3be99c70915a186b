import { css } from 'lit';

export const boardStyles = css`
  :host {
    max-width: 560px;
    margin: 0 auto;
    padding-bottom: 24px;
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 18px 16px 56px;
    background: linear-gradient(#8c1218, #6a0a0f);
    color: #fff6e6;
  }
  header h1 {
    font-size: 21px;
    letter-spacing: 0.06em;
    color: #ffd978;
  }
  header .demo {
    margin: 0 auto 0 12px;
    padding: 1px 8px;
    border: 1px solid #ffd978;
    border-radius: 3px;
    color: #ffd978;
    font-size: 13px;
  }
  header button.quiet {
    color: #fff6e6;
  }
  header button.quiet:hover {
    background: rgb(255 255 255 / 14%);
  }
  main {
    display: flex;
    flex-direction: column;
    gap: 14px;
    margin-top: -40px;
    padding: 0 12px;
  }
  .card {
    padding: 16px;
    border-radius: 10px;
    background: var(--surface);
    box-shadow: 0 1px 4px rgb(40 20 20 / 14%);
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
    gap: 12px;
  }
  .split b {
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
  dl {
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    margin: 14px 0 0;
    padding-top: 12px;
    border-top: 1px solid var(--line);
    text-align: center;
  }
  dt {
    font-size: 13px;
    color: var(--ink-soft);
  }
  dd {
    margin: 0;
    font-size: 18px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  h2 {
    padding-left: 10px;
    border-left: 4px solid var(--brand);
    font-size: 17px;
  }
  ol {
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
  li:last-child {
    border-bottom: 0;
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
  .unit {
    flex: 1;
    min-width: 0;
  }
  footer {
    padding: 16px;
    text-align: center;
    font-size: 13px;
    color: var(--ink-soft);
  }
`;
