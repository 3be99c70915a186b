/** A stage in words: its size on the wall, what is wrong with it, how the parts of a wall fit together. */
import { msg, str } from '@lit/localize';
import { partOf, pictureOf, type Rectangle } from '../../core/stage/canvas.ts';
import { partSize, type Stage } from '../../core/stage/stage.ts';
import type { WallFaults } from '../../core/stage/wall.ts';

const metres = (pixels: number, pitchMm: number): string => ((pixels * pitchMm) / 1000).toFixed(2);

/** What the window is: pixels, and metres of LED. */
export function windowWords({ x, y, width, height, pitchMm }: Stage): string {
  const [across, down] = [metres(width, pitchMm), metres(height, pitchMm)];
  return msg(str`输出画面中从 ${x},${y} 起 ${width}×${height} 像素，屏体约 ${across} × ${down} 米`, {
    id: 'stage.window',
  });
}

export function rotationWords(stage: Stage): string {
  const { rotation } = stage;
  if (rotation === undefined) return '';
  const [width, height] = partSize(stage);
  return msg(str`画面顺时针转 ${rotation}° 送出，观众看到的是 ${width}×${height}`, { id: 'stage.turned' });
}

const places = ({ left, top, width, height }: Rectangle): string => `${left},${top} · ${width}×${height}`;

const MOST_NAMED = 3;

/** What is wrong with a wall, a sentence for each fault. */
export function wallFaultWords({ gaps, overlaps, differing }: WallFaults): readonly string[] {
  return [
    ...gaps.slice(0, MOST_NAMED).map((gap) => msg(str`没有屏幕显示的部分：${places(gap)}`, { id: 'wall.gap' })),
    ...overlaps
      .slice(0, MOST_NAMED)
      .map(([first, second, both]) => msg(str`“${first}”与“${second}”重叠：${places(both)}`, { id: 'wall.overlap' })),
    ...(differing.length > 0
      ? [
          msg(str`安全边、点间距或观看距离与别的屏不同，排版会对不上：${differing.join('、')}`, {
            id: 'wall.differing',
          }),
        ]
      : []),
  ];
}

/** How the screens of a wall fit together. */
export function wallWords(stage: Stage, screens: number, faults: WallFaults): string {
  const { width, height } = pictureOf(stage);
  const { left, top } = partOf(stage);
  const part = msg(str`整墙 ${width}×${height} 像素，本屏从 ${left},${top} 起`, { id: 'wall.part' });
  return wallFaultWords(faults).length > 0
    ? part
    : `${part} · ${msg(str`${screens} 块屏正好拼满`, { id: 'wall.whole' })}`;
}

/** Why a form's values are no stage, and the field to say it at. */
export function stageProblem(problem: string): readonly [field: string, words: string] {
  if (problem.startsWith('the wall must hold'))
    return ['wallWidth', msg('整墙装不下本屏：左边距加本屏宽、上边距加本屏高都不能超过整墙', { id: 'wall.too-small' })];
  if (problem.startsWith('wall.')) return ['wallWidth', msg('整墙的宽和高都要填', { id: 'wall.incomplete' })];
  if (problem.startsWith('the safe edges') || problem.startsWith('safe.'))
    return ['safeTop', msg('安全边太大，中间没有地方了', { id: 'stage.safe-too-large' })];
  return ['pitchMm', msg('点间距 0.5–50，距离 1–500', { id: 'screens.stage-range' })];
}

/** Below the fields of a screen, by name. */
export const screenHints = (): Readonly<Record<string, string>> => ({
  motion: msg('留空：全部', { id: 'option.all' }),
  rotation: msg('留空：不旋转', { id: 'hint.upright' }),
  testCard: msg('盖过节目单和熄屏，调好后务必关掉', { id: 'hint.test-card' }),
});
