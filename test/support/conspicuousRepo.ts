import { PEOPLE, plainName } from './canaries.ts';
import { FastImport } from './fastImport.ts';
import { makeRepo, type Person, type TestRepo } from './repo.ts';

const DAY = 86_400;
/** A Wednesday, in epoch seconds. */
export const NOW = Date.UTC(2026, 10, 18, 12) / 1000;
const FIRST = NOW - 200 * DAY;
const CHANGES = 144;

const EPICS = [1, 2, 3, 4, 5, 6].map(
  n => `---
key: PAY-${n}00
title: Epic ${n}
stage: build
${n % 2 === 0 ? `outcome: { statement: Guests pay in step ${n}. }` : ''}
tickets: [${Array.from({ length: 20 }, (_, index) => `PAY-${n * 20 + index}`).join(', ')}]
---
## Ready to build
- [ ] Agreed
`,
);

const TEAM = `team: Checkout
signals:
  - { name: Pulse, file: outcomes/pulse.csv, minimumGroup: 5 }
interventions: [{ on: 2026-08-12, label: Smaller batches }]
tries: [{ on: 2026-09-02, text: Pair more }]
`;

/**
 * Half a year of work in which every place that can hold a name holds one: authors, committers, taggers, trailers, subjects,
 * bodies, scopes, conventions, branches local and remote, merges nested in reverts, tags, paths, a signals file, notes, the
 * mail map and the config. HEAD is on such a branch. What the team itself writes (epic files, team.yaml) holds none.
 * `withProjectKeys`: one person's tickets are called `QUILLAN-3`, too.
 */
export function conspicuousRepo({ withProjectKeys = true } = {}): TestRepo {
  const repo = makeRepo();
  const made = new FastImport();
  const someone = personAt(0);
  let main = made.commit({
    ref: 'refs/heads/main',
    by: someone,
    written: FIRST,
    landed: FIRST,
    message: `Begin, by ${someone.name}`,
    parents: [],
    files: filesOfTeam(),
  });
  for (let n = 1; n <= CHANGES; n++) {
    main = change(made, n, main, withProjectKeys);
    if (n % 12 === 0) release(made, n, main);
  }
  for (let n = 0; n < 2 * PEOPLE.length; n++) openBranch(made, n, main);
  made.run(repo.dir);
  repo.git('reset', '--quiet', '--hard');
  repo.git('remote', 'add', 'origin', 'https://thaddeux:xantheia@canary.invalid/quillan/repository.git');
  repo.git('config', 'user.name', personAt(1).name);
  repo.git('config', 'branch.main.description', `Owned by ${personAt(2).name}`);
  repo.git('notes', 'add', '-m', `Seen by ${personAt(3).name}`);
  repo.git('tag', 'marrowick-latest');
  repo.git('switch', '--quiet', 'bryndolf/spike/PAY-190-retry');
  return repo;
}

function personAt(n: number): Person {
  const person = PEOPLE[n % PEOPLE.length];
  if (person === undefined) throw new Error('nobody');
  return person;
}

function nickAt(n: number): string {
  return plainName(personAt(n).name.split(' ')[0] ?? '');
}

function filesOfTeam(): Record<string, string> {
  const days = Array.from({ length: 24 }, (_, week) =>
    new Date((FIRST + week * 7 * DAY) * 1000).toISOString().slice(0, 10),
  );
  return {
    'outcomes/team.yaml': TEAM,
    ...Object.fromEntries(EPICS.map((text, n) => [`outcomes/PAY-${n + 1}00.md`, text])),
    'outcomes/pulse.csv': [
      'date,who,value,responses',
      ...days.map((day, n) => `${day},${personAt(n).name},${3 + (n % 3)},${n === 4 ? 2 : 9}`),
      `${personAt(5).name},${nickAt(5)},3,9`,
    ].join('\n'),
    '.mailmap': PEOPLE.map(({ name, email }) => `${name} <${email}> <old-${email}>\n`).join(''),
    CODEOWNERS: PEOPLE.map(({ email }) => `* ${email}\n`).join(''),
  };
}

