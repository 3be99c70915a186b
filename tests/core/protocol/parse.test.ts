import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScreenMessage, parseServerMessage } from '../../../core/protocol/parse.ts';
import type { ScreenMessage } from '../../../core/protocol/messages.ts';

const SPOKEN: readonly ScreenMessage[] = [
  { type: 'resume' },
  { type: 'resume', position: { epoch: 'e', revision: 3, hash: 'h' } },
  { type: 'lost' },
  { type: 'clock', t0: 1.5 },
  { type: 'painted', revision: 3, at: 12 },
  { type: 'status', slide: 's', page: 0, viewport: '1920x1080' },
];

describe('parsing', () => {
  it.each(SPOKEN.map((message) => [JSON.stringify(message), message] as const))(
    '[P8.1] %s is understood',
    (text, message) => {
      expect(parseScreenMessage(text)).toEqual({ ok: true, value: message });
    },
  );

  it.each([
    '',
    'null',
    '[]',
    '"resume"',
    '{"type":"resume","position":null}',
    '{"type":"resume","position":{"epoch":"e","revision":-1,"hash":"h"}}',
    '{"type":"resume","position":{"epoch":"e","revision":1.5,"hash":"h"}}',
    `{"type":"resume","position":{"epoch":"${'e'.repeat(129)}","revision":1,"hash":"h"}}`,
    '{"type":"clock"}',
    '{"type":"clock","t0":"1"}',
    '{"type":"painted","revision":1}',
    '{"type":"status","slide":1,"page":0,"viewport":""}',
    '{"type":"hello"}',
  ])('[P8.1] %s is refused', (text) => {
    expect(parseScreenMessage(text).ok).toBe(false);
  });

  it('[P8.1] whatever arrives is understood or refused, never thrown', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(typeof parseScreenMessage(text).ok).toBe('boolean');
        expect(typeof parseServerMessage(text).ok).toBe('boolean');
      }),
    );
  });

  it('[P8.1] members that nobody knows are left out', () => {
    expect(parseScreenMessage('{"type":"lost","more":1}')).toEqual({ ok: true, value: { type: 'lost' } });
  });
});
