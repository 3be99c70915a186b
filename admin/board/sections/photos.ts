import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { inOrder } from '../../../core/keyed-rows.ts';
import type { PublicPhoto, PublicPhotoRow, PublicPhotos } from '../../../core/boards/public/photos.ts';
import { photoAddress } from '../../api/boards.ts';
import { routeHash } from '../../common/router.ts';
import type { BoardFeed } from '../board-feed.ts';
import { card, emptyNote } from '../card.ts';

/** One picture with its month and caption; tapped, it opens large. */
export const picture = (id: string, { month, caption, width, height }: PublicPhoto, name: string) => html`
  <figure>
    <a href=${photoAddress(id, 'large')} target="_blank" rel="noopener">
      <img
        src=${photoAddress(id, 'small')}
        alt=${caption ?? msg(str`${name}，${month}`, { id: 'board.photo-of' })}
        width=${width}
        height=${height}
        loading="lazy"
        decoding="async"
      />
    </a>
    <figcaption>${month}${caption ? ` · ${caption}` : ''}</figcaption>
  </figure>
`;

/** A picture, beside the one before it where there is one. */
const photoPair = (id: string, row: PublicPhotoRow) => html`
  <div class="pair ${row.before ? 'two' : ''}">
    ${row.before ? picture(row.before.id, row.before, row.projectName) : ''} ${picture(id, row, row.projectName)}
  </div>
`;

const body = ({ rows }: PublicPhotos) =>
  Object.keys(rows).length === 0
    ? emptyNote()
    : html`<ul class="photos">
        ${inOrder(rows).map(
          (row) =>
            html`<li>
              <div class="grow">
                <a href=${routeHash('project', row.project)}>${row.projectName}</a>
                ${photoPair(row.id, row)}
              </div>
            </li>`,
        )}
      </ul>`;

/** Each project's newest picture and the one before it. */
export const photosSection = (feed: BoardFeed) =>
  card(feed, { title: msg('项目图片', { id: 'board.photos' }), wide: true }, feed.board('publicPhotos'), body);
