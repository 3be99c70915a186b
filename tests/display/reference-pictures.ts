/**
 * Small reference pictures of slides. `node tests/display/reference-pictures.ts --write` draws them anew, to be looked at
 * before they are committed; the test draws them again and compares.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { ThemeName } from '../../core/theme/theme-name.ts';
import { launchBrowser } from '../support/browser.ts';
import { matrixOf } from './matrix-cells.ts';
import { openPreview, serveDisplay, show } from './preview-page.ts';
import { stageOf } from './programmes.ts';

const FOLDER = resolve(import.meta.dirname, 'pictures');

/** Every kind of slide once in a theme on a large stage; what is hard to set again on other stages. */
const CHOSEN: readonly (readonly [theme: ThemeName, size: string, slides: readonly string[]])[] = [
  [
    'red',
    '1920x1080',
    ['cover', 'summary', 'townships', 'project-12', 'red', 'duel', 'commencement', 'text', 'neutral', 'photos'],
  ],
  ['blue', '1920x1080', ['summary', 'all-projects', 'trend', 'breakdown', 'pipeline', 'permits', 'issues', 'visits']],
  ['black', '960x480', ['townships', 'assessment', 'milestones', 'overdue', 'leaders', 'duel', 'summary']],
  ['red', '1080x1920', ['cover', 'townships', 'summary', 'duel', 'before-after']],
  ['blue', '2560x720', ['cover', 'departments', 'trend', 'leaders']],
  ['black', '192x96', ['cover', 'townships', 'summary', 'overdue', 'trend', 'red', 'neutral', 'duel']],
  ['black', '1536x128', ['townships', 'summary', 'pipeline']],
  ['red', '504x336', ['summary', 'townships', 'project-12', 'permits']],
  ['blue', '384x192', ['all-projects', 'milestones']],
];

export interface Reference {
  readonly name: string;
  readonly theme: ThemeName;
  readonly size: string;
  readonly slide: string;
}

export const REFERENCES: readonly Reference[] = CHOSEN.flatMap(([theme, size, slides]) =>
  slides.map((slide) => ({ name: `${slide}-${theme}-${size}`, theme, size, slide })),
);

const WIDEST = 384;

/** The reference of a name as it was committed. */
export const committed = ({ name }: Reference): Buffer => readFileSync(join(FOLDER, `${name}.webp`));

/** A screenshot, sized down so that edges of letters do not matter. */
export const sizedDown = (screenshot: Buffer, width = WIDEST): Promise<Buffer> =>
  sharp(screenshot).resize({ width, withoutEnlargement: true }).webp({ quality: 90 }).toBuffer();

/** A picture of a slide, sized down. */
export async function drawn(page: Page, { theme, size, slide }: Reference): Promise<Buffer> {
  const [width = 0, height = 0] = size.split('x').map(Number);
  const cell = matrixOf('demo', theme).find(({ name }) => name === slide);
  if (!cell) throw new Error(`there is no slide ${slide}`);
  await page.setViewportSize({ width, height });
  await show(page, { programme: cell.programme, stage: stageOf(width, height), slide });
  return sizedDown(await page.screenshot());
}

/** The share of pixels that are not the same to the eye, from 0 to 1; 1 when the sizes differ. */
export async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map((each) => sharp(each).ensureAlpha().raw().toBuffer({ resolveWithObject: true })),
  );
  if (!a || !b || a.info.width !== b.info.width || a.info.height !== b.info.height) return 1;
  const { width, height } = a.info;
  return pixelmatch(a.data, b.data, undefined, width, height, { threshold: 0.16 }) / (width * height);
}

async function write(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const pages = await serveDisplay();
  const browser = await launchBrowser();
  const page = await openPreview(browser, pages.origin, 'none');
  for (const reference of REFERENCES) {
    writeFileSync(join(FOLDER, `${reference.name}.webp`), await drawn(page, reference));
  }
  await browser.close();
  pages.close();
  process.stdout.write(`${REFERENCES.length} pictures in ${FOLDER}\n`);
}

if (process.argv.includes('--write')) await write();
