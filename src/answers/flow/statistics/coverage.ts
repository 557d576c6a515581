/** With fewer known than this part of all, those that are known are no picture of all (METRICS R22). */
export const LEAST_COVERAGE = 0.6;
