import { RowListSlide } from './rows/row-list-slide.ts';

/** The next milestone of every project, those over their date first. */
export class PbSlideMilestones extends RowListSlide {}

customElements.define('pb-slide-milestones', PbSlideMilestones);
