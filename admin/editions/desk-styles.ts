import { css } from 'lit';

/** Two columns at a desk: what is read, and the pages with the next step; on a phone one, with the step in reach. */
export const deskStyles = css`
  .head {
    margin-bottom: 12px;
  }
  .head .track {
    margin-top: 10px;
  }
  .head a {
    color: var(--accent);
  }
  .head p {
    margin: 6px 0 0;
  }
  .message {
    margin-bottom: 12px;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    grid-template-areas: 'read next' 'read look';
    grid-template-rows: auto 1fr;
    gap: 12px;
    align-items: start;
  }
  .read {
    grid-area: read;
  }
  .look {
    grid-area: look;
  }
  pb-edition-next {
    grid-area: next;
  }
  .column {
    display: flex;
    flex-direction: column;
    gap: 12px;
    min-width: 0;
  }
  .stale {
    border-left: 5px solid var(--warn);
  }
  .stale li {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    align-items: baseline;
  }
  @media (max-width: 900px) {
    .columns {
      display: flex;
      flex-direction: column;
      align-items: stretch;
    }
    /* What is on the screens now is what one comes for. */
    .columns.on-air .look {
      order: -1;
    }
    pb-edition-next {
      position: sticky;
      bottom: 0;
      z-index: 2;
      margin: 0 -10px;
    }
  }
  @media (max-width: 700px) {
    .head .track {
      overflow-x: visible;
    }
    .head .track .who {
      display: none;
    }
  }
`;
