import { msg } from '@lit/localize';
import { css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { canvasBox, partOf, pictureOf, placed, placementOf, type Rectangle } from '../../core/stage/canvas.ts';
import type { Stage } from '../../core/stage/stage.ts';
import { isSameWall, wallFaults, type NamedStage } from '../../core/stage/wall.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import { rotationWords, wallFaultWords, wallWords, windowWords } from './stage-words.ts';

/** Room for a drawing, in pixels of the page. */
const WIDEST = 360;
const HIGHEST = 200;
/** What a player's output is, at the least. */
const OUTPUT = { width: 1920, height: 1080 } as const;

type Scale = (pixels: number) => number;

const box = ({ left, top, width, height }: Rectangle, to: Scale, kind: string) => svg`
  <rect class=${kind} x=${to(left)} y=${to(top)} width=${Math.max(1, to(width))} height=${Math.max(1, to(height))} />
`;

const scaleFor = (width: number, height: number): Scale => {
  const scale = Math.min(WIDEST / width, HIGHEST / height);
  return (pixels) => Math.round(pixels * scale * 10) / 10;
};

/** A stage to scale: its window in the output, and its part of the wall with those of the other screens. */
@customElement('pb-stage-drawing')
export class PbStageDrawing extends PbElement {
  @property({ attribute: false }) stage: Stage | null = null;
  /** The screen's name, and the other screens of its group. */
  @property() name = '';
  @property({ attribute: false }) others: readonly NamedStage[] = [];

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 12px 28px;
        margin: 12px 0;
      }
      figure {
        margin: 0;
        min-width: 0;
      }
      svg {
        display: block;
        max-width: 100%;
        height: auto;
        background: #eef1f5;
      }
      figcaption {
        max-width: 360px;
        margin-top: 4px;
      }
      .output,
      .wall {
        fill: #1c232c;
      }
      .window,
      .mine {
        fill: #2f6fb5;
        stroke: #fff;
      }
      .other {
        fill: #7d8fa3;
        fill-opacity: 0.75;
        stroke: #fff;
      }
      .gap {
        fill: #c62828;
      }
      .overlap {
        fill: none;
        stroke: #ffb300;
        stroke-width: 3;
      }
      .safe {
        fill: none;
        stroke: #fff;
        stroke-dasharray: 4 3;
      }
      .up {
        stroke: #fff;
        stroke-width: 2;
        fill: none;
      }
      text {
        fill: #fff;
        font-size: 12px;
      }
    `,
  ];

  protected override render() {
    const { stage } = this;
    return stage ? html`${this.renderOutput(stage)} ${stage.wall ? this.renderWall(stage) : nothing}` : nothing;
  }

  private renderOutput(stage: Stage) {
    const { x, y, width, height } = stage;
    const output = { width: Math.max(OUTPUT.width, x + width), height: Math.max(OUTPUT.height, y + height) };
    const to = scaleFor(output.width, output.height);
    const window = { left: x, top: y, width, height };
    const safe = placed(canvasBox(stage), placementOf(stage));
    const words = [windowWords(stage), rotationWords(stage)].filter(Boolean).join('；');
    return html`
      <figure>
        <svg
          viewBox="0 0 ${to(output.width)} ${to(output.height)}"
          width=${to(output.width)}
          height=${to(output.height)}
          role="img"
          aria-label=${words}
        >
          ${box({ left: 0, top: 0, ...output }, to, 'output')} ${box(window, to, 'window')}
          ${stage.safe && !stage.wall ? box({ ...safe, left: safe.left + x, top: safe.top + y }, to, 'safe') : nothing}
          ${this.renderUp(stage, to)}
        </svg>
        <figcaption class="small soft"><b>${msg('播放器输出', { id: 'stage.output' })}</b> ${words}</figcaption>
      </figure>
    `;
  }

  /** An arrow that points to where the picture's upper edge comes to lie. */
  private renderUp({ x, y, width, height, rotation }: Stage, to: Scale) {
    const [middle, centre] = [to(x + width / 2), to(y + height / 2)];
    const long = Math.min(26, to(Math.min(width, height)) * 0.35);
    return svg`<g transform="translate(${middle} ${centre}) rotate(${rotation ?? 0})">
      <path class="up" d="M0 ${long}V${-long}M${-long / 2} ${-long / 2}L0 ${-long}L${long / 2} ${-long / 2}" />
    </g>`;
  }

  private renderWall(stage: Stage) {
    const { width, height } = pictureOf(stage);
    const to = scaleFor(width, height);
    const same = this.others.filter((each) => isSameWall(each.stage, stage));
    const faults = wallFaults([...same, { name: this.name || msg('本屏', { id: 'wall.mine' }), stage }]);
    const words = wallWords(stage, same.length + 1, faults);
    return html`
      <figure>
        <svg
          viewBox="0 0 ${to(width)} ${to(height)}"
          width=${to(width)}
          height=${to(height)}
          role="img"
          aria-label=${words}
        >
          ${box({ left: 0, top: 0, width, height }, to, 'wall')} ${faults.gaps.map((gap) => box(gap, to, 'gap'))}
          ${same.map((each) => this.renderPart(each, to, 'other'))}
          ${this.renderPart({ name: this.name, stage }, to, 'mine')}
          ${faults.overlaps.map(([, , both]) => box(both, to, 'overlap'))}
          ${stage.safe ? box(canvasBox(stage), to, 'safe') : nothing}
        </svg>
        <figcaption class="small">
          <span class="soft"><b>${msg('拼接', { id: 'wall.title' })}</b> ${words}</span>
          ${wallFaultWords(faults).map((fault) => html`<div class="message warn">${fault}</div>`)}
        </figcaption>
      </figure>
    `;
  }

  private renderPart({ name, stage }: NamedStage, to: Scale, kind: 'mine' | 'other') {
    const part = partOf(stage);
    const wide = to(part.width) > 40 && to(part.height) > 18;
    return svg`${box(part, to, kind)}${
      wide
        ? svg`<text x=${to(part.left) + 4} y=${to(part.top) + 14}>${name.slice(0, Math.floor(to(part.width) / 13))}</text>`
        : nothing
    }`;
  }
}
