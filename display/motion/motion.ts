import type { ScreenMotion } from '../../core/stage/motion.ts';

/** How much moves on a screen: everything, slides only fade into each other, or they are cut. */
export type Motion = ScreenMotion;

/** What a page is asked for by its address; else what the machine prefers. */
export function motionOf(search: string, prefersReduced: boolean): Motion {
  const asked = new URLSearchParams(search).get('motion');
  if (asked === 'none' || asked === 'calm' || asked === 'full') return asked;
  return prefersReduced ? 'none' : 'full';
}

const CALMEST: readonly Motion[] = ['none', 'calm', 'full'];

/** The calmer of two. */
export const calmer = (one: Motion, other: Motion): Motion =>
  CALMEST.find((motion) => motion === one || motion === other) ?? 'full';
