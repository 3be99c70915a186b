import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Config } from '../config.ts';
import type { AppEnv } from './env.ts';
import { isSecure } from './peer.ts';

const SESSION = 'paceboard_session';
const SCREEN = 'paceboard_screen';

/** The longest that browsers keep a cookie. A screen renews it whenever it asks who it is. */
const SCREEN_SECONDS = 400 * 24 * 3600;

const options = (c: Context<AppEnv>, config: Config) =>
  ({ path: '/', httpOnly: true, sameSite: 'Strict', secure: isSecure(c, config) }) as const;

/** A session's cookie goes when the browser closes; how long the session itself lives, the server decides. */
export const setSession = (c: Context<AppEnv>, config: Config, token: string): void =>
  setCookie(c, SESSION, token, options(c, config));

export const sessionToken = (c: Context<AppEnv>): string | undefined => getCookie(c, SESSION) || undefined;

export const clearSession = (c: Context<AppEnv>, config: Config): void => {
  deleteCookie(c, SESSION, options(c, config));
};

export const setScreen = (c: Context<AppEnv>, config: Config, token: string): void =>
  setCookie(c, SCREEN, token, { ...options(c, config), maxAge: SCREEN_SECONDS });

export const screenToken = (c: Context<AppEnv>): string | undefined => getCookie(c, SCREEN) || undefined;
