/**
 * Draws the whole matrix, every kind of slide × theme × stage, with contact sheets to look at and a list of what was
 * measured to be wrong: `npm run matrix -- FOLDER [themes] [stages] [demo|hard|en|end]`. Ends with 1 when there is a fault.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { ThemeName } from '../../core/theme/theme-name.ts';
import { launchBrowser } from '../support/browser.ts';
import { layoutFaults } from './layout-faults.ts';
import { letterFaults } from './measure-text.ts';
import { matrixOf, STAGES, type MatrixData } from './matrix-cells.ts';
import { openPreview, serveDisplay, show } from './preview-page.ts';
import { stageOf } from './programmes.ts';

const [folder = 'matrix', themes = 'red,blue,black', stages = STAGES.join(), data = 'demo'] = process.argv.slice(2);

/** Width of a picture on a contact sheet, and how many stand side by side, by the stage's shape. */
const sheetSizes = (width: number, height: number): { readonly thumb: number; readonly across: number } =>
  width / height > 4
    ? { thumb: 768, across: 2 }
    : width < height
      ? { thumb: 320, across: 6 }
      : { thumb: 480, across: 4 };

async function sheet(file: string, pictures: readonly Buffer[], width: number, height: number): Promise<void> {
  const { thumb, across } = sheetSizes(width, height);
  const tall = Math.round((thumb * height) / width);
  const rows = Math.ceil(pictures.length / across);
  const composite = await Promise.all(
    pictures.map(async (picture, index) => ({
      input: await sharp(picture)
        .resize(thumb, tall, { kernel: width < thumb ? 'nearest' : 'lanczos3' })
        .toBuffer(),
      left: (index % across) * (thumb + 8),
      top: Math.floor(index / across) * (tall + 8),
    })),
  );
  const canvas = { width: across * (thumb + 8), height: rows * (tall + 8), channels: 3, background: '#777' } as const;
  await sharp({ create: canvas }).composite(composite).png().toFile(file);
}

mkdirSync(folder, { recursive: true });
const pages = await serveDisplay();
const browser = await launchBrowser();
const page = await openPreview(browser, pages.origin, 'none');
const faults: string[] = [];
page.on('console', (message) => {
  if (message.type() === 'error') faults.push(message.text().split('\n')[0] ?? '');
});
for (const theme of themes.split(',') as ThemeName[]) {
  for (const size of stages.split(',')) {
    const [width = 1920, height = 1080] = size.split('x').map(Number);
    await page.setViewportSize({ width, height });
    const pictures: Buffer[] = [];
    for (const { name, programme, slide } of matrixOf(data as MatrixData, theme)) {
      await show(page, { programme, stage: stageOf(width, height), slide });
      const picture = await page.screenshot();
      writeFileSync(join(folder, `${name}-${theme}-${size}-${data}.png`), picture);
      pictures.push(picture);
      // The test card shows letters that are too small on purpose.
      const letters = programme.slides[slide]?.kind === 'testCard' ? [] : await letterFaults(page);
      for (const fault of [...(await layoutFaults(page)), ...letters])
        faults.push(`${name} ${theme} ${size}: ${fault}`);
    }
    await sheet(join(folder, `sheet-${theme}-${size}-${data}.png`), pictures, width, height);
    process.stdout.write(`${theme} ${size}: ${pictures.length} pictures\n`);
  }
}
await browser.close();
pages.close();
for (const fault of faults) process.stdout.write(`${fault}\n`);
process.stdout.write(`${faults.length} faults\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
