/** What every figure about deployments from git cannot show. */
export const RELEASE_TAGS_PROXY =
  'Release tags stand in for deployments: git cannot tell whether, when and for whom a release really went live.';
