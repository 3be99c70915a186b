export function findOldChromium(): string | undefined;
export function ensureOldChromium(announce: () => void): string | undefined;
