import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diskFiles } from '../../src/epics/diskFiles.ts';
import { createEpics } from '../../src/epics/openEpics.ts';
import { createGit } from '../../src/git/openGit.ts';
import { noStore } from '../../src/store/fileStore.ts';
import { createOutcomeLens, type RepositoryLens } from '../../src/lens/outcomeLens.ts';
import type { LensPorts } from '../../src/lens/ports.ts';
import type { FileText } from '../../src/model/ports/filesPort.ts';
import { makeRepo, testEnvironment, type TestRepo } from './repo.ts';

const log: string[] = [];
/** Unsaved texts by path. */
export const editors = new Map<string, string>();

/** Files as a face with editors sees them: unsaved text first. */
const files: LensPorts['files'] = {
  ...diskFiles,
  read(root, file): Promise<FileText | null> {
    const text = editors.get(file);
    return text === undefined ? diskFiles.read(root, file) : Promise.resolve({ text, origin: 'editor', unsaved: true });
  },
};
/** A lens's ports over real repositories. */
export const ports: LensPorts = {
  git: createGit({ isTrusted: () => true, environment: testEnvironment(), log: line => log.push(line) }),
  epics: createEpics(),
  files,
  now: () => Date.UTC(2026, 10, 18) / 1000,
  store: noStore,
  outcomesFolder: () => 'outcomes',
};

/** An epic in its qa stage. */
export const epic = (key: string, ticket: string, evidence = '') => `---
key: ${key}
title: Epic ${key}
stage: qa
outcome:
  statement: Guests pay without an account.
tickets: [${ticket}]
---
# Epic

## Definition of done
- [x] Tested ${evidence}
- [x] Tagged <!-- proof: tag v* -->
`;

/** The first epic's file. */
export const FILE = 'outcomes/PAY-100.md';

/** Everything that a face shows of the current branch. */
export async function askAll(lens: RepositoryLens) {
  const [why, ready, outcomes] = await Promise.all([
    lens.why(),
    lens.ready({ epic: null, gate: null, strict: false }),
    lens.outcomes(),
  ]);
  return { why: why.value, ready: ready.value, outcomes };
}

/** Lines that git logged while `work` ran. */
export async function gitDuring(work: () => Promise<unknown>): Promise<string[]> {
  const before = log.length;
  await work();
  return log.slice(before);
}

/** Writes a file of the work tree, unseen by git. */
export function write(repo: TestRepo, file: string, text: string): void {
  mkdirSync(path.dirname(path.join(repo.dir, file)), { recursive: true });
  writeFileSync(path.join(repo.dir, file), text);
}

/** A branch whose epic asks about a commit and a tag. */
export function shop(): TestRepo {
  const repo = makeRepo();
  const hash = repo.commit('Begin');
  repo.tag('v1');
  repo.commit('Why', { files: { [FILE]: epic('PAY-100', 'PAY-101', `[run](commit:${hash})`) } });
  repo.switchTo('feature/PAY-101-form');
  repo.commit('PAY-101 form');
  return repo;
}

/** A branch cut before there was a folder of outcomes. */
export function oldBranch(): TestRepo {
  const repo = makeRepo();
  repo.commit('Begin');
  repo.git('branch', 'feature/PAY-101-form');
  repo.commit('Why', {
    files: {
      [FILE]: epic('PAY-100', 'PAY-101'),
      'outcomes/PAY-200.md': epic('PAY-200', 'PAY-201'),
      'outcomes/README.md': '# No epic\n',
      'outcomes/value-tree.yaml': 'objectives: [{ id: O-1, title: Grow }]\n',
      'outcomes/team.yaml': 'mainBranch: main\ntimeZone: Europe/Oslo\n',
    },
  });
  repo.switchTo('feature/PAY-101-form');
  return repo;
}

export const open = (repo: TestRepo): Promise<RepositoryLens> => createOutcomeLens(ports).open(repo.dir);
