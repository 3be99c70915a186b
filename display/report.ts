/** A word to whoever looks at the console of a screen; nobody else does. */
export function report(text: string, error?: unknown): void {
  // oxlint-disable-next-line no-console -- a screen has no other place to say what went wrong
  console.error(text, ...(error === undefined ? [] : [error]));
}
