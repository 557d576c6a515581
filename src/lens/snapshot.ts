import type { RepositoryFacts } from '../model/branch.ts';
import type { OutcomesFolder, TeamFile } from '../model/epic.ts';
import { readBranchName } from '../model/text/branchName.ts';
import { NO_KEY_RULES, type KeyRules } from '../model/text/ticketKeys.ts';
import type { GitAnswers } from './gitAnswers.ts';
import { createOutcomesReader, keyRules, type TeamReading } from './outcomesFolder.ts';
import type { LensPorts } from './ports.ts';
import { treeOf, workTree, type Source } from './sources.ts';

/** What all answers about the current branch begin with. */
export interface Snapshot {
  readonly facts: RepositoryFacts;
  readonly rules: KeyRules;
  /** The rules of the last saved text. What git is asked follows these, so that no keystroke starts a process. */
  readonly savedRules: KeyRules;
  readonly outcomes: OutcomesFolder;
  /** The main branch's files; null when there is no main branch. */
  readonly main: Source | null;
}

/** Takes snapshots of one repository. Texts of the main branch are kept from one to the next while its commit is the same. */
export function createSnapshots(ports: LensPorts, git: GitAnswers): () => Promise<Snapshot> {
  const reader = createOutcomesReader(ports);
  const files = workTree(ports.files, git.root);
  let trees: ReadonlyMap<string, Source> = new Map();
  let savedMain: string | null | undefined;
  let savedRules: KeyRules | undefined;

  return async () => {
    const used = new Map<string, Source>();
    const mainOf = ({ main }: RepositoryFacts): Source | null => {
      if (main === null) return null;
      const tree = used.get(main.hash) ?? trees.get(main.hash) ?? treeOf(git, main.hash, 'main');
      used.set(main.hash, tree);
      return tree;
    };
    const mine = await reader.team(files);
    const { team, facts } = mine === null ? await teamOfMain(mainOf) : await teamOfWorkTree(mine);
    const main = mainOf(facts);
    const outcomes = await reader.read(main === null ? [files] : [files, main], team);
    const rules = keyRules(team, outcomes.epics);
    const unsaved = mine?.unsaved === true || outcomes.epics.some(file => file.unsaved);
    savedRules = unsaved ? (savedRules ?? rules) : rules;
    trees = used;
    return { facts: withRules(facts, rules), rules, savedRules, outcomes, main };
  };

  /** The main branch that an unsaved team file names counts once it is saved. */
  async function teamOfWorkTree({ team, unsaved }: TeamReading): Promise<{ team: TeamFile; facts: RepositoryFacts }> {
    savedMain = unsaved && savedMain !== undefined ? savedMain : team.mainBranch;
    return { team, facts: await git.facts(savedMain, NO_KEY_RULES) };
  }

  /** A branch without a team file has main's; which branch is main, that file may tell otherwise. */
  async function teamOfMain(
    mainOf: (facts: RepositoryFacts) => Source | null,
  ): Promise<{ team: TeamFile; facts: RepositoryFacts }> {
    const facts = await git.facts(null, NO_KEY_RULES);
    const main = mainOf(facts);
    const reading = main === null ? null : await reader.team(main);
    const team = reading?.team ?? ports.epics.parseTeam(`${ports.outcomesFolder()}/team.yaml`, null);
    savedMain = team.mainBranch;
    return { team, facts: savedMain === null ? facts : await git.facts(savedMain, NO_KEY_RULES) };
  }
}

/** The branch's name is read once the epic files have told which project keys exist. */
function withRules(facts: RepositoryFacts, rules: KeyRules): RepositoryFacts {
  const { head } = facts;
  if (head.kind === 'detached') return facts;
  return { ...facts, head: { ...head, facts: readBranchName(head.ref.replace(/^refs\/heads\//, ''), rules) } };
}
