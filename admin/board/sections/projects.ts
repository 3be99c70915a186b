import { msg } from '@lit/localize';
import { html } from 'lit';
import type { BoardFeed } from '../board-feed.ts';
import { card } from '../card.ts';
import '../pb-board-projects.ts';

/** Every published project. */
export const projectsSection = (feed: BoardFeed) =>
  card(
    feed,
    {
      title: msg('全部项目', { id: 'board.all-projects' }),
      measures: ['investmentCompletionRate', 'scheduleVariance'],
      wide: true,
    },
    feed.board('projects'),
    ({ rows }) => html`<pb-board-projects .rows=${rows}></pb-board-projects>`,
  );
