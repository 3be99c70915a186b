/** The still part of a test card. */
import { nothing, svg, type SVGTemplateResult } from 'lit';
import { canvasBox, partOf, pictureOf, type Rectangle } from '../../core/stage/canvas.ts';
import type { Stage } from '../../core/stage/stage.ts';
import type { Output } from '../slides/scene.ts';
import { measureFigures, measureText } from '../text/measure.ts';
import { packed, type CardBlock, type Packed, type PlacedBlock } from './card-blocks.ts';
import { cornersOf, gridOf, linePairs, numbersOn, rulersOf } from './card-lines.ts';
import { cardFacts, cardName, edgeWords, sampleText, type CardLine } from './card-words.ts';

/** Room of a ruler's ticks and numbers, and of its ticks alone. */
const RULER = 34;
const GREYS = Array.from({ length: 16 }, (_, index) => index * 17);
/** Full and empty in each channel, bright to dark. */
const COLOURS = ['#fff', '#ff0', '#0ff', '#0f0', '#f0f', '#f00', '#00f', '#000'];
/** The edges, clockwise from the top: told apart also by the word beside them. */
const EDGES = ['#ff4040', '#40ff40', '#40a0ff', '#ffe000'];
const SAMPLES = [12, 16, 20, 24, 32, 48];

/** Whether there is room for numbers at rulers and corners. */
const isRoomy = ({ width, height }: Rectangle): boolean => height >= 200 && width >= 300;

const text = (line: CardLine, size: number, room: number): CardBlock => {
  const said = measureText(line.long, size) <= room ? line.long : line.short;
  return { kind: 'text', text: said, size, width: Math.ceil(measureText(said, size)), height: Math.ceil(size * 1.25) };
};

function blocksOf({ name, window }: Output, part: Rectangle): readonly CardBlock[] {
  const size = Math.round(Math.min(64, Math.max(16, Math.min(part.height / 30, part.width / 32))));
  const room = part.width - insetOf(part) * 2;
  const facts = cardFacts(window).map((line) => text(line, size, room));
  const large = part.height < 160 ? size : Math.round(size * 1.5);
  const strip = {
    width: 16 * Math.floor(Math.min(room, size * 14) / 16),
    height: part.height < 160 ? 8 : Math.round(size * 0.6),
  };
  const time = {
    kind: 'time',
    text: '00:00:00',
    size: large,
    width: Math.ceil(measureFigures('00:00:00', large)),
  } as const;
  return [
    text(cardName(name), Math.max(16, Math.round(large * 0.9)), room),
    { ...time, height: Math.ceil(large * 1.2) },
    ...facts.slice(0, 1),
    { kind: 'greys', ...strip },
    { kind: 'colours', ...strip },
    ...facts.slice(1),
    { kind: 'lines', width: 4 * size + 12, height: size },
    ...SAMPLES.map((each) => text({ long: sampleText(each), short: sampleText(each).slice(0, 9) }, each, room)),
  ];
}

const insetOf = (part: Rectangle): number => (isRoomy(part) ? RULER + 6 : 6);

/** A row of equal fields side by side. */
const fields = ({ left, top, width, height }: Rectangle, fills: readonly string[]) => {
  const each = Math.floor(width / fills.length);
  return fills.map(
    (fill, index) => svg`<rect x=${left + each * index} y=${top} width=${each} height=${height} fill=${fill} />`,
  );
};

function drawn(block: PlacedBlock) {
  switch (block.kind) {
    case 'greys':
      return fields(
        block,
        GREYS.map((grey) => `rgb(${grey}, ${grey}, ${grey})`),
      );
    case 'colours':
      return fields(block, COLOURS);
    case 'lines':
      return svg`<path d=${linePairs(block.left, block.top, block.height)} fill="#fff" />`;
    case 'text':
      return svg`<text x=${block.left} y=${baseline(block)} font-size=${block.size}>${block.text}</text>`;
    default:
      return nothing;
  }
}

const baseline = ({ top, height, size }: { top: number; height: number; size: number }): number =>
  Math.round(top + height / 2 + size * 0.36);

/** Circle and diagonals: they are round and straight only where nothing is stretched. Those of a wall run on over its screens. */
function geometry(box: Rectangle, colour: string) {
  const { left, top, width, height } = box;
  const radius = Math.floor(Math.min(width, height) / 2) - 2;
  return svg`<g fill="none" stroke=${colour} stroke-width="1">
    <path d="M${left} ${top}L${left + width} ${top + height}M${left} ${top + height}L${left + width} ${top}" />
    <circle cx=${left + width / 2} cy=${top + height / 2} r=${radius} />
  </g>`;
}

