/** A text as searches compare it: whatever its width and case. */
export const foldedText = (text: string): string => text.normalize('NFKC').toLowerCase();
