import { createDocuments } from '../../../../src/epics/documents/openDocuments.ts';
import type { DocumentValues } from '../../../../src/model/documents.ts';
import { epics } from '../read.ts';

export const documents = createDocuments(epics.parseEpic);

export const VALUES: DocumentValues = {
  key: 'PAY-100',
  title: 'Guest checkout',
  outcome: 'Guests pay without an account, so fewer carts are abandoned.',
  date: '2026-11-20',
  epicPath: '../PAY-100-guest-checkout.md',
};
export const NO_EPIC: DocumentValues = { key: '', title: '', outcome: '', date: '2026-11-20', epicPath: '' };
