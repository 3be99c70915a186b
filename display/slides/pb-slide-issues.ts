import { RowListSlide } from './rows/row-list-slide.ts';

/** Issues by category, and how many are settled. */
export class PbSlideIssues extends RowListSlide {}

customElements.define('pb-slide-issues', PbSlideIssues);
