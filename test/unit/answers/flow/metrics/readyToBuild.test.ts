import assert from 'node:assert/strict';
import { readyToBuild } from '../../../../../src/answers/flow/metrics/readyToBuild.ts';
import { createInput, measure } from '../madeInput.ts';
import { createSummary } from './madeEpics.ts';

const EPICS = [
  createSummary('PAY-1', { readyToBuildOpen: 2 }),
  createSummary('PAY-2', { readyToBuildOpen: 5 }),
  createSummary('PAY-3', { readyToBuildOpen: 0 }),
  createSummary('PAY-4', { readyToBuildOpen: null }),
  createSummary('PAY-5', { readyToBuildOpen: 9, stage: 'discovery' }),
];

describe('readyToBuild', () => {
  it('counts the epics in the build stage that have open items, most open items first', () => {
    assert.deepEqual(measure(readyToBuild, createInput({ epics: EPICS })), {
      withheld: null,
      building: 3,
      unready: 2,
      open: 7,
      epics: [
        { label: 'PAY-2', open: 5 },
        { label: 'PAY-1', open: 2 },
      ],
    });
  });

  it('names no epic in exports, nor one whose key may not be said', () => {
    assert.deepEqual(measure(readyToBuild, createInput({ epics: EPICS, use: 'export' })).epics, []);
    const unsaid = measure(readyToBuild, createInput({ epics: EPICS }), { labelOf: () => null });
    assert.deepEqual(unsaid.epics[0], { label: null, open: 5 });
  });

  it('has nothing to say where nothing is built, and cannot tell without epics', () => {
    assert.deepEqual(measure(readyToBuild, createInput({ epics: EPICS.slice(3) })).withheld, {
      code: 'nothing',
      what: 'epics',
    });
    assert.deepEqual(measure(readyToBuild, createInput()).withheld, { code: 'noEpics' });
  });
});
