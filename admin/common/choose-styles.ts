import { css } from 'lit';

export const chooseStyles = css`
  :host {
    position: relative;
    flex: 1;
    min-width: 0;
  }
  input {
    width: 100%;
  }
  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-bottom: 4px;
  }
  .chosen button {
    min-height: 20px;
    padding: 0 2px;
    border: 0;
    background: none;
    font-size: 11px;
    color: var(--ink-soft);
  }
  ul,
  .none {
    position: fixed;
    z-index: 10;
    margin: 0;
    padding: 4px 0;
    list-style: none;
    overflow: auto;
    background: var(--surface);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    box-shadow: 0 6px 20px rgb(20 30 45 / 18%);
  }
  .none {
    position: absolute;
    padding: 6px 10px;
    color: var(--ink-soft);
  }
  li {
    padding: 5px 10px;
    cursor: pointer;
  }
  li:hover {
    background: var(--surface-soft);
  }
  li.active {
    background: var(--accent-soft);
  }
  li[aria-selected='true'] {
    font-weight: 600;
  }
`;
