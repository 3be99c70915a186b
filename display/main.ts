import { motionOf } from './motion/motion.ts';
import { startPreview } from './preview/preview.ts';
import { startScreen } from './screen.ts';
import './slides/pb-slide-cover.ts';
import './slides/pb-slide-project-ranking.ts';
import './slides/pb-slide-project.ts';
import './slides/pb-slide-projects.ts';
import './slides/pb-slide-summary.ts';
import './slides/pb-slide-ticker.ts';
import './slides/pb-slide-unit-ranking.ts';
import { loadFonts } from './text/measure.ts';
import { report } from './report.ts';

const motion = motionOf(location.search, matchMedia('(prefers-reduced-motion: reduce)').matches);

loadFonts()
  .catch((error: unknown) => report('fonts could not be loaded; going on with those of the system', error))
  .then(() => (new URLSearchParams(location.search).has('preview') ? startPreview(motion) : startScreen(motion)))
  .catch((error: unknown) => report('the page could not start', error));
