/** What became of a deployment. */
export interface DeploymentFailure {
  /**
   * 'confirmed': one of its items was taken back within 14 days of it, or a hotfix of its release line followed within
   * 14 days. 'suspected': the next patch of its line came within 7 days and was mostly fixes. null: neither is known.
   */
  readonly failed: 'confirmed' | 'suspected' | null;
  /** Id of the first deployment that holds what mended it; null when it did not fail or nothing mended it yet. */
  readonly fixedBy: string | null;
  /** It mends a confirmed failure, and at least half of its items are fixes or take something back. */
  readonly rework: boolean;
  /** Younger than 14 days: it may still fail. */
  readonly immature: boolean;
}
