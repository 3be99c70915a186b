import { RowListSlide } from './rows/row-list-slide.ts';

/** Every project, in list order. */
export class PbSlideProjects extends RowListSlide {}

customElements.define('pb-slide-projects', PbSlideProjects);
