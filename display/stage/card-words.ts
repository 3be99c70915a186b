/** The words of the test card. */
import { msg, str } from '@lit/localize';
import { canvasOf, pictureOf } from '../../core/stage/canvas.ts';
import { bodyCharacterPx, layoutOf } from '../../core/stage/layout.ts';
import type { Stage } from '../../core/stage/stage.ts';

/** A line of the card in full, and as short as it can be said. */
export interface CardLine {
  readonly long: string;
  readonly short: string;
}

const same = (text: string): CardLine => ({ long: text, short: text });

export const cardName = (name: string): CardLine => same(name || msg('测试卡', { id: 'card.name' }));

/** What the screen's settings say, so that they can be compared with the wall. */
export function cardFacts(window: Stage): readonly CardLine[] {
  const { x, y, width, height, rotation, wall, safe, pitchMm, distanceM } = window;
  const picture = pictureOf(window);
  const { rowsPerPage } = layoutOf(canvasOf(window));
  const needed = bodyCharacterPx(window);
  const size = `${width}×${height}`;
  return [
    {
      long: msg(str`窗口 ${size}，左上角 ${x},${y}`, { id: 'card.window' }),
      short: `${size} P${pitchMm}`,
    },
    ...(rotation ? [same(msg(str`顺时针旋转 ${rotation}°`, { id: 'card.rotation' }))] : []),
    ...(wall
      ? [
          {
            long: msg(str`整墙 ${picture.width}×${picture.height}，本屏从 ${wall.left},${wall.top} 起`, {
              id: 'card.wall',
            }),
            short: `${picture.width}×${picture.height} @ ${wall.left},${wall.top}`,
          },
        ]
      : []),
    ...(safe
      ? [same(msg(str`安全边 上${safe.top} 右${safe.right} 下${safe.bottom} 左${safe.left}`, { id: 'card.safe' }))]
      : []),
    {
      long: msg(str`P${pitchMm}，最远 ${distanceM} 米：字高至少 ${needed} 像素，每页 ${rowsPerPage} 行`, {
        id: 'card.budget',
      }),
      short: msg(str`P${pitchMm} ${distanceM} 米 ≥${needed}px ${rowsPerPage} 行`, { id: 'card.budget.short' }),
    },
  ];
}

/** The edges of the window, clockwise from the top. */
export const edgeWords = (): readonly [top: string, right: string, bottom: string, left: string] => [
  msg('上', { id: 'card.top' }),
  msg('右', { id: 'card.right' }),
  msg('下', { id: 'card.bottom' }),
  msg('左', { id: 'card.left' }),
];

export const sampleText = (size: number): string => `${size} ${msg('重点项目进度', { id: 'card.sample' })} 0123456789`;
