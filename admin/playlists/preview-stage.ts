import type { Screen } from '../../core/registers/index.ts';
import { DEFAULT_STAGE, type Stage } from '../../core/stage/stage.ts';

/** A stage that the preview can be drawn on. */
export interface PreviewStage {
  readonly id: string;
  readonly name: string;
  readonly stage: Stage;
}

const preset = (width: number, height: number, pitchMm: number, distanceM: number): PreviewStage => ({
  id: `${width}x${height}`,
  name: `${width}×${height}`,
  stage: { ...DEFAULT_STAGE, width, height, pitchMm, distanceM },
});

/** Common walls, for a look before there is a screen. */
const PRESETS: readonly PreviewStage[] = [preset(1920, 1080, 5, 20), preset(960, 480, 5, 15), preset(192, 96, 10, 15)];

/** The stages of a group's screens, then the common ones. The corner plays no part in a preview. */
export const previewStages = (screens: readonly Screen[], group: string): readonly PreviewStage[] => [
  ...screens
    .filter((screen) => screen.group === group && !screen.revoked)
    .map(({ id, name, stage }) => ({
      id,
      name: `${name} ${stage.width}×${stage.height}`,
      stage: { ...stage, x: 0, y: 0 },
    })),
  ...PRESETS,
];
