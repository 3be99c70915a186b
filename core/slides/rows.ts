/** Rows of slides that list; apart from their computation, so that a screen reads them without it. */
import type { SlideContent } from './data.ts';

/** The rows of a slide that lists, keyed by id; null for slides of a single page. */
export function rowsOf(content: SlideContent): Readonly<Record<string, { readonly order: number }>> | null {
  switch (content.kind) {
    case 'unitRanking':
    case 'projectRanking':
    case 'projects':
    case 'redBlack':
    case 'assessment':
    case 'milestones':
    case 'leaders':
    case 'permits':
    case 'visits':
    case 'breakdown':
    case 'photoWall':
      return content.data.rows;
    case 'issues':
      return content.data.byCategory;
    default:
      return null;
  }
}

/** Whether any figure on a slide is what a unit reported and nobody verified: the slide then says so. */
export function holdsUnverified(content: SlideContent): boolean {
  switch (content.kind) {
    case 'summary':
    case 'project':
      return content.data.unverified === true;
    case 'headToHead':
      return content.data.first.unverified === true || content.data.second.unverified === true;
    case 'trend':
      return content.data.all.some(({ unverified }) => unverified);
    case 'unitRanking':
    case 'projectRanking':
    case 'projects':
    case 'leaders':
    case 'breakdown':
      return Object.values<{ readonly unverified?: true }>(content.data.rows).some(({ unverified }) => unverified);
    default:
      return false;
  }
}
