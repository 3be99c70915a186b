import { html, type TemplateResult } from 'lit';
import type { Fitted } from '../text/fit.ts';
import { measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';

/** From here on characters are as wide as they are high and stand alone. */
const FIRST_WIDE = 0x2e_80;

/** What rises as one: every hanzi alone, other words whole, with the space behind them. */
const lettersOf = (line: string): readonly string[] => {
  const letters: string[] = [];
  for (const character of line) {
    const last = letters[letters.length - 1];
    const wide = (character.codePointAt(0) ?? 0) >= FIRST_WIDE;
    const joins = last !== undefined && !wide && (last.codePointAt(0) ?? 0) < FIRST_WIDE && !/ \S*$/.test(last);
    if (joins) letters[letters.length - 1] = last + character;
    else letters.push(character);
  }
  return letters;
};

/** The title's letters, each with its depth, and the light that passes over a line. */
export const coverTitle = ({ size, lines }: Fitted): TemplateResult => html`
  <h1 ${styled({ 'font-size': size })}>
    ${lines.map((line, row) => {
      const letters = lettersOf(line);
      // Seven letters in half a second, and longer titles no later.
      const step = Math.round(Math.min(90, 630 / letters.length));
      const before = lines.slice(0, row).reduce((sum, { length }) => sum + length, 0);
      return html`<span class="line" ${styled({ '--travel': Math.ceil(measureText(line, size)) })}
        >${letters.map(
          (letter, index) =>
            html`<span class="letter" data-letter=${letter} ${styled({ '--after': `${(before + index) * step}ms` })}
              ><b>${letter}</b></span
            >`,
        )}<i class="gloss"><i data-letter=${line}></i></i
      ></span>`;
    })}
  </h1>
`;
