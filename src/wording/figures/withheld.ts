import type { FlowWindow } from '../../model/flow/flow.ts';
import type { Countable, Withheld } from '../../model/flow/withheld.ts';

const THINGS: Readonly<Record<Countable, string>> = {
  finishedItems: 'finished items',
  landedItems: 'landed items',
  openItems: 'open items',
  timedItems: 'finished items with a known start',
  branchItems: 'merged branches',
  longItems: 'items of three days or more',
  classifiedItems: 'items whose work type is known',
  ticketItems: 'finished tickets',
  weeks: 'whole weeks',
  points: 'points',
  deployments: 'deployments',
  changes: 'deployed changes',
  recoveries: 'recoveries',
  failures: 'failures',
  epics: 'epics',
  pairs: 'items with both figures',
  responses: 'responses',
};

/** As long a window as most look at; whoever asks for more of it would ask for years. */
const LONG_WEEKS = 26;
/** Nobody has a window that is longer by more than this at hand. */
const MOST_TIMES = 4;

/** Why a figure is not there, and what would help, in sentences; '' for null. A longer window helps only a short `window`. */
export function withheldText(withheld: Withheld | null, window?: FlowWindow): string {
  switch (withheld?.code) {
    case undefined:
      return '';
    case 'nothing':
      return `No ${THINGS[withheld.what]} in this window.`;
    case 'tooFew':
      return `Not shown: ${lackText(withheld)}.${mayHoldMore(withheld, window) ? ' A longer window may hold more.' : ''}`;
    case 'coverage':
      return `Git shows the way from first commit to landing for ${withheld.known === 0 ? 'none' : `only ${withheld.known}`} of ${withheld.of} finished items, and 60 % are needed. Squash merges, and commits that are written and landed in one moment, keep no trace of when their work began; a ticket or pull-request connection would add it.`;
    case 'people':
      return 'Hidden to protect people: too few of them are behind it.';
    case 'noTickets':
      return 'Git cannot tell; the status changes of tickets would.';
    case 'noDeployments':
      return 'No release tag was found, so nothing here tells when work went live. releases.tags in team.yaml can name the tags.';
    case 'noEpics':
      return 'There is no epic file, so nothing here tells what the work is for.';
    case 'partialClone':
      return 'This is a partial clone: counting lines would fetch over the network, and Outcome Lens never does.';
    case 'notRead':
      return 'No branch beside main and lines of releases or environments can be seen from here, so work that has not landed is not known.';
    case 'solo':
      return 'Not shown for one or two people.';
  }
}

type TooFew = Extract<Withheld, { code: 'tooFew' }>;

/** "needs 3 deployments, has 2". */
export function lackText({ needs, has, what }: TooFew): string {
  return `needs ${needs} ${THINGS[what]}, has ${has}`;
}

function mayHoldMore({ needs, has }: TooFew, window: FlowWindow | undefined): boolean {
  return window !== undefined && window.weeks < LONG_WEEKS && needs <= MOST_TIMES * has;
}
