import { unsafeCSS } from 'lit';
import charts from './charts.css?inline';

/** Plates, big figures and the entrance that the slides of numbers have in common. */
export const chartStyles = unsafeCSS(charts);
