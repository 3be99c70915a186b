import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret that nobody can guess: 32 random bytes, usable in addresses and cookies. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token. It needs no salt and no cost: the token has 256 random bits. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Whether two secrets are equal, in a time that does not tell where they differ. */
export const sameSecret = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(tokenHash(a)), Buffer.from(tokenHash(b)));
