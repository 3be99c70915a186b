import { css } from 'lit';

/** What the dialogs of steps have in common; on a phone everything is large enough for a thumb. */
export const dialogStyles = css`
  :host {
    display: contents;
  }
  .message {
    margin-bottom: 12px;
  }
  p {
    margin: 0 0 12px;
  }
  label.field {
    display: flex;
    flex-direction: column;
    gap: 4px;
    margin-bottom: 12px;
  }
  label.tick {
    display: flex;
    align-items: flex-start;
    gap: 10px;
    padding: 8px 0;
    border-bottom: 1px solid var(--line);
  }
  label.tick input {
    flex: none;
    width: 22px;
    height: 22px;
  }
  .wrong {
    color: var(--bad);
  }
  .quick {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-bottom: 12px;
  }
  .hash {
    font-family: ui-monospace, monospace;
    overflow-wrap: anywhere;
  }
  @media (max-width: 900px) {
    button,
    select,
    input:not([type='checkbox']):not([type='radio']) {
      min-height: 44px;
      font-size: 16px;
    }
    textarea {
      font-size: 16px;
    }
  }
`;
