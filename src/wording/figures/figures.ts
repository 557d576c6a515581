import type { Figure, Marker } from '../../model/flow/figure.ts';
import type { FlowAnswer } from '../../model/flow/flow.ts';
import { ageFigure } from './age.ts';
import { approvalFigure } from './approval.ts';
import { batchFirstFigure } from './batchFirst.ts';
import { batchSizeFigure } from './batchSize.ts';
import { changeFailureFigure } from './changeFailure.ts';
import { clustersFigure } from './clusters.ts';
import { customerLeadTimeFigure } from './customerLeadTime.ts';
import { cycleTimeFigure } from './cycleTime.ts';
import { cycleTimeHistogramFigure } from './cycleTimeHistogram.ts';
import { cycleTimeTrendFigure } from './cycleTimeTrend.ts';
import { deploymentFrequencyFigure } from './deployments.ts';
import { distributionFigure } from './distribution.ts';
import { featureFactoryFigure } from './featureFactory.ts';
import type { FigureContext } from './figure.ts';
import { flowEfficiencyFigure } from './flowEfficiency.ts';
import { forecastFigure } from './forecast.ts';
import { withoutEmptyChart } from './hiddenBins.ts';
import { improvingFigure } from './improving.ts';
import { integrationWaitFigure } from './integrationWait.ts';
import { interventionFigures } from './interventions.ts';
import { leadTimeFigure } from './leadTime.ts';
import { linkedWorkFigure } from './linkedWork.ts';
import { longestWaitFigure } from './longestWait.ts';
import { predictabilityFigure } from './predictability.ts';
import { readyToBuildFigure } from './readyToBuild.ts';
import { recoveryFigure } from './recovery.ts';
import { revertsFigure } from './reverts.ts';
import { reworkFigure } from './rework.ts';
import { serviceLevelFigure } from './serviceLevel.ts';
import { signalFigures } from './signals.ts';
import { sizeAgainstTimeFigure } from './sizeAgainstTime.ts';
import { stagesFigure } from './stages.ts';
import { throughputFigure } from './throughput.ts';
import { valueStreamFigure } from './valueStream.ts';
import { wipFigure } from './wip.ts';

type Shown = Extract<FlowAnswer, { state: 'shown' }>;

/** Every figure of an answer, in the order in which they are read. */
export function figuresOf(answer: Shown): Figure[] {
  const { own, group } = answer;
  const context: FigureContext = {
    window: answer.window,
    timeZone: answer.timeZone,
    markers: markersOf(answer),
    use: answer.use,
  };
  const ofGroup = <Result>(result: Result | undefined, figure: (result: Result) => Figure | Figure[]): Figure[] =>
    result === undefined ? [] : [figure(result)].flat();
  const figures = [
    cycleTimeFigure(own.cycleTime, context),
    ...(answer.use === 'view' ? [cycleTimeHistogramFigure(own.cycleTime)] : []),
    ...ofGroup(group?.cycleTimeTrend, result => cycleTimeTrendFigure(result, context)),
    ...ofGroup(group?.predictability, result => predictabilityFigure(result, context)),
    serviceLevelFigure(own.serviceLevel, context),
    leadTimeFigure(own.leadTime, context),
    throughputFigure(own.throughput, context),
    deploymentFrequencyFigure(own.deploymentFrequency, context),
    customerLeadTimeFigure(own.customerLeadTime, context),
    ageFigure(own.age, context),
    wipFigure(own.wip, context),
    ...ofGroup(group?.valueStream, result => valueStreamFigure(result, context)),
    ...ofGroup(group?.longestWait, result => longestWaitFigure(result, context)),
    stagesFigure(own.stages, context),
    integrationWaitFigure(own.integrationWait, context),
    flowEfficiencyFigure(own.flowEfficiency, context),
    ...ofGroup(group?.approval, result => approvalFigure(result, context)),
    batchSizeFigure(own.batchSize, context),
    sizeAgainstTimeFigure(own.batchSize, context),
    ...ofGroup(group?.changeFailure, result => changeFailureFigure(result, context)),
    ...ofGroup(group?.recovery, result => recoveryFigure(result, context)),
    ...ofGroup(group?.rework, result => reworkFigure(result, context)),
    ...ofGroup(group?.reverts, result => revertsFigure(result, context)),
    ...ofGroup(group?.clusters, result => clustersFigure(result, context)),
    distributionFigure(own.distribution, context),
    ...ofGroup(group?.linkedWork, result => linkedWorkFigure(result, context)),
    featureFactoryFigure(own.featureFactory, context),
    readyToBuildFigure(own.readyToBuild),
    ...ofGroup(group?.improving, result => improvingFigure(result, context)),
    ...ofGroup(group?.batchFirst, result => batchFirstFigure(result, context)),
    ...ofGroup(group?.interventions, result => interventionFigures(result, context)),
    ...ofGroup(group?.forecast, result => forecastFigure(result, context)),
    ...ofGroup(group?.signals, result => signalFigures(result, context)),
  ];
  return figures.map(withoutEmptyChart);
}

/** What changed in how the team works, and what it tries, inside the window. */
function markersOf({ window, interventions, tries }: Shown): Marker[] {
  const markers: Marker[] = [
    ...interventions.map(({ on, label }) => ({ on, label, kind: 'intervention' as const })),
    ...tries.map(({ on, text }) => ({ on, label: text, kind: 'try' as const })),
  ];
  return markers.filter(({ on }) => on >= window.from && on < window.to).sort((a, b) => (a.on < b.on ? -1 : 1));
}
