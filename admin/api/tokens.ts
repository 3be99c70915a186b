import type { Values } from './records.ts';
import { objectOf, textOf } from './parse.ts';
import { request } from './request.ts';

/** Makes an API token; its text is told this once. */
export const createToken = async (values: Values): Promise<string> =>
  textOf(objectOf(await request('POST', '/api/tokens', { body: values }), 'token')['token'], 'token');
