import { describe, expect, it } from 'vitest';
import { isCanonicalPath } from '../../../server/http/canonical-path.ts';

const TRICKS = [
  '//',
  '//admin/',
  '/api//users',
  '/api/users//',
  '/api/%2fusers',
  '/api%2Fusers',
  '/api%5cusers',
  '/api\\users',
  '/\\admin',
  '/api/users%00',
  '/api/%00/users',
  '/api/users\u0000',
  '/./admin/',
  '/display/../admin/',
  '/display/..',
  '/display/.',
  '/display/%2e%2e/admin/',
  '/display/%2E%2E/admin/',
  '/display/.%2e/admin/',
  '/display/%2e/admin/',
  '/display/..%2fadmin/',
  '/display/..;/admin/',
  '/display;x=1/',
  '/%61dmin/',
  '/api/u%73ers',
  '/api/%252e%252e/users',
  '/api/users%25',
  '/api/users%',
  '/api/users%4',
  '/api/users%zz',
  '/api/users/%ff',
  '/api/users/%c0%af',
  '/api/users/%0d%0a',
  '/api/users/%7f',
  '/api/users/a b',
  '/api/users/进度',
  'http://elsewhere.test/api/users',
  'api/users',
  '*',
  '',
];

const PLAIN = [
  '/',
  '/display/',
  '/admin/assets/index-B1_x.js',
  '/api/users/r-1_Z',
  '/api/units/%E6%9F%B3%E5%9B%AD',
  '/api/x/a%20b',
  '/api/x/a:b@c',
];

describe('isCanonicalPath', () => {
  it.each(TRICKS)('refuses %j', (path) => {
    expect(isCanonicalPath(path)).toBe(false);
  });

  it.each(PLAIN)('accepts %j', (path) => {
    expect(isCanonicalPath(path)).toBe(true);
  });
});
