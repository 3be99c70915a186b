import { RowListSlide } from './rows/row-list-slide.ts';

/** Plan and completed investment by part of the list. */
export class PbSlideBreakdown extends RowListSlide {}

customElements.define('pb-slide-breakdown', PbSlideBreakdown);
