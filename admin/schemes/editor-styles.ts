import { css } from 'lit';

export const editorStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 10px;
    min-width: 0;
  }
  a:not(.button) {
    color: var(--accent);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    align-items: start;
  }
  .columns.two {
    grid-template-columns: minmax(0, 1fr) 372px;
  }
  .writing {
    display: flex;
    flex-direction: column;
    gap: 10px;
    min-width: 0;
  }
  .head {
    padding: 10px 14px;
  }
  pb-trial {
    position: sticky;
    top: 8px;
  }
  .to-trial {
    display: none;
  }
  .tabs {
    display: flex;
    gap: 4px;
  }
  .tabs button[aria-pressed='true'] {
    background: var(--accent);
    border-color: var(--accent);
    color: #fff;
  }
  .message ul {
    margin: 4px 0 0;
    padding-left: 18px;
  }
  .message p {
    margin: 0 0 8px;
  }
  @media (max-width: 1100px) {
    .columns.two {
      grid-template-columns: minmax(0, 1fr);
    }
    pb-trial {
      position: static;
    }
    .to-trial {
      display: inline-flex;
    }
  }
`;
