/** Measures every kind of slide on every stage; themes take turns, so that each meets large and small stages. */
import { expect, it } from 'vitest';
import type { ThemeName } from '../../core/theme/theme-name.ts';
import { layoutFaults } from './layout-faults.ts';
import { matrixOf, STAGES } from './matrix-cells.ts';
import { letterFaults } from './measure-text.ts';
import { demoProgramme, hardProgramme } from './programmes.ts';
import { useStand } from './stand.ts';
import { hardNumbers } from './slides/numbers.ts';
import { hardTables } from './slides/tables.ts';

/** A screenshot of it takes seconds, and shows the same letters as the one of a quarter of it. */
const LARGEST = '3840x2160';

const THEMES: readonly ThemeName[] = ['red', 'blue', 'black'];

const stand = useStand();

it.each(STAGES.map((size, index) => [size, THEMES[index % THEMES.length] ?? 'red'] as const))(
  'on %s in %s nothing is cut, nothing overlaps, letters are large enough and stand out',
  async (size, theme) => {
    const faults: string[] = [];
    for (const { name, programme, slide } of matrixOf('demo', theme)) {
      await stand.show(size, programme, slide);
      const letters =
        size === LARGEST || programme.slides[slide]?.kind === 'testCard' ? [] : await letterFaults(stand.page);
      for (const fault of [...(await layoutFaults(stand.page)), ...letters]) faults.push(`${name}: ${fault}`);
    }
    expect(faults).toEqual([]);
  },
  240_000,
);

/** Where boxes of hard data are is measured with each kind of slide; here it is their letters. */
it.each([
  ['384x192', 'blue'],
  ['960x480', 'red'],
  ['504x336', 'black'],
  ['192x96', 'blue'],
] as const)(
  'on %s in %s the letters of hard data are large enough and stand out',
  async (size, theme) => {
    const faults: string[] = [];
    for (const programme of [hardProgramme(7, theme), hardTables(7, theme), hardNumbers(demoProgramme(theme))])
      for (const slide of Object.keys(programme.slides)) {
        await stand.show(size, programme, slide);
        for (const fault of await letterFaults(stand.page)) faults.push(`${slide}: ${fault}`);
      }
    expect(faults).toEqual([]);
  },
  240_000,
);
