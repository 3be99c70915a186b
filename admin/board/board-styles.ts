import { css } from 'lit';

export const boardStyles = css`
  :host {
    max-width: 1120px;
    margin: 0 auto;
    padding-bottom: 24px;
    font-size: 15px;
  }
  header {
    display: flex;
    align-items: flex-start;
    gap: 10px;
    padding: 16px 16px 14px;
    background: linear-gradient(#8c1218, #6a0a0f);
    color: #fff6e6;
  }
  header > div {
    flex: 1;
    min-width: 0;
  }
  header h1 {
    font-size: clamp(17px, 5.2vw, 21px);
    letter-spacing: 0.02em;
    color: #ffd978;
  }
  header p {
    margin: 4px 0 0;
    font-size: 13px;
    overflow-wrap: anywhere;
  }
  .edition {
    display: inline-block;
    margin-left: 6px;
    color: #ffd978;
  }
  header .demo {
    flex: none;
    margin-top: 4px;
    padding: 1px 8px;
    border: 1px solid #ffd978;
    border-radius: 3px;
    color: #ffd978;
    font-size: 13px;
  }
  header button.quiet {
    flex: none;
    min-height: 36px;
    color: #fff6e6;
  }
  header button.quiet:hover {
    background: rgb(255 255 255 / 14%);
  }
  :focus-visible {
    outline-offset: -2px;
  }
  header :focus-visible,
  .menu :focus-visible {
    outline-color: #ffd978;
  }
  main:focus-visible {
    outline: none;
  }
  .menu {
    position: sticky;
    top: 0;
    z-index: 2;
    display: flex;
    overflow-x: auto;
    padding: 0 8px;
    background: #6a0a0f;
    scrollbar-width: none;
  }
  .menu::-webkit-scrollbar {
    display: none;
  }
  .menu a {
    flex: none;
    padding: 11px 12px 8px;
    border-bottom: 3px solid transparent;
    color: #fff6e6;
    text-decoration: none;
  }
  .menu a[aria-current='page'] {
    border-color: #ffd978;
    color: #ffd978;
    font-weight: 600;
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    align-items: start;
    padding: 12px;
  }
  .wide {
    grid-column: 1 / -1;
  }
  .card {
    padding: 14px 16px;
    border-radius: 8px;
    background: var(--surface);
    box-shadow: 0 1px 3px rgb(40 20 20 / 14%);
    min-width: 0;
  }
  h2 {
    margin: 0 0 10px;
    padding-left: 10px;
    border-left: 4px solid var(--brand);
    font-size: 17px;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  h3 {
    margin: 14px 0 0;
    font-size: 15px;
  }
  .back {
    margin: 0;
  }
  main > .message {
    margin: 0;
  }
  .updating {
    padding: 48px 16px;
    text-align: center;
  }
  .updating h2 {
    padding: 0;
    border: 0;
    font-size: 24px;
  }
  footer {
    padding: 8px 16px;
    text-align: center;
    font-size: 13px;
    color: var(--ink-soft);
  }
  footer p {
    margin: 2px 0;
  }
  @media (min-width: 900px) {
    header {
      padding: 22px 24px 16px;
    }
    header h1 {
      font-size: 26px;
    }
    .menu {
      padding: 0 16px;
    }
    main {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 16px;
      padding: 16px;
    }
    .card {
      padding: 18px 20px;
    }
  }
`;
