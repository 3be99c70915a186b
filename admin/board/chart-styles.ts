import { css } from 'lit';

/** The trend's curves. */
export const chartStyles = css`
  .chart {
    display: block;
    width: 100%;
    max-height: 320px;
  }
  .chart text {
    font-size: 10px;
    fill: var(--ink-soft);
  }
  .chart .grid {
    stroke: var(--line);
  }
  .line {
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.6;
    stroke-linejoin: round;
  }
  .line.all {
    stroke: var(--brand);
    stroke-width: 2.6;
  }
  circle.all {
    fill: var(--brand);
  }
  .line.time {
    stroke: #55606e;
    stroke-dasharray: 5 4;
  }
  .line.part0 {
    stroke: #155a8a;
    stroke-dasharray: 1 2.4;
    stroke-width: 2.2;
  }
  .line.part1 {
    stroke: #17693f;
    stroke-dasharray: 8 3;
  }
  .line.part2 {
    stroke: #855400;
    stroke-dasharray: 8 3 1.5 3;
  }
  .line.part3 {
    stroke: #6a3d9a;
    stroke-dasharray: 3 2;
  }
  .line.part4 {
    stroke: #0b7285;
    stroke-dasharray: 12 2;
  }
  .line.part5 {
    stroke: #a61e4d;
    stroke-dasharray: 1.5 1.5;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    margin: 4px 0 8px;
    font-size: 13px;
  }
  .legend li {
    align-items: center;
    gap: 5px;
    padding: 0;
    border: 0;
  }
  .legend svg {
    width: 24px;
    height: 7px;
  }
`;
