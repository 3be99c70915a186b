/** `npm start -- COMMAND`: the only place where the product's parts are put together and started. */
import { runCommand } from './cli/command.ts';
import { readConfig } from './config.ts';
import { say, words } from './cli/words.ts';
import { InUseError } from './store/open-database.ts';

try {
  const exitCode = await runCommand(process.argv.slice(2), readConfig(process.env));
  if (exitCode !== null) process.exit(exitCode);
} catch (error) {
  if (error instanceof InUseError) say(words.inUse(readConfig(process.env).dataFolder));
  else say(words.failed(error instanceof Error ? error.message : String(error)));
  process.exit(1);
}
