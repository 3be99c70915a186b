import { unsafeCSS } from 'lit';
import bar from './bar.css?inline';
import base from './base.css?inline';

/** What every element of a slide shares: faces, sizes, colours by pace. */
export const baseStyles = unsafeCSS(base);

/** Bars with the line of time. */
export const barStyles = unsafeCSS(bar);
