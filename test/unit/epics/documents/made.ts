import { createDocuments } from '../../../../src/epics/documents/openDocuments.ts';
import type { DocumentValues } from '../../../../src/model/documents.ts';
import { epics } from '../read.ts';

export const documents = createDocuments(epics.parseEpic);

export const VALUES: DocumentValues = {
  key: 'PAY-100',
  title: 'Guest checkout',
  outcome: 'Guests pay without an account, so fewer carts are abandoned.',
  measures: [
    {
      ...{ name: 'cart abandonment', unit: '%', baseline: 31, target: 26, by: '2026-11-01' },
      ...{ confidence: 70, tolerance: null },
      measured: [
        { on: '2026-11-10', value: 28.5 },
        { on: '2026-10-10', value: 30 },
      ],
    },
    {
      ...{ name: 'paid as a guest', unit: null, baseline: null, target: null, by: null },
      ...{ confidence: null, tolerance: null, measured: [] },
    },
  ],
  date: '2026-11-20',
  launched: '2026-10-01',
  epicPath: '../PAY-100-guest-checkout.md',
};
export const NO_EPIC: DocumentValues = {
  ...{ key: '', title: '', outcome: '', measures: [], date: '2026-11-20', launched: '', epicPath: '' },
};
