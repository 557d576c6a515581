import { spawn } from 'node:child_process';
import { repositoryRoot } from '../host/paths.ts';
import { brokenRun, failureOf, noCounts, type Counts } from './counts.ts';

const onePass: Counts = { ...noCounts, passed: 1 };

/** Runs Node in this terminal. Returns the exit code. */
export async function runNode(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
  return await new Promise(resolve => {
    const child = spawn(process.execPath, args, {
      cwd: repositoryRoot,
      env: { ...process.env, ...env },
      stdio: 'inherit',
    });
    child.on('error', () => resolve(1));
    child.on('close', code => resolve(code ?? 1));
  });
}

/** A step that passes or fails as a whole. It says nothing when it passes, so what it says comes in one piece. */
export async function runStep(name: string, args: readonly string[]): Promise<Counts> {
  const started = Date.now();
  const { code, output } = await new Promise<{ code: number; output: string }>(resolve => {
    const child = spawn(process.execPath, args, { cwd: repositoryRoot });
    let text = '';
    child.stdout.on('data', (data: Buffer) => (text += data.toString()));
    child.stderr.on('data', (data: Buffer) => (text += data.toString()));
    child.on('error', error => resolve({ code: 1, output: error.message }));
    child.on('close', exit => resolve({ code: exit ?? 1, output: text }));
  });
  if (code !== 0) process.stdout.write(output);
  console.log(`  ${code === 0 ? '✔' : '✘'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return code === 0 ? onePass : { ...brokenRun, failures: [failureOf(name, output.trim())] };
}
