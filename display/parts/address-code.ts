import { html, type TemplateResult } from 'lit';
import { isLow, type Layout } from '../../core/stage/layout.ts';
import { qrPath } from '../pairing/qr.ts';
import { styled } from '../text/styled.ts';
import { publicPageText } from '../words/words.ts';

/** A QR code in whole pixels of the wall. */
export interface AddressCode {
  readonly path: string;
  /** Modules on a side, the quiet zone included. */
  readonly side: number;
  /** Pixels on a side. */
  readonly size: number;
}

/** Smaller modules than two LED pixels run into each other in a camera. */
const LEAST_MODULE_PX = 2;

/** Addresses that a code of some thirty modules holds; longer ones give modules too small to scan. */
const LONGEST_ADDRESS = 120;

/** The code of an address as it fits the heading's height; null where its modules would be too small to be scanned. */
export function addressCode(address: string, layout: Layout): AddressCode | null {
  const { headerHeight, unit } = layout;
  if (isLow(layout) || address === '' || address.length > LONGEST_ADDRESS) return null;
  const { path, side } = qrPath(address);
  const module = Math.floor((headerHeight - unit) / side);
  return module < LEAST_MODULE_PX ? null : { path, side, size: module * side };
}

/** The code, black on white whatever the theme: scanners look for that. */
export const drawnCode = ({ path, side, size }: AddressCode): TemplateResult => html`
  <svg
    class="code"
    role="img"
    aria-label=${publicPageText()}
    viewBox="0 0 ${side} ${side}"
    shape-rendering="crispEdges"
    ${styled({ width: size, height: size })}
  >
    <rect width=${side} height=${side} fill="#fff" />
    <path d=${path} fill="#000" />
  </svg>
`;
