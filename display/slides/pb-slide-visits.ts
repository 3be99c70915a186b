import { RowListSlide } from './rows/row-list-slide.ts';

/** Visits of leaders on site, and campaigns on holidays. */
export class PbSlideVisits extends RowListSlide {}

customElements.define('pb-slide-visits', PbSlideVisits);
