import type { Measure } from './fit.ts';

/** The families of fonts.css, for text and for figures. */
export const TEXT_FONT = "'Paceboard Sans', 'Paceboard Sans Rare', sans-serif";
export const FIGURE_FONT = `'Paceboard Digits', ${TEXT_FONT}`;

const MOST_KEPT = 4000;

const measureWith = (weight: number, family: string): Measure => {
  const context = document.createElement('canvas').getContext('2d');
  const widths = new Map<string, number>();
  return (text, size) => {
    const known = widths.get(text);
    if (known !== undefined) return known * size;
    if (context) context.font = `${weight} 100px ${family}`;
    // A font without its own `tabular-nums` here may be a little narrower than on the slide: 2 % to be safe.
    const width = ((context?.measureText(text).width ?? text.length * 100) / 100) * 1.02;
    if (widths.size > MOST_KEPT) widths.clear();
    widths.set(text, width);
    return width * size;
  };
};

/** Widths of bold text and of bold figures, measured once per text. Fonts have to be loaded before. */
export const measureText = measureWith(700, TEXT_FONT);

/** Digits are set tabular, which a canvas does not know: all have this share of the size, as measured in the page. */
const DIGIT = { medium: 0.48, bold: 0.5 } as const;

const tabular =
  (measure: Measure, digit: number): Measure =>
  (text, size) => {
    const others = text.replace(/\d/g, '');
    return measure(others, size) + (text.length - others.length) * digit * size;
  };

export const measureMedium = tabular(measureWith(500, FIGURE_FONT), DIGIT.medium);
export const measureFigures = tabular(measureWith(700, FIGURE_FONT), DIGIT.bold);

/** Loads the core faces, so that measures are true and the first frame has the right letters. */
export async function loadFonts(): Promise<void> {
  const faces = [
    "700 20px 'Paceboard Sans'",
    "500 20px 'Paceboard Sans'",
    "700 20px 'Paceboard Digits'",
    "600 20px 'Paceboard Digits'",
    "400 20px 'Paceboard Title'",
  ];
  await Promise.all(faces.map((face) => document.fonts.load(face, '重点项目 0123')));
}
