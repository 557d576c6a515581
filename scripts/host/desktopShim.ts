import { runInHost } from './runInHost.ts';

/**
 * Takes the arguments with which @vscode/test-electron starts a desktop VS Code, runs the same tests in the server host,
 * and ends with the suite's exit code.
 */
function argument(name: string): string {
  const found = process.argv.find(text => text.startsWith(`--${name}=`));
  if (found === undefined) throw new Error(`--${name} is missing`);
  return found.slice(name.length + 3);
}

const folder = process.argv.slice(2).find(text => !text.startsWith('--'));
if (folder === undefined) throw new Error('the folder to open is missing');

process.exitCode = await runInHost({
  extension: argument('extensionDevelopmentPath'),
  tests: argument('extensionTestsPath'),
  folder,
});
