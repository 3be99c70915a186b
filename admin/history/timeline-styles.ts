import { css } from 'lit';

export const timelineStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 10px;
    min-height: 0;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 240px;
    gap: 16px;
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  .kinds {
    display: inline-flex;
    gap: 4px;
  }
  .kinds button[aria-pressed='true'] {
    background: var(--accent);
    border-color: var(--accent);
    color: #fff;
  }
  ol {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .line li {
    display: grid;
    grid-template-columns: 92px minmax(0, 1fr);
    gap: 0 28px;
  }
  .line time {
    padding-top: 2px;
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .line time.again {
    visibility: hidden;
  }
  .entry {
    position: relative;
    padding: 0 0 18px;
    overflow-wrap: anywhere;
  }
  .entry::before,
  .entry::after {
    content: '';
    position: absolute;
  }
  .entry::before {
    left: -15px;
    top: 8px;
    bottom: -8px;
    width: 2px;
    background: var(--line);
  }
  .line li:last-child .entry::before {
    display: none;
  }
  .entry::after {
    left: -19px;
    top: 6px;
    width: 10px;
    height: 10px;
    border: 2px solid var(--accent);
    border-radius: 50%;
    background: var(--surface);
  }
  .fact .entry::after {
    background: var(--accent);
  }
  .missed .entry::after {
    background: var(--bad);
    border-color: var(--bad);
  }
  summary {
    width: fit-content;
    color: var(--accent);
    cursor: pointer;
  }
  aside {
    align-self: start;
    position: sticky;
    top: 0;
    padding: 12px;
  }
  aside li {
    padding: 6px 0;
    border-top: 1px solid var(--line);
  }
  @media (max-width: 900px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    aside {
      position: static;
      order: -1;
    }
    .line li {
      grid-template-columns: minmax(0, 1fr);
      padding-left: 22px;
    }
    .line time {
      text-align: left;
      font-weight: 600;
    }
    .line time.again {
      display: none;
    }
  }
`;
