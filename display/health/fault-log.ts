import { MOST_FAULTS, MOST_TEXT, PAGE_FAULT, type ScreenFault } from '../../core/protocol/health.ts';

const cut = (text: string): string => text.slice(0, MOST_TEXT);

const textOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

/** The last faults since the page was loaded, equal ones counted; bounded for good. */
export class FaultLog {
  #faults: readonly ScreenFault[] = [];

  /** The newest last. */
  get all(): readonly ScreenFault[] {
    return this.#faults;
  }

  /** Notes a slide that could not be drawn. True when this is news: not seen before. */
  slide(slide: string, kind: string, error: unknown): boolean {
    const text = cut(textOf(error));
    this.#faults = this.#faults.filter((each) => each.kind !== PAGE_FAULT || each.text !== text);
    return this.#note({ slide: cut(slide), kind: cut(kind), text });
  }

  /** Notes what went wrong outside of any slide. A slide's own error comes by both ways and counts as the slide's. */
  page(error: unknown): boolean {
    const text = cut(textOf(error));
    if (this.#faults.some((each) => each.kind !== PAGE_FAULT && each.text === text)) return false;
    return this.#note({ slide: '', kind: PAGE_FAULT, text });
  }

  #note({ slide, kind, text }: Omit<ScreenFault, 'count'>): boolean {
    const same = (each: ScreenFault): boolean => each.slide === slide && each.kind === kind && each.text === text;
    const known = this.#faults.find(same);
    const fault = { slide, kind, text, count: (known?.count ?? 0) + 1 };
    this.#faults = [...this.#faults.filter((each) => each !== known), fault].slice(-MOST_FAULTS);
    return known === undefined;
  }
}

/** Tells of errors that nobody caught; returns how to stop. */
export function watchErrors(onError: (error: unknown) => void): () => void {
  const thrown = (event: ErrorEvent): void => onError(event.error ?? event.message);
  const rejected = (event: PromiseRejectionEvent): void => onError(event.reason);
  addEventListener('error', thrown);
  addEventListener('unhandledrejection', rejected);
  return () => {
    removeEventListener('error', thrown);
    removeEventListener('unhandledrejection', rejected);
  };
}
