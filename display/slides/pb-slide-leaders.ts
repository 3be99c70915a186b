import { RowListSlide } from './rows/row-list-slide.ts';

/** Leaders and how the projects that they sponsor stand. */
export class PbSlideLeaders extends RowListSlide {}

customElements.define('pb-slide-leaders', PbSlideLeaders);
