import { msg } from '@lit/localize';
import { css, html } from 'lit';
import { minuteText } from '../common/format.ts';
import type { Mark, MarkState } from './edition-progress.ts';

const stateWords = (state: MarkState): string => {
  switch (state) {
    case 'done':
      return msg('已完成', { id: 'editions.mark-done' });
    case 'now':
      return msg('当前', { id: 'editions.mark-now' });
    case 'next':
      return msg('未到', { id: 'editions.mark-next' });
    case 'ended':
      return msg('没有继续', { id: 'editions.mark-ended' });
  }
};

const SIGNS: Readonly<Record<MarkState, string>> = { done: '✓', now: '●', next: '○', ended: '×' };

/** The way of an edition as marks in a row, with who did what when unless that is told elsewhere. */
export const track = (marks: readonly Mark[], { people = true } = {}) => html`
  <ol class="track">
    ${marks.map(
      ({ label, state, who }) => html`
        <li class=${state} aria-current=${state === 'now' ? 'step' : 'false'}>
          <span class="mark"
            ><span aria-hidden="true">${SIGNS[state]}</span> ${label}<span class="sr">${stateWords(state)}</span></span
          >
          ${
            people
              ? who.map(({ name, at }) => html`<span class="who">${name}<br /><time>${minuteText(at)}</time></span>`)
              : ''
          }
        </li>
      `,
    )}
  </ol>
`;

export const trackStyles = css`
  .track {
    display: flex;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .track li {
    flex: 1 1 0;
    min-width: 0;
    padding: 6px 8px 0 0;
    border-top: 3px solid var(--line);
    font-size: 13px;
  }
  .track .mark {
    position: relative;
    display: block;
    color: var(--ink-soft);
    white-space: nowrap;
  }
  .track .done {
    border-color: var(--good);
  }
  .track .done .mark {
    color: var(--good);
  }
  .track .now {
    border-color: var(--accent);
  }
  .track .now .mark {
    color: var(--accent-deep);
    font-weight: 600;
  }
  .track .ended {
    border-color: var(--bad);
  }
  .track .who {
    display: block;
    margin-top: 3px;
    font-size: 12px;
    color: var(--ink-soft);
    overflow-wrap: anywhere;
  }
  @media (max-width: 700px) {
    .track li {
      padding-right: 2px;
      font-size: 12px;
    }
    .track .who time,
    .track .who br {
      display: none;
    }
    /* Of the airing the time is all there is to say. */
    .track li:last-child .who time {
      display: block;
    }
  }
`;
