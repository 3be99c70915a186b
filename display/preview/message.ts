import { isProgramme } from '../../core/protocol/parse.ts';
import type { Programme } from '../../core/programme/programme.ts';
import { fail, isObject, ok, type Result } from '../../core/result.ts';
import { checkStage, type Stage } from '../../core/stage/stage.ts';
import type { Pin } from '../player/timing.ts';

/** What the admin page asks the preview to show. */
export interface PreviewRequest {
  readonly programme: Programme;
  readonly stage: Stage;
  readonly pin?: Pin;
  /** CSS scale of the stage. */
  readonly scale: number;
}

/** A request from a message's data, or why it is none. */
export function parsePreview(data: unknown): Result<PreviewRequest, string> {
  if (!isObject(data) || data['type'] !== 'paceboard-preview') return fail('not a preview message');
  const { programme, slide, page, scale } = data;
  const stage = checkStage(data['stage']);
  if (!isProgramme(programme)) return fail('programme is malformed');
  if (!stage.ok) return fail(`stage ${stage.problem}`);
  return ok({
    programme,
    stage: { ...stage.value, x: 0, y: 0 },
    ...(typeof slide === 'string' ? { pin: { slide, page: typeof page === 'number' ? page : 0 } } : {}),
    scale: typeof scale === 'number' && scale > 0 ? scale : 1,
  });
}
