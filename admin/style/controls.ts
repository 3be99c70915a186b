import { css } from 'lit';

/** The look of native controls, shared by every element. */
export const controls = css`
  :host {
    display: block;
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button,
  a.button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: 32px;
    padding: 3px 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
  }
  button:hover {
    background: var(--surface-soft);
    border-color: var(--accent);
  }
  button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: #fff;
  }
  button.primary:enabled:hover {
    background: var(--accent-deep);
  }
  button.danger {
    color: var(--bad);
    border-color: var(--bad);
  }
  button.danger.primary:enabled {
    background: var(--bad);
    color: #fff;
  }
  button.quiet {
    border-color: transparent;
    background: transparent;
    padding-inline: 8px;
    color: var(--accent);
  }
  button.quiet:hover {
    background: var(--accent-soft);
  }
  button.quiet.danger {
    color: var(--bad);
  }
  button.small {
    min-height: 26px;
    padding: 0 8px;
    font-size: 13px;
  }
  button:disabled {
    color: #6b7480;
    background: var(--ground);
    border-color: var(--line);
    cursor: default;
  }
  input:not([type='checkbox']),
  select,
  textarea {
    min-height: 32px;
    padding: 4px 8px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    max-width: 100%;
  }
  textarea {
    min-height: 64px;
    resize: vertical;
  }
  input[type='checkbox'] {
    width: 16px;
    height: 16px;
    accent-color: var(--accent);
    margin: 0;
  }
  [aria-invalid='true'] {
    border-color: var(--bad) !important;
    background: var(--bad-soft) !important;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  h1 {
    font-size: 18px;
    margin: 0;
    font-weight: 600;
  }
  h2 {
    font-size: 15px;
    margin: 0 0 8px;
    font-weight: 600;
  }
  h3 {
    font-size: 14px;
    margin: 0 0 6px;
    font-weight: 600;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }
  .bar h2 {
    margin: 0;
  }
  .grow {
    flex: 1;
  }
  .soft {
    color: var(--ink-soft);
  }
  .small {
    font-size: 13px;
  }
  .number {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .panel {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 6px;
  }
  .message {
    padding: 8px 12px;
    border-left: 3px solid var(--accent);
    background: var(--accent-soft);
    border-radius: 0 var(--radius) var(--radius) 0;
  }
  .message.bad {
    border-color: var(--bad);
    background: var(--bad-soft);
    color: #7d1712;
  }
  .message.warn {
    border-color: var(--warn);
    background: var(--warn-soft);
    color: #5e3c00;
  }
  .message.good {
    border-color: var(--good);
    background: var(--good-soft);
    color: #0f4d2d;
  }
  .badge {
    display: inline-block;
    padding: 0 8px;
    border-radius: 10px;
    font-size: 12px;
    line-height: 20px;
    background: #e8ecf0;
    color: #3b4653;
    white-space: nowrap;
  }
  .badge.good {
    background: var(--good-soft);
    color: var(--good);
  }
  .badge.bad {
    background: var(--bad-soft);
    color: var(--bad);
  }
  .badge.warn {
    background: var(--warn-soft);
    color: var(--warn);
  }
  table.list {
    width: 100%;
    border-collapse: collapse;
    background: var(--surface);
  }
  table.list th,
  table.list td {
    padding: 6px 10px;
    border-bottom: 1px solid var(--line);
    text-align: left;
    vertical-align: middle;
  }
  table.list th {
    position: sticky;
    top: 0;
    z-index: 1;
    background: #eaeef2;
    font-weight: 600;
    font-size: 13px;
    color: #36414e;
    white-space: nowrap;
  }
  table.list th.number,
  table.list td.number {
    text-align: right;
  }
  table.list td.actions {
    white-space: nowrap;
    text-align: right;
  }
  table.list tbody tr {
    background: var(--surface);
  }
  table.list tbody tr:hover {
    background: var(--surface-soft);
  }
  /* What can be done with a row stays in sight beside columns that do not fit. */
  @media (min-width: 701px) {
    table.list td.actions {
      position: sticky;
      right: 0;
      background: inherit;
    }
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* A field of a small form, its name above it. */
  .naming {
    display: flex;
    flex-direction: column;
    gap: 4px;
  }
`;
