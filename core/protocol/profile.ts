import type { Screen } from '../registers/index.ts';
import type { ScreenProfile } from './messages.ts';

/** What a screen is told of its record; where it hangs is for the office. */
export const profileOf = ({ id, name, stage, motion, testCard }: Screen): ScreenProfile => ({
  id,
  name,
  stage,
  ...(motion && motion !== 'full' ? { motion } : {}),
  ...(testCard ? { testCard } : {}),
});
