/** What every figure about cycle time from git cannot show. */
export const CYCLE_TIME_PROXY =
  'Git stands in for the board: the time runs from the first commit to the landing on main. Work before the first commit, and the wait for a release, are not in it.';
