/** The only way in for wire data: text to a typed message, or why it is none. Nothing is cast unchecked. */
import { isObject, fail, ok, type Result } from '../result.ts';
import { SCREEN_MOTIONS, type ScreenMotion } from '../stage/motion.ts';
import { checkStage } from '../stage/stage.ts';
import { instant } from '../time.ts';
import type { Programme } from '../programme/programme.ts';
import { healthIn } from './health.ts';
import type { Position, ScreenMessage, ScreenProfile, ServerMessage } from './messages.ts';

type Json = Record<string, unknown>;

const MAX_TEXT = 128;

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MAX_TEXT;
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const parseJson = (text: string): Result<Json, string> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('not JSON');
  }
  return isObject(value) ? ok(value) : fail('not an object');
};

const position = (value: unknown): Position | null => {
  if (!isObject(value)) return null;
  const { epoch, revision, hash } = value;
  return isText(epoch) && isCount(revision) && isText(hash) ? { epoch, revision, hash } : null;
};

/** A message from a screen. */
export function parseScreenMessage(text: string): Result<ScreenMessage, string> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const message = json.value;
  switch (message['type']) {
    case 'resume': {
      if (message['position'] === undefined) return ok({ type: 'resume' });
      const at = position(message['position']);
      return at ? ok({ type: 'resume', position: at }) : fail('resume: position is malformed');
    }
    case 'lost':
      return ok({ type: 'lost' });
    case 'clock':
      return isTime(message['t0']) ? ok({ type: 'clock', t0: message['t0'] }) : fail('clock: t0 is no number');
    case 'painted': {
      const { revision, at } = message;
      return isCount(revision) && isTime(at) ? ok({ type: 'painted', revision, at }) : fail('painted is malformed');
    }
    case 'status': {
      const { slide, page, viewport } = message;
      // A page of another version may say it otherwise; it must not lose its connection for that.
      const health = healthIn(message['health']);
      return isText(slide) && isCount(page) && isText(viewport)
        ? ok({ type: 'status', slide, page, viewport, ...(health ? { health } : {}) })
        : fail('status is malformed');
    }
    default:
      return fail('unknown type');
  }
}

const isMotion = (value: unknown): value is ScreenMotion =>
  typeof value === 'string' && Object.prototype.hasOwnProperty.call(SCREEN_MOTIONS, value);

/** What a screen is told of itself, from the wire or from its own storage; null when it is malformed. */
export function screenProfile(value: unknown): ScreenProfile | null {
  if (!isObject(value)) return null;
  const { id, name, stage, motion, testCard } = value;
  const checked = checkStage(stage);
  if (!isText(id) || !isText(name) || !checked.ok) return null;
  return {
    id,
    name,
    stage: checked.value,
    ...(isMotion(motion) ? { motion } : {}),
    ...(testCard === true ? { testCard } : {}),
  };
}

/**
 * Whether a document has the outer form of a programme. Its slides are the server's own and are checked by
 * their hash; a slide that an older page cannot draw is skipped there, not refused here.
 */
export function isProgramme(value: unknown): value is Programme {
  if (!isObject(value) || !isObject(value['slides'])) return false;
  return (
    ['group', 'theme', 'locale', 'issuer', 'source', 'asOf'].every((name) => typeof value[name] === 'string') &&
    isTime(value['anchor']) &&
    isTime(value['figuresChangedAt'])
  );
}

/** A message from the server. */
export function parseServerMessage(text: string): Result<ServerMessage, string> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const message = json.value;
  const at = position(message);
  switch (message['type']) {
    case 'hello': {
      const { protocol, epoch, serverTime, build } = message;
      const screen = screenProfile(message['screen']);
      return isCount(protocol) && isText(epoch) && isTime(serverTime) && isText(build) && screen
        ? ok({ type: 'hello', protocol, epoch, serverTime: instant(serverTime), build, screen })
        : fail('hello is malformed');
    }
    case 'screen': {
      const screen = screenProfile(message['screen']);
      return screen ? ok({ type: 'screen', screen }) : fail('screen is malformed');
    }
    case 'snapshot': {
      const { programme } = message;
      return at && isProgramme(programme) ? ok({ type: 'snapshot', programme, ...at }) : fail('snapshot is malformed');
    }
    case 'patch': {
      const { from, patch } = message;
      return at && isCount(from) && isObject(patch)
        ? ok({ type: 'patch', from, patch, ...at })
        : fail('patch is malformed');
    }
    case 'beat': {
      const { serverTime } = message;
      return at && isTime(serverTime)
        ? ok({ type: 'beat', serverTime: instant(serverTime), ...at })
        : fail('beat is malformed');
    }
    case 'clock': {
      const { t0, t1, t2 } = message;
      return isTime(t0) && isTime(t1) && isTime(t2)
        ? ok({ type: 'clock', t0, t1: instant(t1), t2: instant(t2) })
        : fail('clock is malformed');
    }
    default:
      return fail('unknown type');
  }
}
