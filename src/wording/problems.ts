import type { Problem, ProblemCode } from '../model/problem.ts';

/** What happened and what to do, for people. `action` names the one way on; faces that have buttons map it to one. */
export interface ProblemText {
  readonly title: string;
  readonly text: string;
  readonly action: 'showLog' | 'openFile' | 'manageTrust' | 'openFolder' | 'openSettings' | 'refresh' | null;
}

type Wording = (problem: Problem) => ProblemText;

const WORDINGS: Readonly<Record<ProblemCode, Wording>> = {
  'git/not-found': () => ({
    title: 'Git was not found',
    text: 'Outcome Lens reads the local git history. Install git, or set git.path in the settings, then refresh.',
    action: 'openSettings',
  }),
  'git/too-old': ({ detail }) => ({
    title: 'This git is too old',
    text: `Outcome Lens needs git 2.30 or later${detail === undefined ? '' : `; this is ${detail}`}. Update git, then refresh.`,
    action: 'refresh',
  }),
  'git/no-repository': () => ({
    title: 'No git repository here',
    text: 'This folder is in no git repository with a work tree. Open a folder of one, or run git init.',
    action: 'openFolder',
  }),
  'git/not-owned': () => ({
    title: 'Git does not trust this folder',
    text: 'The repository belongs to another user, so git refuses to read it. If you trust it, add it with: git config --global --add safe.directory <folder>. Then refresh.',
    action: 'refresh',
  }),
  'git/timeout': () => ({
    title: 'Git took too long',
    text: 'A git command was stopped after its time limit. The disk may be busy; try again.',
    action: 'refresh',
  }),
  'git/failed': ({ detail }) => ({
    title: 'Git could not answer',
    text: detail === undefined ? 'A git command failed.' : `Git says: ${sentence(detail)}`,
    action: 'showLog',
  }),
  'branch/not-found': ({ detail }) => ({
    title: 'No such branch',
    text: `There is no branch "${detail ?? ''}" here. Fetch it, or check its name.`,
    action: null,
  }),
  'commit/not-found': ({ detail }) => ({
    title: 'No such commit',
    text: `No commit here begins with "${detail ?? ''}", or more than one does. Give 7 digits of its hash or more, or fetch it.`,
    action: null,
  }),
  'commit/no-parent': ({ detail }) => ({
    title: 'What this commit changed cannot be told',
    text: `Commit ${detail ?? ''} or the one before it is not here: a shallow clone ends there. Fetch more of the history with git fetch --unshallow.`,
    action: null,
  }),
  'head/detached': () => ({
    title: 'No branch is checked out',
    text: 'HEAD points at a commit, so there is no branch to keep this for. Check out a branch first.',
    action: null,
  }),
  'history/empty': () => ({
    title: 'No commit yet',
    text: 'The main branch has no commit, so there is no flow to show. Come back after the first changes have landed.',
    action: null,
  }),
  internal: () => ({
    title: 'Something unexpected happened',
    text: 'This is a fault of Outcome Lens. The log has the details.',
    action: 'showLog',
  }),
  'workspace/untrusted': () => ({
    title: 'This folder is in Restricted Mode',
    text: 'A repository can name programs that git runs. Outcome Lens runs no git until you trust the folder.',
    action: 'manageTrust',
  }),
  'workspace/no-folder': () => ({
    title: 'No folder is open',
    text: 'Open a folder of a git repository to see why its branch exists.',
    action: 'openFolder',
  }),
  'file/not-found': ({ file }) => ({
    title: 'No such file',
    text: `${file ?? 'The path'} is no file of this repository: it is not there, or it is a folder, a link or another repository's.`,
    action: null,
  }),
  'file/none': () => ({
    title: 'No file is open',
    text: 'Open a file of the repository, or ask from its context menu in the Explorer.',
    action: null,
  }),
  'file/elsewhere': ({ file }) => ({
    title: 'That is in another repository',
    text: `${file ?? 'The file'} is not in the repository that the views show. Open it in an editor, or use Choose Repository…, then ask again.`,
    action: null,
  }),
  'path/not-found': ({ file }) => ({
    title: 'Nothing of that name is committed',
    text: `${file === undefined || file === '' ? 'The repository' : file} is in no commit of what is checked out, so no change tells why it is here. Commit it first.`,
    action: null,
  }),
  'file/binary': ({ file }) => ({
    title: 'This is no text',
    text: `${file ?? 'The file'} is binary, so it has no lines to ask about.`,
    action: null,
  }),
  'line/not-found': ({ file, detail }) => ({
    title: 'No such line',
    text: `${file ?? 'The file'} has no such line${detail === undefined ? '' : ` (${detail})`}. Lines are counted from 1.`,
    action: null,
  }),
  'file/unreadable': ({ file, detail }) => ({
    title: 'A file could not be read',
    text: `${file ?? 'The file'}: ${sentence(detail ?? 'the system gave no reason')}`,
    action: 'showLog',
  }),
  'file/too-large': ({ file, line }) => ({
    title: 'A file is too large',
    text:
      line === undefined
        ? `${file ?? 'The file'} is larger than 1 MB and is not read.`
        : `From line ${line} on, ${file ?? 'the file'} is too long or too deeply nested to be read. What stands before is used.`,
    action: 'openFile',
  }),
  'file/changed-underneath': ({ file, detail }) => ({
    title: 'The file changed meanwhile',
    text:
      detail !== undefined
        ? `Nothing was written. ${sentence(detail)}`
        : `${file ?? 'The file'} changed since the list was drawn and the item is no longer there as it was. Nothing was written; the list is up to date now, so tick again.`,
    action: 'openFile',
  }),
  'file/conflict': ({ file, line }) => ({
    title: 'Unresolved merge conflict',
    text: `${file ?? 'The file'} holds both sides of a merge${line === undefined ? '' : `, from line ${line} on`}. Resolve it; until then its gates cannot be judged.`,
    action: 'openFile',
  }),
  'file/exists': ({ file }) => ({
    title: 'The file exists already',
    text: `${file ?? 'The file'} is there already and was not touched.`,
    action: 'openFile',
  }),
  'file/outside-repository': ({ file }) => ({
    title: 'A link leaves the repository',
    text: `${file ?? 'The path'} leads out of the repository and is not followed.`,
    action: null,
  }),
  'front-matter/missing': ({ file, detail }) => ({
    title: 'No front matter',
    text: `${file ?? 'The file'} ${detail ?? 'does not begin with a block between two lines of ---'}. Without it the epic has no key, stage or outcome.`,
    action: 'openFile',
  }),
  'yaml/invalid': ({ detail }) => ({
    title: 'The YAML is broken',
    text: `${sentence(detail ?? 'It could not be read.')} What could be read is used.`,
    action: 'openFile',
  }),
  'schema/invalid': ({ detail }) => ({
    title: 'A value does not fit',
    text: `${sentence(detail ?? 'The value was left out.')} The rest of the file is used.`,
    action: 'openFile',
  }),
  'epic/duplicate-key': ({ detail }) => ({
    title: 'Two epics have one key',
    text: `The same key stands in ${detail ?? 'another file'}. Give one of them another key.`,
    action: 'openFile',
  }),
  'epic/not-found': ({ file, detail }) => ({
    title: 'No such epic',
    text: `${detail ?? file ?? 'The epic'} was not found in the outcomes folder.`,
    action: null,
  }),
  'document/not-linked': ({ file, detail }) => ({
    title: 'The document is there, without a link',
    text: `${file ?? 'The epic file'} is written in a way that cannot be changed safely. Add this below "## Documents" by hand: ${detail ?? ''}`,
    action: 'openFile',
  }),
  'epic/read-only': ({ file, detail }) => ({
    title: 'Only the main branch has this epic',
    text: `${detail ?? file ?? 'The epic'} is read from there and is not changed from here. Merge main into this branch, or check main out, to change it.`,
    action: null,
  }),
  'team/not-found': ({ detail, known = [] }) => ({
    title: 'There is no such team',
    text: `No file ${detail === undefined ? '' : `teams/${detail}.yaml `}was found in the folder of the epic files.${known.length === 0 ? '' : ` Known are: ${known.join(', ')}.`}`,
    action: null,
  }),
  'team/no-scope': ({ detail }) => ({
    title: 'Nothing tells what is this team’s',
    text: `${detail === undefined ? 'Its file' : `The file teams/${detail}.yaml`} names neither paths nor ticketKeys, so everything here would count as the team’s. Add one of them.`,
    action: null,
  }),
  'team/broken': ({ detail }) => ({
    title: 'The team’s file is broken',
    text: `${sentence(detail ?? 'It could not be read.')} What is this team’s work cannot be told from it, so no figure is shown. Mend the file, then ask again.`,
    action: 'openFile',
  }),
  'team/not-written': ({ file }) => ({
    title: 'The team file was left as it is',
    text: `It is written in a way that cannot be changed without touching somebody's words. Open ${file ?? 'team.yaml'} and set focus there.`,
    action: 'openFile',
  }),
  'ticket/invalid-key': ({ detail }) => ({
    title: 'Not a key',
    text: `"${detail ?? ''}" is no ticket or epic key. Keys look like PAY-101 or #123.`,
    action: null,
  }),
  'window/future': ({ detail }) => ({
    title: 'That is in the future',
    text: `Nothing has landed yet ${detail === undefined ? 'in these weeks' : `since ${detail}`}. Ask from an earlier day.`,
    action: null,
  }),
  'window/too-early': ({ detail }) => ({
    title: 'That is before git existed',
    text: `Git began in April 2005${detail === undefined ? '' : `, so no history tells of ${detail}`}. Ask from a day in 2005 or later.`,
    action: null,
  }),
  'window/too-long': ({ detail }) => ({
    title: 'That is too long a time',
    text: `At most 520 weeks are looked at at once${detail === undefined ? '' : `, and these are ${detail}`}. Ask from a later day, or until an earlier one.`,
    action: null,
  }),
};

/** The sentence and the one action for a problem. */
export function problemText(problem: Problem): ProblemText {
  return WORDINGS[problem.code](problem);
}

/** `outcomes/PAY-100.md:12: The YAML is broken: …`, for terminals and logs. */
export function problemLine(problem: Problem): string {
  const { title, text } = problemText(problem);
  const where =
    problem.file === undefined ? '' : `${problem.file}${problem.line === undefined ? '' : `:${problem.line}`}: `;
  return `${where}${title}. ${text}`;
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
