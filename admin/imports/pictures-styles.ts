import { css } from 'lit';

export const picturesStyles = css`
  section {
    max-width: 1280px;
    padding: 16px 24px;
  }
  a {
    color: var(--accent);
  }
  p {
    margin: 4px 0 12px;
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(140px, 1fr));
    gap: 12px;
    margin: 12px 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    flex-direction: column;
    gap: 4px;
    align-items: flex-start;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  li label {
    display: block;
    position: relative;
    width: 100%;
    cursor: pointer;
  }
  li input {
    position: absolute;
    z-index: 1;
    top: 8px;
    left: 8px;
  }
  .picture {
    display: flex;
    align-items: center;
    justify-content: center;
    width: 100%;
    aspect-ratio: 4 / 3;
    margin-bottom: 4px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--ground);
    overflow: hidden;
  }
  img {
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  li.left .picture {
    opacity: 0.45;
  }
  .wrong {
    color: var(--bad);
  }
  .month {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    white-space: nowrap;
  }
`;
