import assert from 'node:assert/strict';
import { whyOfBranch } from '../../../src/answers/why/whyOfBranch.ts';
import { whyOfChange } from '../../../src/answers/why/whyOfChange.ts';
import type { TitledCommit } from '../../../src/model/commit.ts';
import type { EpicFile } from '../../../src/model/epic.ts';
import { lineText } from '../../../src/wording/lineHover.ts';
import {
  NOW,
  createCommit,
  createEpicFile,
  createFacts,
  createFolder,
  createOutcome,
} from '../../support/factories.ts';

const outcome = createOutcome({ statement: 'Guests pay without an account.' });
const EPIC = createEpicFile(
  { key: 'PAY-100', title: 'Guest checkout', stage: 'qa', tickets: ['PAY-101'], outcome, keyResult: null },
  { path: 'outcomes/PAY-100.md' },
);
const EPIC_LINE = 'Epic: PAY-100 Guest checkout, stage QA (outcomes/PAY-100.md lists the ticket)';

const titled = (title: string, more: Partial<TitledCommit> = {}): TitledCommit => ({
  ...createCommit(title),
  title,
  edge: false,
  ...more,
});

function committed(commit: TitledCommit, landing: TitledCommit | null = null, epics: readonly EpicFile[] = [EPIC]) {
  const why = whyOfChange({ commit, landing, foundByLine: true, outcomes: createFolder(epics), now: NOW });
  return lineText({ kind: 'committed', why }, 'UTC');
}

describe('what is said of a line', () => {
  it('is the outcome, the change with its day, and how each link was found', () => {
    assert.deepEqual(committed(titled('PAY-101 Ask for a street')), {
      title: 'Guests pay without an account.',
      lines: [
        'Change: PAY-101 Ask for a street (commit aaaaaaa, 20 Nov 2026)',
        'Ticket: PAY-101 (named in the subject of the change)',
        'Epic: PAY-100 Guest checkout (outcomes/PAY-100.md lists the ticket)',
      ],
    });
  });

  it('names the merge where that one names the ticket', () => {
    const { lines } = committed(titled('Ask for a street'), titled('Merge PAY-101'));
    assert.deepEqual(lines.slice(0, 3), [
      'Change: Ask for a street (commit aaaaaaa, 20 Nov 2026)',
      'Merge: Merge PAY-101 (commit aaaaaaa, 20 Nov 2026)',
      'Ticket: PAY-101 (named in the subject of the merge that brought it to the main branch)',
    ]);
  });

  it('says what is missing: a ticket, an epic, an outcome, older history, a subject that may be shown', () => {
    const bare = createEpicFile({ key: 'PAY-101', outcome: null }, { path: 'outcomes/PAY-101.md' });
    const titles = [
      committed(titled('Tidy up')),
      committed(titled('PAY-999 Tidy up')),
      committed(titled('PAY-101 x'), null, [bare]),
      committed(titled('PAY-101 x', { edge: true })),
    ].map(({ title }) => title);
    assert.deepEqual(titles, [
      'No ticket found',
      'No epic has PAY-999',
      'No anticipated outcome',
      'The history ends here',
    ]);
    const hidden = committed(titled('PAY-101 x', { title: '' }));
    assert.equal(hidden.lines[0], 'Change: commit aaaaaaa (20 Nov 2026)');
  });

  it('is what the branch is for where the line is not committed', () => {
    const textOn = (branch: string) => {
      const evidence = { pin: null, ignored: [], associated: [], commits: [] };
      const repository = createFacts(branch);
      const folder = createFolder([EPIC]);
      const why = whyOfBranch({ repository, evidence, commitsTruncated: false, outcomes: folder, now: NOW });
      return lineText({ kind: 'uncommitted', why }, 'UTC');
    };
    const { title, lines } = textOn('feature/PAY-101-form');
    assert.equal(title, 'Guests pay without an account.');
    assert.match(lines[0] ?? '', /^Not committed yet, so this is what .*PAY-101.* is for\.$/);
    assert.deepEqual(lines.slice(1), ['Ticket: PAY-101 (key in the branch name)', EPIC_LINE]);
    assert.equal(textOn('spike/ideas').title, 'No ticket found');
  });
});
