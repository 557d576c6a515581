/** Ids of the figures that flow answers can have, in the order in which they are read, for answers that have none. */
export const FIGURE_IDS: readonly string[] = [
  'cycleTime',
  'cycleTimeHistogram',
  'cycleTimeTrend',
  'predictability',
  'serviceLevel',
  'leadTime',
  'throughput',
  'deploymentFrequency',
  'customerLeadTime',
  'age',
  'wip',
  'valueStream',
  'longestWait',
  'stages',
  'integrationWait',
  'flowEfficiency',
  'approval',
  'batchSize',
  'sizeAgainstTime',
  'changeFailure',
  'recovery',
  'rework',
  'reverts',
  'clusters',
  'distribution',
  'linkedWork',
  'featureFactory',
  'readyToBuild',
  'improving',
  'batchFirst',
  'interventions',
  'interventions-series',
  'interventions-mix',
  'forecast',
];

/** Series from elsewhere are numbered in the order of the team file. */
const SIGNAL = /^signal-[1-9]\d*$/;

/** Whether some answer has a figure of this id. */
export function isFigureId(id: string): boolean {
  return FIGURE_IDS.includes(id) || SIGNAL.test(id);
}
