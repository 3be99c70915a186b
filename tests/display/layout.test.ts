import { describe, expect, it } from 'vitest';
import { STAGES } from './matrix-cells.ts';
import { demoProgramme, hardProgramme, unverifiedLedger } from './programmes.ts';
import { useStand } from './stand.ts';

const stand = useStand();

/** The demo itself is measured with the matrix. */
describe.each(STAGES)('on a stage of %s', (size) => {
  it('draws long names, huge figures and what is not ranked within its box', async () => {
    expect(await stand.faults(size, hardProgramme(24, 'black'))).toEqual([]);
  });
});

describe.each(['1920x1080', '192x96'])('with unusual programmes on a stage of %s', (size) => {
  it('draws a list of one row, and of none', async () => {
    expect(await stand.faults(size, hardProgramme(1, 'blue'))).toEqual([]);
    expect(await stand.faults(size, hardProgramme(0, 'blue'))).toEqual([]);
  });

  it('draws a list of three hundred', async () => {
    expect(await stand.faults(size, hardProgramme(300, 'blue'))).toEqual([]);
  });

  it('marks figures that nobody verified, on every slide that has any', async () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const programme = demoProgramme('red', '2017-05-31', locale, unverifiedLedger('2017-05-31'));
      expect(await stand.faults(size, programme)).toEqual([]);
      const [listed] = Object.entries(programme.slides).find(([, { kind }]) => kind === 'projects') ?? [];
      await stand.show(size, programme, listed);
      const text = await stand.page
        .locator('pb-frame')
        .last()
        .evaluate((frame) => frame.shadowRoot?.textContent);
      expect(text).toMatch(/\* ?(含?未核实|with unverified|unverified)/);
    }
  });

  it('draws English', async () => {
    expect(await stand.faults(size, demoProgramme('blue', '2017-05-31', 'en'))).toEqual([]);
  });
});

describe('the code of the public page', () => {
  const SMALL: readonly string[] = ['192x96', '1536x128', '384x192', '504x336'];
  const publicAddress = 'https://www.example.gov.cn/board/';
  const codeOn = async (size: string, address = publicAddress): Promise<{ module: number; quiet: number } | null> => {
    const programme = { ...demoProgramme('red'), publicAddress: address };
    const [listed = ''] = Object.entries(programme.slides).find(([, { kind }]) => kind === 'unitRanking') ?? [];
    await stand.show(size, programme, listed);
    return stand.page
      .locator('pb-frame')
      .last()
      .evaluate((frame) => {
        const code = frame.shadowRoot?.querySelector('svg.code');
        if (!code) return null;
        const modules = Number(code.getAttribute('viewBox')?.split(' ')[2]);
        const [, first = 0] = /^M(\d+)/.exec(code.querySelector('path')?.getAttribute('d') ?? '') ?? [];
        return { module: code.getBoundingClientRect().width / modules, quiet: Number(first) };
      });
  };

  it.each(['1920x1080', '3840x2160', '2560x720'])(
    'is in whole pixels large enough to be scanned on %s',
    async (size) => {
      const code = await codeOn(size);
      expect(code?.module).toBeGreaterThanOrEqual(2);
      expect([(code?.module ?? 0.5) % 1, code?.quiet]).toEqual([0, 4]);
    },
  );

  it.each(SMALL)('is left out on %s', async (size) => {
    expect(await codeOn(size)).toBeNull();
  });

  it('is left out where an address is too long for modules of two pixels', async () => {
    expect(await codeOn('2560x720', `https://www.example.gov.cn/${'x'.repeat(90)}`)).toBeNull();
  });

  it.each(STAGES.filter((size) => !SMALL.includes(size)))('takes no room of rows nor of words on %s', async (size) => {
    for (const programme of [demoProgramme('red'), hardProgramme(24, 'black')])
      expect(await stand.faults(size, { ...programme, publicAddress })).toEqual([]);
  });
});

describe('ahead and behind on strips', () => {
  const SHAPE = /[▲●◆▼]/;
  /** Rows that tell neither by a shape nor by a bar, which carries the mark of time. */
  const mute = (): Promise<number> =>
    stand.page
      .locator('.row')
      .filter({ hasNotText: SHAPE })
      .filter({ hasNot: stand.page.locator('.bar') })
      .count();

  it.each(['192x96', '1536x128'])('are told apart by a shape or a bar with its mark on %s', async (size) => {
    for (const list of ['townships', 'departments', 'leading-projects', 'all-projects']) {
      await stand.show(size, demoProgramme('black'), list);
      expect([list, await mute()]).toEqual([list, 0]);
    }
    for (const single of ['summary', 'project-12']) {
      await stand.show(size, demoProgramme('black'), single);
      const slide = stand.page.locator('pb-slide-summary, pb-slide-project').last();
      expect(await slide.evaluate((element) => element.shadowRoot?.textContent)).toMatch(SHAPE);
    }
  });

  it('differ in shape as they do in colour', async () => {
    await stand.show('192x96', demoProgramme('black'), 'departments');
    expect(await stand.page.locator('.row.watch').textContent()).toContain('◆');
    expect(await stand.page.locator('.row.ahead').textContent()).toContain('▲');
  });
});

it('shows the office when the programme is empty', async () => {
  const programme = { ...demoProgramme(), slides: {} };
  await stand.show('960x480', programme);
  expect(
    await stand.page.locator('pb-stage').evaluate((stage) => stage.shadowRoot?.querySelector('.safe')?.textContent),
  ).toContain(programme.issuer);
});

it('breaks no rule of the content security policy, and leaves no slide out', () => {
  expect(stand.refused).toEqual([]);
});
