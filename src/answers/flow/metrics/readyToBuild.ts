import type { ReadyToBuild } from '../../../model/flow/readyToBuild.ts';
import type { Metric } from '../metric.ts';

/** Epics in the build stage whose Ready-to-build gate has open items. It describes files, so there is nobody to ask about. */
export const readyToBuild: Metric<ReadyToBuild> = ({ epics, use }) => {
  const building = epics
    .filter(({ stage }) => stage === 'build')
    .flatMap(({ key, readyToBuildOpen: open }) => (open === null ? [] : [{ key, open }]));
  const unready = building.filter(({ open }) => open > 0).sort((a, b) => b.open - a.open || (a.key < b.key ? -1 : 1));
  return gate => ({
    withheld:
      epics.length === 0 ? { code: 'noEpics' } : building.length === 0 ? { code: 'nothing', what: 'epics' } : null,
    building: building.length,
    unready: unready.length,
    open: unready.reduce((sum, { open }) => sum + open, 0),
    epics: use === 'export' ? [] : unready.map(({ key, open }) => ({ label: gate.labelOf({ ticket: key }), open })),
  });
};
