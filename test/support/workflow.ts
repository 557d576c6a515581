import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder, testEnvironment } from './repo.ts';

export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

/** What happened to a job's steps, as far as it can happen on this machine. */
export interface Ran {
  /** Of the last step that ran. */
  readonly exit: number;
  /** Steps of other people's actions, which are not run here. */
  readonly simulated: readonly string[];
  /** Steps whose condition did not hold. */
  readonly skipped: readonly string[];
  readonly stderr: string;
  readonly summary: string;
}

/**
 * Runs the `run:` steps of a GitHub Actions job with bash, as a runner does: each in a shell of its own that ends at the first
 * failure, with what earlier ones wrote to GITHUB_ENV and GITHUB_OUTPUT. `bin` comes first on the PATH. `context` holds the
 * values of expressions by their path; an expression that it lacks fails the test.
 */
export function runSteps(
  steps: readonly Step[],
  {
    dir,
    bin,
    context,
  }: { readonly dir: string; readonly bin: string; readonly context: Readonly<Record<string, string>> },
): Ran {
  const temp = temporaryFolder();
  const [env, output, summary] = ['env', 'output', 'summary'].map(name => path.join(temp, name)) as [
    string,
    string,
    string,
  ];
  const known: Record<string, string> = { ...context };
  const value = (expression: string): string => {
    const found = known[expression.trim()];
    if (found === undefined) throw new Error(`the workflow asks for ${expression.trim()}`);
    return found;
  };
  const filled = (text: string) => text.replace(/\$\{\{(.+?)\}\}/g, (_, expression: string) => value(expression));
  const simulated: string[] = [];
  const skipped: string[] = [];
  let last: { readonly exit: number; readonly stderr: string } = { exit: 0, stderr: '' };
  for (const step of steps) {
    const [left, right] = (step.if ?? '').split(' == ');
    if (step.if !== undefined && value(left ?? '') !== value(right ?? '')) skipped.push(step.name ?? step.uses ?? '');
    else if (step.uses !== undefined) simulated.push(step.uses);
    else {
      const own = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, text]) => [name, filled(text)]));
      last = bash(filled(step.run ?? ''), '-e', dir, {
        ...testEnvironment(),
        ...pairsOf(env),
        ...own,
        PATH: `${bin}:${process.env['PATH'] ?? ''}`,
        RUNNER_TEMP: temp,
        GITHUB_ENV: env,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
      });
      for (const [name, text] of Object.entries(pairsOf(output)))
        known[`steps.${step.id ?? ''}.outputs.${name}`] = text;
      if (last.exit !== 0) break;
    }
  }
  return { ...last, simulated, skipped, summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '' };
}

/** Runs a script with bash; `options` as on bash's command line. */
export function bash(
  script: string,
  options: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
): { readonly exit: number; readonly stderr: string } {
  const file = path.join(temporaryFolder(), 'script.sh');
  writeFileSync(file, script);
  const { status, stderr } = spawnSync('bash', [...options.split(' '), file], { cwd, env, encoding: 'utf8' });
  return { exit: status ?? -1, stderr };
}

/** A folder with one program that notes its arguments, a line each call, and prints what `answer` holds for the first that fits. */
export function standIn(
  program: string,
  answers: readonly { readonly when: string; readonly prints: string }[],
): { readonly bin: string; calls(): string[] } {
  const bin = temporaryFolder();
  mkdirSync(bin, { recursive: true });
  const log = path.join(bin, 'calls');
  const cases = answers.map(({ when, prints }, at) => {
    writeFileSync(path.join(bin, `answer-${at}`), prints);
    return `*"${when}"*) cat "${path.join(bin, `answer-${at}`)}";;`;
  });
  writeFileSync(
    path.join(bin, program),
    `#!/usr/bin/env bash\nprintf '%s\\n' "$(printf '%s ' "$@" | tr '\\n' ' ')" >> "${log}"\ncase "$*" in ${cases.join(' ')} *) ;; esac\n`,
  );
  chmodSync(path.join(bin, program), 0o755);
  return { bin, calls: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []) };
}

function pairsOf(file: string): Record<string, string> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return Object.fromEntries(
    lines
      .filter(line => line.includes('='))
      .map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}