/** One change by one person, landed in one of the ways in which forges land changes. Returns main's new commit. */
function change(made: FastImport, n: number, main: number, withProjectKeys: boolean): number {
  const isOwnProject = n % 16 === 3;
  const by = personAt(isOwnProject ? 0 : n * 3 + (n >> 3));
  const nick = plainName(by.name.split(' ')[0] ?? '');
  const landed = FIRST + n * ((199 * DAY) / CHANGES);
  const key = `PAY-${n}`;
  const commit = (parents: number[], message: string, before: number, file: string): number =>
    made.commit({
      ...{ ref: 'refs/heads/main', by, parents, message },
      written: landed - before,
      landed,
      files: { [file]: `${n}\n` },
    });
  const trailers = `Reviewed-by: ${by.name} <${by.email}>\nCo-authored-by: ${by.name} <${by.email}>\nApproved-by: ${nick}\nReviewers: ${by.name}, @${nick}\nSigned-off-by: ${by.name} <${by.email}>\n`;
  const squash = (title: string): number =>
    commit(
      [main],
      `${title}\n\nOn behalf of ${by.name}, thanks to @${nick}.\n\n${trailers}`,
      1.5 * DAY,
      `users/${nick}/${n}.ts`,
    );
  const merge = (title: string, written: number): number => {
    const one = commit([main], `feat(${nick}): ${key} work for ${by.name}`, written + DAY, `src/${n}.ts`);
    const two = commit(
      [one],
      `${nick}: ${key} more\n\nWith ${by.name}.\n\n${trailers}`,
      written,
      `${by.email}/${n}.ts`,
    );
    return commit([main, two], title, 0, `src/${n}.txt`);
  };
  switch (n % 8) {
    case 0:
      return squash(`fix(${nick}): ${key} as ${by.name} asked (#${n})`);
    case 1:
      return merge(`Merge branch '${nick}/fix/${key}-${nick}' into 'main'\n\nBy ${by.name}\n\n${trailers}`, 2 * DAY);
    case 2:
      return merge(`Merged in ${nick}/bugfix-${n} (pull request #${n})\n\n${trailers}`, 4 * DAY);
    case 3:
      // A project key made from somebody's name, and used by nobody else.
      return squash(`${isOwnProject && withProjectKeys ? nick.toUpperCase() : 'PAY'}-${n} tidy (#${n})`);
    case 4:
      return n % 3 === 0
        ? squash(`Revert "Merge pull request #${n - 4} from ${nick}/feature/${key}" (#${n})`)
        : squash(`Reapply "Revert "Merge pull request #${n - 4} from ${nick}/${nick}/${key}"" (#${n})`);
    default:
      return merge(
        `Merge pull request #${n} from ${nick}/${nick}/feature/${key}-${n}\n\nWork of ${by.name}`,
        (n % 5) * DAY,
      );
  }
}

function release(made: FastImport, n: number, commit: number): void {
  const at = FIRST + n * ((199 * DAY) / CHANGES) + 3600;
  const by = personAt(n);
  const nick = plainName(by.name.split(' ')[0] ?? '');
  const name = n % 24 === 0 ? `v1.${n}.0` : `${nick}/v1.${n}.0`;
  made.tag(name, commit, by, at, `Released by ${by.name}\n\nThanks to @${nick}`);
  made.tag(`v2.0.${n}-${nick}`, commit, by, at, `Cut by ${by.name}`);
}

/** Work in progress, one in two known from the remote only; the fifth person's is the one that is checked out. */
function openBranch(made: FastImport, n: number, main: number): void {
  const by = personAt(n);
  const nick = nickAt(n);
  const name = n === 4 ? 'bryndolf/spike/PAY-190-retry' : `${nick}/feature/PAY-${180 + n}-for-${nick}`;
  const ref = n % 2 === 0 ? `refs/heads/${name}` : `refs/remotes/origin/${name}`;
  const key = n === 4 ? 'PAY-190' : `PAY-${180 + n}`;
  const written = NOW - (2 + n) * DAY;
  made.commit({
    ...{ ref, by, written, landed: written, parents: [main] },
    message: `${key} try, by ${by.name}\n\nFor @${nick}\n\nSigned-off-by: ${by.name} <${by.email}>\n`,
    files: { [`people/${nick}/${n}.ts`]: `${n}\n` },
  });
}
