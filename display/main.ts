import { motionOf } from './motion/motion.ts';
import { startPreview } from './preview/preview.ts';
import { startScreen } from './screen.ts';
import './slides/pb-slide-assessment.ts';
import './slides/pb-slide-breakdown.ts';
import './slides/pb-slide-before-after.ts';
import './slides/pb-slide-cover.ts';
import './slides/pb-slide-image.ts';
import './slides/pb-slide-photo-wall.ts';
import './slides/pb-slide-video.ts';
import './slides/pb-slide-issues.ts';
import './slides/pb-slide-leaders.ts';
import './slides/pb-slide-milestones.ts';
import './slides/pb-slide-permits.ts';
import './slides/pb-slide-clock.ts';
import './slides/pb-slide-commencement.ts';
import './slides/pb-slide-head-to-head.ts';
import './slides/pb-slide-neutral.ts';
import './slides/pb-slide-notice.ts';
import './slides/pb-slide-pipeline.ts';
import './slides/pb-slide-trend.ts';
import './slides/pb-slide-project-ranking.ts';
import './slides/pb-slide-project.ts';
import './slides/pb-slide-projects.ts';
import './slides/pb-slide-red-black.ts';
import './slides/pb-slide-summary.ts';
import './slides/pb-slide-test-card.ts';
import './slides/pb-slide-ticker.ts';
import './slides/pb-slide-unit-ranking.ts';
import './slides/pb-slide-visits.ts';
import { loadFonts } from './text/measure.ts';
import { report } from './report.ts';

const motion = motionOf(location.search, matchMedia('(prefers-reduced-motion: reduce)').matches);

loadFonts()
  .catch((error: unknown) => report('fonts could not be loaded; going on with those of the system', error))
  .then(() => (new URLSearchParams(location.search).has('preview') ? startPreview(motion) : startScreen(motion)))
  .catch((error: unknown) => report('the page could not start', error));
