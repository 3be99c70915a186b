/**
 * Pictures of every slide × theme × stage, for people to look at:
 *   node tests/display/shots.ts FOLDER [themes] [stages] [slides] [demo|end|en|kinds|kindsEn|kindsEnd|hard|one|none|code|empty]
 * e.g. `node tests/display/shots.ts FOLDER red,blue 1920x1080,192x96 townships,summary`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Programme } from '../../core/programme/programme.ts';
import type { ThemeName } from '../../core/theme/theme-name.ts';
import { launchBrowser } from '../support/browser.ts';
import { openPreview, serveDisplay, show } from './preview-page.ts';
import { FURTHER_ENTRIES, programmeOfEntries } from './every-kind.ts';
import { demoProgramme, hardProgramme, stageOf } from './programmes.ts';

const [folder = 'shots', themes = 'red,blue,black', stages = '1920x1080,960x480,192x96', slides = '', data = 'demo'] =
  process.argv.slice(2);

const programmes: Readonly<Record<string, (theme: ThemeName) => Programme>> = {
  demo: (theme) => demoProgramme(theme),
  end: (theme) => demoProgramme(theme, '2017-12-31'),
  en: (theme) => demoProgramme(theme, '2017-05-31', 'en'),
  hard: (theme) => hardProgramme(300, theme),
  one: (theme) => hardProgramme(1, theme),
  none: (theme) => hardProgramme(0, theme),
  code: (theme) => ({ ...demoProgramme(theme), publicAddress: 'https://www.example.gov.cn/board/' }),
  kinds: (theme) => programmeOfEntries(FURTHER_ENTRIES, theme),
  kindsEn: (theme) => programmeOfEntries(FURTHER_ENTRIES, theme, '2017-05-31', 'en'),
  kindsEnd: (theme) => programmeOfEntries(FURTHER_ENTRIES, theme, '2017-12-31'),
  empty: (theme) => ({ ...demoProgramme(theme), slides: {} }),
};

mkdirSync(folder, { recursive: true });
const pages = await serveDisplay();
const browser = await launchBrowser();
const page = await openPreview(browser, pages.origin, 'none');
page.on('console', (message) => process.stderr.write(`${message.text()}\n`));
for (const theme of themes.split(',') as ThemeName[]) {
  const programme = (programmes[data] ?? demoProgramme)(theme);
  const ids = slides ? slides.split(',') : Object.keys(programme.slides);
  for (const size of stages.split(',')) {
    const [width = 1920, height = 1080] = size.split('x').map(Number);
    await page.setViewportSize({ width, height });
    for (const each of ids) {
      const [slide = '', number = '0'] = each.split(':');
      await show(page, { programme, stage: stageOf(width, height), slide, page: Number(number) });
      await page.screenshot({
        path: join(folder, `${slide}${number === '0' ? '' : `-${number}`}-${theme}-${size}-${data}.png`),
      });
    }
  }
}
await browser.close();
pages.close();
