import { countedText } from '../../motion/counted-text.ts';
import type { RowState } from '../../motion/row-plan.ts';
import { barLength } from './bar-scale.ts';
import type { ListRow } from './list-view.ts';

/** Paints what moves in a row: its place, its bar and its digits. */
export function paintRow(track: number, time: number) {
  return (element: HTMLElement, row: ListRow, state: RowState, scale: number): void => {
    element.style.transform = `translate3d(${Math.round(state.x)}px, ${Math.round(state.y)}px, 0)`;
    element.style.opacity = state.opacity === 1 ? '' : String(state.opacity);
    element.style.zIndex = state.glow > 0 ? '2' : '1';
    const part = (name: string): HTMLElement | null => element.querySelector(`.${name}`);
    part('glow')?.style.setProperty('opacity', String(state.glow));
    const { pixels, over } = barLength(row.rate ? state.value : 0, scale, track);
    part('fill')?.style.setProperty('transform', `translateX(${pixels - track}px)`);
    part('over')?.style.setProperty('opacity', over ? '1' : '0');
    part('mark')?.style.setProperty(
      'transform',
      `translateX(${Math.round((Math.min(time, scale) / scale) * track)}px)`,
    );
    part('hundred')?.style.setProperty('transform', `translateX(${Math.round((100 / scale) * track)}px)`);
    part('hundred')?.style.setProperty('opacity', scale > 100.5 ? '1' : '0');
    const digits = part('count');
    const text = row.rate ? countedText(state.value, row.rate.value, row.rate.text) : '—';
    if (digits && digits.textContent !== text) digits.textContent = text;
  };
}
