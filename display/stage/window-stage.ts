import { DEFAULT_STAGE, type Stage } from '../../core/stage/stage.ts';

/** The whole window as a stage, for a browser that has none of its own yet. */
export const windowStage = (): Stage => ({
  ...DEFAULT_STAGE,
  width: Math.max(64, window.innerWidth),
  height: Math.max(32, window.innerHeight),
});
