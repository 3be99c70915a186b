import { RowListSlide } from './rows/row-list-slide.ts';

/** Projects by completed investment. */
export class PbSlideProjectRanking extends RowListSlide {}

customElements.define('pb-slide-project-ranking', PbSlideProjectRanking);
