import { msg, str } from '@lit/localize';
import type { Screen } from '../../core/registers/index.ts';
import { uprightOf, wholeOf } from '../../core/stage/canvas.ts';
import { COMMON_STAGES } from '../../core/stage/presets.ts';
import type { Stage } from '../../core/stage/stage.ts';

/** A stage that the preview can be drawn on. */
export interface PreviewStage {
  readonly id: string;
  readonly name: string;
  readonly stage: Stage;
}

const size = ({ width, height }: Stage): string => `${width}×${height}`;

/** What a screen's output shows, and, where it is turned, the same as viewers see it. */
function stagesOf({ id, name, stage }: Screen): readonly PreviewStage[] {
  const { rotation } = stage;
  const output = { ...stage, x: 0, y: 0 };
  const turned = rotation === undefined ? '' : ` ↻${rotation}°`;
  const upright = uprightOf(stage);
  return [
    { id, name: `${name} ${size(stage)}${turned}`, stage: output },
    ...(rotation === undefined
      ? []
      : [
          {
            id: `${id}/upright`,
            name: `${name} ${size(upright)} ${msg('（转正看）', { id: 'preview.upright' })}`,
            stage: upright,
          },
        ]),
  ];
}

/** The whole picture of each wall that the screens are parts of. */
function wallsOf(screens: readonly Screen[]): readonly PreviewStage[] {
  const walls = new Map(
    screens
      .filter(({ stage }) => stage.wall)
      .map(({ stage }) => {
        const whole = wholeOf(stage);
        return [size(whole), whole] as const;
      }),
  );
  return [...walls].map(([words, stage]) => ({
    id: `wall/${words}`,
    name: msg(str`整墙 ${words}`, { id: 'preview.wall' }),
    stage,
  }));
}

/** A group's walls, the stages of its screens, then the common ones. The corner plays no part in a preview. */
export function previewStages(screens: readonly Screen[], group: string): readonly PreviewStage[] {
  const own = screens.filter((screen) => screen.group === group && !screen.revoked);
  return [
    ...wallsOf(own),
    ...own.flatMap(stagesOf),
    ...COMMON_STAGES.map((stage) => ({ id: size(stage), name: `${size(stage)} P${stage.pitchMm}`, stage })),
  ];
}
