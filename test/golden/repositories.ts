import type { RepositoryPort } from '../../src/model/ports/gitPort.ts';
import { tableOf, verdictOf, type Check } from './check.ts';
import { jirametrics } from './jirametrics.ts';
import { kafka } from './kafka.ts';
import { middleware } from './middleware.ts';
import { openRepository } from './reading.ts';

/** Public repositories with published values, each known by the commit at which these were computed. */
const REPOSITORIES: readonly {
  readonly name: string;
  readonly commit: string;
  readonly check: (repository: RepositoryPort, commit: string) => Promise<Check[]>;
}[] = [
  { name: 'middlewarehq/middleware', commit: '5471e35d0ccf30997a05dd370dc42d714ac55416', check: middleware },
  { name: 'mikebowler/jirametrics', commit: '22b164c92ec2aebbfe640f793d565411183a5bb6', check: jirametrics },
  { name: 'apache/kafka', commit: '1eb7644349cb07139d6a3c1ad1986979647cac99', check: kafka },
];

/** Prints value and reference for each clone; false when one differs or a clone is none of the known ones. */
async function check(folder: string): Promise<boolean> {
  const repository = await openRepository(folder);
  for (const { name, commit, check: checksOf } of REPOSITORIES) {
    if (!(await repository.knownCommits([commit])).has(commit)) continue;
    const checks = await checksOf(repository, commit);
    console.log(`# ${name} at ${commit.slice(0, 12)}\n${tableOf(checks)}\n`);
    return checks.every(one => verdictOf(one) !== 'differs');
  }
  console.log(`# ${folder}: holds none of the commits that there are reference values for\n`);
  return false;
}

const folders = process.argv.slice(2);
if (folders.length === 0) {
  const known = REPOSITORIES.map(({ name, commit }) => `  ${name} (with ${commit.slice(0, 12)} in it)`);
  console.log(`npm run golden -- PATH…, each a clone of one of:\n${known.join('\n')}`);
  process.exitCode = 1;
}
for (const folder of folders) if (!(await check(folder))) process.exitCode = 1;
