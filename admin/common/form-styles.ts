import { css } from 'lit';

export const formStyles = css`
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(240px, 100%), 1fr));
    gap: 12px 18px;
  }
  .field {
    display: flex;
    flex-direction: column;
    gap: 3px;
    min-width: 0;
  }
  .field.long {
    grid-column: 1 / -1;
  }
  .field.flag {
    flex-direction: row;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    min-height: 32px;
    align-self: end;
  }
  .with-button {
    display: flex;
    align-items: start;
    gap: 6px;
  }
  .with-button > :first-child {
    flex: 1;
    min-width: 0;
  }
  .states {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    min-height: 32px;
  }
  button.chosen {
    background: var(--accent);
    border-color: var(--accent);
    color: #fff;
  }
  .error,
  .doubt,
  .theirs {
    font-size: 13px;
  }
  .error {
    color: var(--bad);
  }
  .doubt,
  .theirs {
    color: var(--warn);
  }
  .help {
    font-size: 12px;
    color: var(--ink-soft);
  }
  pre {
    margin: 0;
    padding: 8px;
    max-height: 200px;
    overflow: auto;
    background: var(--ground);
    font-size: 12px;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;
