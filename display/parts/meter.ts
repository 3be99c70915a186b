import { html, type TemplateResult } from 'lit';
import type { Pace } from '../../core/metrics/metrics.ts';
import { barLength, barScale } from '../slides/rows/bar-scale.ts';
import { styled } from '../text/styled.ts';

export interface Meter {
  /** The value on its way, and where it will end: the scale follows the end. */
  readonly value: number;
  readonly goal: number;
  readonly time: number;
  readonly width: number;
  readonly height: number;
  readonly pace: Pace;
}

/** A single large bar with the line of time and, where it goes beyond, the line of 100 %. */
export function meter({ value, goal, time, width, height, pace }: Meter): TemplateResult {
  const scale = barScale([goal]);
  const { pixels, over } = barLength(value, scale, width);
  const at = (percent: number): string => `translateX(${Math.round((Math.min(percent, scale) / scale) * width)}px)`;
  return html`
    <div class="meter bar ${pace}" ${styled({ width, height, '--bar-width': width, '--bar-height': height })}>
      <div class="track">
        <i class="fill" ${styled({ transform: `translateX(${pixels - width}px)` })}></i>
        <i class="hundred" ${styled({ transform: at(100), opacity: scale > 100 ? '1' : '0' })}></i>
        <i class="over" ${styled({ opacity: over ? '1' : '0' })}></i>
      </div>
      <i class="mark" ${styled({ transform: at(time) })}></i>
    </div>
  `;
}
