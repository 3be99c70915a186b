import { RowListSlide } from './rows/row-list-slide.ts';

/** Units of one group by completed investment. */
export class PbSlideUnitRanking extends RowListSlide {}

customElements.define('pb-slide-unit-ranking', PbSlideUnitRanking);
