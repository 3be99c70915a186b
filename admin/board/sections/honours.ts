import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { inOrder } from '../../../core/keyed-rows.ts';
import type { PublicMechanisms } from '../../../core/boards/public/mechanisms.ts';
import { UNIT_GROUPS, type UnitGroup } from '../../../core/registers/unit-groups.ts';
import type { PublicBoardData } from '../../api/boards.ts';
import { labelText } from '../../common/locale.ts';
import type { BoardFeed } from '../board-feed.ts';
import { card, emptyNote } from '../card.ts';
import { changeMark } from '../figures.ts';
import { duel } from './duel.ts';

const GROUPS = Object.keys(UNIT_GROUPS).filter((name): name is UnitGroup => name in UNIT_GROUPS);

type RedBlack = PublicBoardData['redBlack'];

const signed = ({ board, group, units, asOf, until }: RedBlack['rows'][string]) => html`
  <li>
    <div class="grow">
      <div class="split">
        <b>${board === 'red' ? msg('红榜', { id: 'board.red' }) : msg('黑榜', { id: 'board.black' })}</b>
        <span class="soft small">${labelText(UNIT_GROUPS[group])} · ${asOf}</span>
      </div>
      <div>${units.map(({ name }) => name).join('、')}</div>
      ${until ? html`<div class="soft small">${msg(str`公示至 ${until}`, { id: 'board.until' })}</div>` : nothing}
    </div>
  </li>
`;

const boards = ({ rows }: RedBlack) =>
  Object.keys(rows).length === 0
    ? emptyNote()
    : html`<ul>
        ${inOrder(rows).map(signed)}
      </ul>`;

type Assessment = PublicBoardData['assessment'];

type Scored = Extract<Assessment, { readonly scheme: unknown }>;

type ScoredRow = Scored['rows'][string] & { readonly id: string };

const assessed = ({ rank, name, score, change, alone }: ScoredRow) => html`
  <li class="ranked">
    <span class="rank ${rank !== undefined && rank <= 3 && !alone ? 'top' : ''}">${rank ?? '—'}</span>
    <div class="split grow">
      <span>${name}</span>
      <span><b>${score.text}</b> ${changeMark(change)}</span>
    </div>
  </li>
`;

/** The lists of an assessment: one of all units, or one of each group. */
const listsOf = (data: Scored): readonly { readonly title: string; readonly rows: readonly ScoredRow[] }[] => {
  const rows = inOrder(data.rows);
  if ('together' in data) return [{ title: '', rows }];
  return GROUPS.map((group) => ({
    title: labelText(UNIT_GROUPS[group]),
    rows: rows.filter((row) => row.group === group),
  }));
};

const scores = (data: Assessment) =>
  'scheme' in data
    ? html`
        <p class="soft small">${msg(str`按《${data.scheme.name}》计分`, { id: 'board.by-scheme' })}</p>
        <div class="columns">
          ${listsOf(data)
            .filter(({ rows }) => rows.length > 0)
            .map(
              ({ title, rows }) =>
                html`<div>
                  ${title ? html`<h3>${title}</h3>` : nothing}
                  <ol>
                    ${rows.map(assessed)}
                  </ol>
                </div>`,
            )}
        </div>
      `
    : emptyNote();

const winners = ({ rows }: PublicMechanisms) => {
  const won = inOrder(rows).filter((row) => row.winners.length > 0);
  return won.length === 0
    ? emptyNote()
    : html`<ul>
        ${won.map(
          (row) =>
            html`<li>
              <div class="grow">
                <div class="split"><span>${row.name}</span><b>${row.winners.join('、')}</b></div>
                <div class="soft small">${row.period ?? ''}</div>
              </div>
            </li>`,
        )}
      </ul>`;
};

/** Who is on the signed boards, who won what, and two townships side by side. */
export const honoursSection = (feed: BoardFeed, chosen: readonly string[]) => html`
  ${card(feed, { title: msg('红黑榜', { id: 'board.red-black' }) }, feed.board('redBlack'), boards)}
  ${card(feed, { title: msg('机制优胜', { id: 'board.winners' }) }, feed.board('publicMechanisms'), winners)}
  ${card(feed, { title: msg('年度考核', { id: 'board.assessment' }), wide: true }, feed.board('assessment'), scores)}
  ${duel(feed, chosen)}
`;
