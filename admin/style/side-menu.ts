import { css } from 'lit';

/** A section with its menu at the left; on a narrow page the menu stands above. */
export const sideSection = css`
  :host {
    display: grid;
    grid-template-columns: 196px minmax(0, 1fr);
    gap: 16px;
    height: 100%;
    padding: 12px 16px;
  }
  .main {
    display: flex;
    flex-direction: column;
    gap: 10px;
    min-width: 0;
    min-height: 0;
  }
  @media (max-width: 700px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto minmax(0, 1fr);
      gap: 8px;
      padding: 8px;
      height: auto;
      min-height: 100%;
    }
  }
`;

/** The menu itself: links, and on a narrow page a button that opens it. */
export const sideMenu = css`
  :host {
    min-height: 0;
  }
  nav {
    max-height: 100%;
    padding: 8px;
    overflow: auto;
  }
  a {
    display: block;
    border-radius: var(--radius);
    color: var(--ink);
    text-decoration: none;
  }
  a:hover {
    background: var(--surface-soft);
  }
  a[aria-current] {
    background: var(--accent-soft);
    color: var(--accent-deep);
    font-weight: 600;
  }
  .toggle {
    display: none;
    width: 100%;
    justify-content: space-between;
  }
  @media (max-width: 700px) {
    .toggle {
      display: flex;
    }
    nav {
      margin-top: 4px;
      max-height: 50vh;
    }
    nav.closed {
      display: none;
    }
  }
`;
