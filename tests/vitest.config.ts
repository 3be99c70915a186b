import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores: browser tests and kill tests beside unit tests would only slow each other.
    maxWorkers: 2,
    env: { TZ: 'Asia/Shanghai' },
    reporters: ['default', resolve(import.meta.dirname, 'support/closing-line-reporter.ts')],
  },
});
