import { RowListSlide } from './rows/row-list-slide.ts';

/** Departments and what they decided in time. */
export class PbSlidePermits extends RowListSlide {}

customElements.define('pb-slide-permits', PbSlidePermits);
