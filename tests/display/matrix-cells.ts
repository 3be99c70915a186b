/** Which programmes and slides the matrix of pictures is made of. */
import type { Programme } from '../../core/programme/programme.ts';
import type { ThemeName } from '../../core/theme/theme-name.ts';
import { FURTHER_ENTRIES, programmeOfEntries } from './every-kind.ts';
import { demoProgramme, hardProgramme } from './programmes.ts';

/** The stages that every slide has to be beautiful on. */
export const STAGES = [
  '1920x1080',
  '3840x2160',
  '1080x1920',
  '2560x720',
  '960x480',
  '504x336',
  '384x192',
  '192x96',
  '1536x128',
] as const;

export type MatrixData = 'demo' | 'end' | 'en' | 'hard' | 'one' | 'none';

export interface Cell {
  /** Of the slide, unique in the matrix. */
  readonly name: string;
  readonly programme: Programme;
  readonly slide: string;
}

const cellsOf = (programme: Programme): readonly Cell[] =>
  Object.keys(programme.slides).map((slide) => ({ name: slide, programme, slide }));

const PROGRAMMES: Readonly<Record<MatrixData, (theme: ThemeName) => readonly Programme[]>> = {
  demo: (theme) => [demoProgramme(theme), programmeOfEntries(FURTHER_ENTRIES, theme)],
  end: (theme) => [demoProgramme(theme, '2017-12-31'), programmeOfEntries(FURTHER_ENTRIES, theme, '2017-12-31')],
  en: (theme) => [
    demoProgramme(theme, '2017-05-31', 'en'),
    programmeOfEntries(FURTHER_ENTRIES, theme, '2017-05-31', 'en'),
  ],
  hard: (theme) => [hardProgramme(24, theme)],
  one: (theme) => [hardProgramme(1, theme)],
  none: (theme) => [hardProgramme(0, theme)],
};

/** Every slide of a kind of data on a theme. */
export const matrixOf = (data: MatrixData, theme: ThemeName): readonly Cell[] =>
  PROGRAMMES[data](theme).flatMap(cellsOf);