function frame({ width, height }: Rectangle) {
  const [top, right, bottom, left] = EDGES;
  return svg`
    <rect x="0" y="0" width=${width} height="1" fill=${top} />
    <rect x=${width - 1} y="0" width="1" height=${height} fill=${right} />
    <rect x="0" y=${height - 1} width=${width} height="1" fill=${bottom} />
    <rect x="0" y="0" width="1" height=${height} fill=${left} />`;
}

/** A label on black, so that no line of the grid runs through it. */
function label(said: string, x: number, y: number, fill = '#fff') {
  const width = Math.ceil(measureFigures(said, 16)) + 4;
  return svg`<rect x=${x} y=${y} width=${width} height="18" fill="#000" /><text class="figures" x=${x + 2} y=${y + 15} font-size="16" fill=${fill}>${said}</text>`;
}

function rulerNumbers({ left, top, width, height }: Rectangle) {
  const step = width > 2400 || height > 2400 ? 128 : 64;
  const room = 80;
  return [
    ...numbersOn(left, width, step)
      .filter(([x]) => x > room && x < width - room)
      .map(([x, number]) => label(String(number), x + 2, 14)),
    ...numbersOn(top, height, step)
      .filter(([y]) => y > room / 2 && y < height - room / 2)
      .map(([y, number]) => label(String(number), 14, y + 2)),
  ];
}

function cornerLabels({ left, top, width, height }: Rectangle) {
  const at = (right: boolean, low: boolean) => {
    const said = `${left + (right ? width - 1 : 0)},${top + (low ? height - 1 : 0)}`;
    const wide = Math.ceil(measureFigures(said, 16)) + 4;
    return label(said, right ? width - 6 - wide : 6, low ? height - 24 : 6);
  };
  return [at(false, false), at(true, false), at(false, true), at(true, true)];
}

function edgeLabels({ width, height }: Rectangle) {
  const [top, right, bottom, left] = edgeWords();
  const [x, y] = [Math.floor(width / 2) - 40, Math.floor(height / 2) - 40];
  return [
    label(top, x, 30, EDGES[0]),
    label(right, width - 28 - Math.ceil(measureText(right, 16)), y, EDGES[1]),
    label(bottom, x, height - 24, EDGES[2]),
    label(left, 40, y, EDGES[3]),
  ];
}

/** A rectangle of the picture as seen from the part's corner. */
const seenFrom = (part: Rectangle, box: Rectangle): Rectangle => ({
  ...box,
  left: box.left - part.left,
  top: box.top - part.top,
});

const safeLine = (window: Stage, part: Rectangle) => {
  if (!window.safe) return nothing;
  const { left, top, width, height } = seenFrom(part, canvasBox(window));
  return svg`<rect x=${left + 0.5} y=${top + 0.5} width=${width - 1} height=${height - 1} fill="none" stroke="#fff" stroke-dasharray="6 6" />`;
};

export interface CardDrawing {
  readonly still: SVGTemplateResult;
  /** Where the running time stands. */
  readonly time: { readonly left: number; readonly top: number; readonly size: number } | null;
}

const timeOf = ({ blocks }: Packed): CardDrawing['time'] => {
  const found = blocks.find((block) => block.kind === 'time');
  return found?.kind === 'time' ? { left: found.left, top: baseline(found), size: found.size } : null;
};

/** Everything of a card that stands still, for the part of the picture that an output shows. */
export function cardDrawing(output: Output): CardDrawing {
  const { window } = output;
  const part = partOf(window);
  const { width, height } = part;
  const box = { left: 0, top: 0, width, height };
  const content = packed(blocksOf(output, part), width, height, insetOf(part));
  const whole = { ...pictureOf(window), left: 0, top: 0 };
  const still = svg`
    <rect width=${width} height=${height} fill="#000" />
    <path d=${gridOf(part, 16)} fill="#303030" />
    <path d=${gridOf(part, 64)} fill="#707070" />
    ${window.wall ? geometry(seenFrom(part, whole), '#00c8ff') : nothing} ${geometry(box, '#fff')}
    ${safeLine(window, part)}
    <path d=${rulersOf(part)} fill="#fff" />
    ${isRoomy(part) ? rulerNumbers(part) : nothing}
    <path d=${cornersOf(width, height)} fill="#fff" />
    ${isRoomy(part) ? cornerLabels(part) : nothing} ${frame(box)}
    <rect
      x=${content.left - 4}
      y=${content.top - 3}
      width=${content.width + 8}
      height=${content.height + 6}
      fill="#000"
    />
    ${content.blocks.map(drawn)} ${isRoomy(part) ? edgeLabels(part) : nothing}
  `;
  return { still, time: timeOf(content) };
}
