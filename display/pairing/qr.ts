import { generate } from 'lean-qr';

/** Modules of white around the code (ISO/IEC 18004, 9.1). */
const QUIET = 4;

/** A QR code as one SVG path in a square of `side` modules, its quiet zone included. */
export function qrPath(text: string): { readonly path: string; readonly side: number } {
  const code = generate(text);
  let path = '';
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
  }
  return { path, side: code.size + QUIET * 2 };
}
