/** What a playlist means on a stage: how long it runs, and whether it can be read. */
import type { Programme } from '../../core/programme/programme.ts';
import { turnsOf } from '../../core/programme/now-showing.ts';
import { bodyCharacterPx, layoutOf } from '../../core/stage/layout.ts';
import type { Stage } from '../../core/stage/stage.ts';

export interface LoopFacts {
  readonly seconds: number;
  readonly pages: number;
}

export function loopFacts(programme: Programme, stage: Stage): LoopFacts {
  const turns = turnsOf(programme, stage, programme.roadside);
  return { seconds: Math.round(turns.reduce((sum, turn) => sum + turn.milliseconds, 0) / 1000), pages: turns.length };
}

export interface Legibility {
  /** Height that a character needs to be read from the farthest place, in pixels. */
  readonly neededPx: number;
  readonly rowTextPx: number;
  readonly rowsPerPage: number;
  readonly readable: boolean;
}

export function legibility(stage: Stage): Legibility {
  const { rowText, rowsPerPage } = layoutOf(stage);
  const neededPx = bodyCharacterPx(stage);
  return { neededPx, rowTextPx: rowText, rowsPerPage, readable: rowText >= neededPx };
}
