import { css } from 'lit';

export const shellStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100vh;
  }
  header {
    display: flex;
    align-items: center;
    gap: 4px;
    flex: none;
    height: 48px;
    padding: 0 16px;
    background: var(--surface);
    border-bottom: 1px solid var(--line);
    box-shadow: inset 0 3px 0 var(--brand);
  }
  .brand {
    margin-right: 20px;
    font-size: 18px;
    font-weight: 700;
    letter-spacing: 0.08em;
    color: var(--brand);
  }
  nav {
    display: flex;
    flex: 1;
    height: 100%;
    overflow-x: auto;
  }
  nav a {
    display: flex;
    align-items: center;
    padding: 3px 14px 0;
    color: var(--ink);
    text-decoration: none;
    white-space: nowrap;
    border-bottom: 2px solid transparent;
  }
  nav a:hover {
    background: var(--surface-soft);
  }
  nav a[aria-current] {
    color: var(--accent);
    font-weight: 600;
    border-bottom-color: var(--accent);
  }
  button.who {
    max-width: 12em;
    margin-left: 8px;
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--ink);
  }
  /* All sections still fit a laptop. */
  @media (max-width: 1500px) {
    .brand {
      margin-right: 8px;
    }
    nav a {
      padding-inline: 8px;
    }
  }
  @media (max-width: 1280px) {
    nav a {
      padding-inline: 4px;
      font-size: 13px;
    }
  }
  @media (max-width: 700px) {
    header {
      flex-wrap: wrap;
      height: auto;
      padding: 3px 8px 0;
    }
    .brand {
      flex: 1;
      margin-left: 4px;
    }
    nav {
      order: 1;
      flex: 1 0 100%;
      height: 40px;
    }
    nav a {
      padding-inline: 10px;
    }
  }
  main {
    /* Words for screen readers lie at their place in it and do not lengthen the page. */
    position: relative;
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
`;
