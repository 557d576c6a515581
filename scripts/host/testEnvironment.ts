import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './paths.ts';

/** The same clock, language and git on every machine: no settings of the person or of the system. */
export function testEnvironment(): Record<string, string> {
  const gitConfig = path.join(cacheFolder, 'empty.gitconfig');
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(gitConfig, '');
  return { TZ: 'UTC', LC_ALL: 'C', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: gitConfig };
}

/**
 * Gives this process, and so all it starts, the tests' environment. What git sets for a hook goes: under a pre-push hook
 * it would turn every git command of a test on the outer repository.
 */
export function adoptTestEnvironment(): void {
  for (const name of Object.keys(process.env)) {
    if (name.startsWith('GIT_')) Reflect.deleteProperty(process.env, name);
  }
  Object.assign(process.env, testEnvironment());
}

/** An invented identity and one moment for a commit, so that its hash never changes. */
export function gitTestEnvironment(date: string): Record<string, string> {
  return {
    ...testEnvironment(),
    GIT_AUTHOR_NAME: 'Robin Example',
    GIT_AUTHOR_EMAIL: 'robin@example.com',
    GIT_COMMITTER_NAME: 'Robin Example',
    GIT_COMMITTER_EMAIL: 'robin@example.com',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  };
}
