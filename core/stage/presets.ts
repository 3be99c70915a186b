/** Common LED walls, with the pitch and the distance that such walls usually have. */
import { DEFAULT_STAGE, type Stage } from './stage.ts';

const preset = (width: number, height: number, pitchMm: number, distanceM: number): Stage => ({
  ...DEFAULT_STAGE,
  width,
  height,
  pitchMm,
  distanceM,
});

export const COMMON_STAGES: readonly Stage[] = [
  preset(1920, 1080, 5, 20),
  preset(3840, 2160, 2.5, 20),
  preset(1080, 1920, 5, 20),
  preset(2560, 720, 5, 20),
  preset(960, 480, 5, 15),
  preset(504, 336, 5, 15),
  preset(384, 192, 10, 20),
  preset(192, 96, 10, 15),
  preset(1536, 128, 10, 20),
];
