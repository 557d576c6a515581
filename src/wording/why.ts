import type { Pause } from '../model/branch.ts';
import { hasAnticipatedOutcome } from '../model/outcome.ts';
import type {
  BranchSummary,
  BranchWhy,
  EpicSource,
  MissingLink,
  TicketCandidate,
  TicketChain,
  WhyMissing,
} from '../model/why.ts';

/** How a ticket was found, as a phrase: "key in the branch name". */
export function ticketHow(ticket: TicketCandidate): string {
  const commits = ticket.commits === 1 ? '1 commit' : `${ticket.commits} commits`;
  switch (ticket.source) {
    case 'asked':
      return 'asked about';
    case 'pin':
      return 'pinned by you';
    case 'association':
      return 'linked to this branch by another tool';
    case 'branchName':
      return 'key in the branch name';
    case 'closing':
      return `closed or referred to by ${commits} of this branch`;
    case 'subject':
      return `named in the subject of ${commits} of this branch`;
    case 'body':
      return `named in the text of ${commits} of this branch`;
  }
}

/** How an epic was found. */
export function epicHow(source: EpicSource, path: string): string {
  switch (source) {
    case 'isTheEpic':
      return `${path} has this key`;
    case 'listsTheTicket':
      return `${path} lists the ticket`;
  }
}

/** What is known of the branch, beyond its label. */
export function branchHow(branch: BranchSummary): string {
  return branch.during === null ? stateText(branch) : `${PAUSE_TEXTS[branch.during]}; ${stateText(branch)}`;
}

const PAUSE_TEXTS: Record<Pause, string> = {
  rebase: 'rebase in progress: the branch being rebased',
  bisect: 'bisect in progress: the branch it began on',
};

function stateText(branch: BranchSummary): string {
  const main = branch.main === null ? 'no main branch was found' : mainHow(branch.main);
  switch (branch.state) {
    case 'none':
      return '';
    case 'unborn':
      return 'no commit yet';
    case 'detached':
      return 'no branch is checked out (detached HEAD)';
    case 'main':
      return `the main branch (${main})`;
    case 'branch': {
      if (branch.commits === null) return main;
      const count = `${branch.commits}${branch.commitsTruncated ? ' or more' : ''} ${branch.commits === 1 ? 'commit' : 'commits'}`;
      return `${count} that ${branch.main?.name ?? 'main'} does not have (${main})`;
    }
  }
}

function mainHow(main: NonNullable<BranchSummary['main']>): string {
  switch (main.how) {
    case 'team':
      return `${main.name}, from team.yaml`;
    case 'originHead':
      return `${main.name}, the default branch of origin`;
    case 'commonName':
      return `${main.name}, by its name`;
    case 'head':
      return 'taken as main because no usual main branch exists; set mainBranch in team.yaml';
  }
}

/** `taken`: the branch that counts as main instead; null when there is none. */
export function mainNotFoundText(wanted: string, taken: string | null): string {
  const instead = taken === null ? 'So no main branch is known' : `So ${taken} counts as the main branch`;
  return `team.yaml names ${wanted} as its mainBranch, but there is no such branch here. ${instead}. Fetch it, or mend the name.`;
}

export interface MissingText {
  readonly title: string;
  readonly text: string;
}

/** What is missing and how to mend it. */
export function missingText(code: WhyMissing, why: BranchWhy): MissingText {
  switch (code) {
    case 'branch/unborn':
      return { title: 'No commit yet', text: 'The first commit gives this branch a history to read.' };
    case 'branch/detached':
      return {
        title: 'No branch is checked out',
        text: 'HEAD points at a commit, as after checking out a tag. Check out a branch to see its why.',
      };
    case 'branch/isMain':
      return {
        title: why.branch.main?.how === 'head' ? 'This is the main branch' : `This is ${why.branch.label}`,
        text: 'Many outcomes meet on the main branch. Check out a branch of your own to see its why, or pin a ticket here.',
      };
    default:
      return missingLinkText(code, why);
  }
}

/** A link of the chain that is missing behind a branch, and how to mend it. */
export function missingLinkText(code: MissingLink, why: TicketChain): MissingText {
  const ticket = why.ticket?.key ?? '';
  switch (code) {
    case 'ticket/none':
      return {
        title: 'No ticket found',
        text: 'Neither the branch name nor its commits name one. Pin a ticket, or write the outcome without one.',
      };
    case 'epics/none':
      return {
        title: 'No outcome yet',
        text: `What do you hope to achieve${ticket === '' ? '' : ` with ${ticket}`}, and for whom? A sentence or two is enough: intention, not perfection.`,
      };
    case 'epic/none':
      return {
        title: `No epic has ${ticket === '' ? 'this ticket' : ticket}`,
        text: `Add ${ticket === '' ? 'the ticket' : ticket} to the epic it serves, or write a new anticipated outcome for it.`,
      };
    case 'epic/unreadable':
      return {
        title: 'The epic file could not be read',
        text: `${why.epic?.path ?? 'The file'} has no usable front matter. Open it to see where it breaks.`,
      };
    case 'outcome/none':
      return {
        title: 'No anticipated outcome',
        text: `${why.epic?.epic?.title ?? 'This epic'} says what is built, not what will be different, and for whom. A sentence or two is enough.`,
      };
    case 'keyResult/none':
      return {
        title: 'No key result',
        text: 'The epic names no key result. That is fine; one is welcome where it helps.',
      };
    case 'keyResult/unknown':
      return {
        title: 'Unknown key result',
        text: `${why.epic?.epic?.keyResult ?? 'The key result'} is not in value-tree.yaml. Is it another one?`,
      };
  }
}

/** The outcome in one line, for the status bar; null when there is none. */
export function shortOutcome(why: TicketChain): string | null {
  const outcome = why.epic?.epic?.outcome ?? null;
  return hasAnticipatedOutcome(outcome) ? oneLine(outcome.statement) : null;
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
