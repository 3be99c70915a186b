import { html, nothing, type TemplateResult } from 'lit';
import { styled } from '../../text/styled.ts';
import { slotsOf, type Slot } from './item-slots.ts';
import type { ListRow } from './list-view.ts';
import type { RowForm } from './row-template.ts';

const slotTemplate = ({ left, width, label, points }: Slot, size: number, labelled: boolean) => html`
  <div class="slot" ${styled({ left, width })}>
    ${
      labelled && label
        ? html`<span class="fitted label" ${styled({ 'font-size': label.size })}
            >${label.lines.map((line) => html`<span>${line}</span>`)}</span
          >`
        : nothing
    }
    <div class="track"><i class="part"></i></div>
    ${points ? html`<span class="points figures" ${styled({ 'font-size': size })}>${points}</span>` : nothing}
  </div>
`;

/** The bar of a row: its rate against time, or what every item brought. */
export function barTemplate(row: ListRow, tone: string, { view, slots, labelled }: RowForm): TemplateResult {
  // Slots that cannot be labelled would say nothing: then the bar is the whole.
  if (view.bars === 'parts' && slots.size > 0) {
    const shown = slotsOf(row.parts ?? [], slots);
    return html`
      <div class="bar parts">${shown.map((slot) => slotTemplate(slot, slots.size, labelled.has(row.id)))}</div>
    `;
  }
  return html`
    <div class="bar ${tone}">
      <div class="track"><i class="fill"></i><i class="hundred"></i><i class="over"></i></div>
      ${view.time ? html`<i class="mark"></i>` : nothing}
    </div>
  `;
}
