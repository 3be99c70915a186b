import { describe, expect, it } from 'vitest';
import type { Programme } from '../../core/programme/programme.ts';
import { parseInstant } from '../../core/office-time.ts';
import { instant } from '../../core/time.ts';
import { staleDays } from '../../display/parts/badges.ts';
import { layoutFaults } from './layout-faults.ts';
import { demoProgramme, unverifiedLedger } from './programmes.ts';
import { useStand } from './stand.ts';

const STAGES = ['1920x1080', '1080x1920', '2560x720', '960x480', '504x336', '384x192', '192x96', '1536x128'];

/** As a real office's, not marked as demo. */
const real = (staleAfterDays?: number, locale: 'zh-CN' | 'en' = 'zh-CN'): Programme => ({
  ...demoProgramme('red', '2017-05-31', locale),
  demo: false,
  ...(staleAfterDays === undefined ? {} : { staleAfterDays }),
});

const daysAt = (time: string, staleAfterDays?: number): number | null =>
  staleDays({ programme: real(staleAfterDays), now: () => parseInstant(time) ?? instant(0) });

describe('the age of figures as of 31 May', () => {
  it('is told from the day after those that the office allows, by its own calendar', () => {
    expect(daysAt('2017-06-30T23:59:59+08:00', 30)).toBeNull();
    expect(daysAt('2017-07-01T00:00:00+08:00', 30)).toBe(31);
  });

  it('is not told where the office allows any', () => {
    expect(daysAt('2020-01-01T12:00:00+08:00')).toBeNull();
  });
});

describe('its sign', () => {
  const stand = useStand();

  const signOn = async (programme: Programme, size: string): Promise<string> => {
    const [slide = ''] = Object.entries(programme.slides).find(([, { kind }]) => kind === 'unitRanking') ?? [];
    await stand.show(size, programme, slide);
    const frame = stand.page.locator('pb-frame').last();
    return frame.evaluate((element) => element.shadowRoot?.querySelector('.badge.stale')?.textContent ?? '');
  };

  it.each(STAGES)('stands beside the other words on %s, in both languages', async (size) => {
    const low = size === '192x96' || size === '1536x128' || size === '384x192';
    expect(await signOn(real(30), size)).toMatch(low ? /^旧\d{4}天$/ : /^数据已 \d{4} 天未更新$/);
    expect(await layoutFaults(stand.page)).toEqual([]);
    expect(await signOn(real(30, 'en'), size)).toMatch(low ? /^\d{4} d old$/ : /^figures \d{4} days old$/);
    expect(await layoutFaults(stand.page)).toEqual([]);
  });

  it('is absent where figures are fresh enough', async () => {
    expect(await signOn(real(36_500), '1920x1080')).toBe('');
  });

  it.each(['504x336', '192x96'])('leaves room for the other signs on %s, if need be in short words', async (size) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const unverified = demoProgramme('red', '2017-05-31', locale, unverifiedLedger('2017-05-31'));
      await signOn({ ...unverified, demo: false, staleAfterDays: 30 }, size);
      await stand.page
        .locator('pb-stage')
        .evaluate(async (stage: HTMLElement & { offlineMinutes?: number; drawn?: Promise<void> }) => {
          stage.offlineMinutes = 12;
          await stage.drawn;
        });
      expect(await layoutFaults(stand.page)).toEqual([]);
      const frame = stand.page.locator('pb-frame').last();
      expect(await frame.evaluate((element) => element.shadowRoot?.textContent)).toMatch(/离线|off/);
    }
  });
});
