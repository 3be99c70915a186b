import { RowListSlide } from './rows/row-list-slide.ts';

/** Ranks and scores of the annual assessment, with what every item brought. */
export class PbSlideAssessment extends RowListSlide {}

customElements.define('pb-slide-assessment', PbSlideAssessment);
