import { unsafeCSS } from 'lit';
import bar from './bar.css?inline';
import base from './base.css?inline';
import frameless from './frameless.css?inline';

/** What every element of a slide shares: faces, sizes, colours by pace. */
export const baseStyles = unsafeCSS(base);

/** Bars with the line of time. */
export const barStyles = unsafeCSS(bar);

/** Signs, and lines on low stages, of slides without a frame. */
export const framelessStyles = unsafeCSS(frameless);
