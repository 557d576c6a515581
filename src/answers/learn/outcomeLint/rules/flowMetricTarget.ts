import type { Rule } from '../rule.ts';
import { measuresWhere } from './measures.ts';

const FLOW_METRIC =
  /^(?:cycle time|lead time(?: for changes?)?|flow time|flow efficiency|flow load|flow velocity|wip|work in progress|throughput|deploy(?:ment)? frequency|review (?:wait|time)|time (?:to|in) (?:merge|review)|pull request size|batch size|feature factory ratio)$/;
/** What stands around a metric's name without changing what it is. */
const AROUND =
  /\b(?:our|the|team(?:'s)?|changes|median|average|mean|avg|max|maximum|p\d\d|\d\dth percentile|of|for|per|in|a|week|sprint|month|tickets?|stories|story|epics?|items?|work items?|pull requests?|prs?|software|delivery|development|dev)\b/g;
/** Units of machines and trade: a throughput of requests is what a customer feels. */
const NOT_OF_FLOW = /req|rps|tps|qps|[kmg]b|byte|order|call|parcel|unit|message|transaction|euro|[€$]/i;

/** A measure of flow that got a target: once it is one, it is worked on instead of the flow. */
export const flowMetricTarget: Rule = {
  id: 'measure/target-is-flow-metric',
  severity: 'hint',
  reads: 'outcome',
  find: ({ epic }) =>
    measuresWhere(
      epic,
      ({ name, target, unit }) => target !== null && !NOT_OF_FLOW.test(unit ?? '') && isFlowMetric(name),
    ),
};

function isFlowMetric(name: string): boolean {
  const words = name.toLowerCase().trim();
  return FLOW_METRIC.test(words) || FLOW_METRIC.test(words.replace(AROUND, ' ').replace(/\s+/g, ' ').trim());
}
