import type { Settings } from '../../core/registers/index.ts';
import { recordOf } from './parse.ts';
import { request } from './request.ts';

export const getSettings = async (): Promise<Settings> => recordOf('settings', await request('GET', '/api/settings'));

export const updateSettings = async (
  values: Readonly<Record<string, unknown>>,
  ifRevision: number,
): Promise<Settings> => recordOf('settings', await request('PATCH', '/api/settings', { body: values, ifRevision }));
