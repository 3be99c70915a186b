import { css } from 'lit';

/** The look of the editor's controls. */
export const formStyles = css`
  .members {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 14px;
    align-items: flex-end;
  }
  .member {
    display: flex;
    flex-direction: column;
    gap: 2px;
    max-width: 100%;
  }
  .member > label {
    font-size: 13px;
    color: var(--ink-soft);
  }
  .member.flag {
    flex-direction: row;
    align-items: center;
    gap: 6px;
    min-height: 32px;
  }
  .member select {
    max-width: 300px;
  }
  input.number {
    width: 7em;
    text-align: right;
  }
  .pair {
    display: inline-flex;
    gap: 6px;
  }
  .part {
    flex: 1 1 100%;
    min-width: 0;
    margin: 8px 0 0;
    padding: 6px 10px 10px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .part > legend {
    padding: 0 4px;
    font-size: 13px;
    font-weight: 600;
  }
  .part > legend label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .entry {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 4px 8px;
    padding: 4px 0 6px;
    border-bottom: 1px dashed var(--line);
  }
  .entry > .members {
    flex: 0 1 auto;
    min-width: 0;
  }
  .steps {
    white-space: nowrap;
  }
  .list > button {
    margin-top: 6px;
  }
  .error {
    display: block;
    color: var(--bad);
    font-size: 13px;
  }
  button.add {
    margin-top: 8px;
  }
`;
