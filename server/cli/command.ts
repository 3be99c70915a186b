import type { Config } from '../config.ts';
import { exportFile } from './export.ts';
import { importFile } from './import.ts';
import { serve } from './serve.ts';
import { manageUsers } from './user.ts';
import { verify } from './verify.ts';
import { say, words } from './words.ts';

const LATER = ['edge', 'import', 'backup', 'restore'];

/** Runs one command; the exit code, or null while a server goes on. */
export async function runCommand(args: readonly string[], config: Config): Promise<number | null> {
  const [name = 'serve', ...rest] = args;
  switch (name) {
    case 'serve':
      await serve(config);
      return null;
    case 'verify':
      return verify(config);
    case 'user':
      return manageUsers(config, rest);
    case 'import':
      return importFile(config, rest);
    case 'export':
      return exportFile(config, rest);
    default:
      say(LATER.includes(name) ? words.notYet(name) : words.unknownCommand(name));
      return 2;
  }
}
