/** Why a figure shows nothing; absence is never a zero. `src/wording` makes the sentence. */
export type Withheld =
  /** Nothing of the kind happened in the window. */
  | { readonly code: 'nothing'; readonly what: Countable }
  | { readonly code: 'tooFew'; readonly what: Countable; readonly has: number; readonly needs: number }
  /** Too many items have no known start: the others are no picture of all. */
  | { readonly code: 'coverage'; readonly known: number; readonly of: number }
  /** Too few people are behind it. */
  | { readonly code: 'people' }
  /** Only tickets of a tracker could tell. */
  | { readonly code: 'noTickets' }
  /** No release tag was found, so nothing tells when work went live. */
  | { readonly code: 'noDeployments' }
  /** No epic file, so nothing tells what the work is for. */
  | { readonly code: 'noEpics' }
  /** Counting lines here would ask the network (partial clone). */
  | { readonly code: 'partialClone' }
  /** Open work is not known: no branch beside main and lasting lines can be seen. */
  | { readonly code: 'notRead' }
  /** Not for figures about one or two people. */
  | { readonly code: 'solo' };

export type Countable =
  | 'finishedItems'
  | 'landedItems'
  | 'openItems'
  | 'timedItems'
  | 'branchItems'
  | 'longItems'
  | 'classifiedItems'
  | 'ticketItems'
  | 'weeks'
  | 'points'
  | 'deployments'
  | 'changes'
  | 'recoveries'
  | 'failures'
  | 'epics'
  | 'pairs'
  | 'responses';
