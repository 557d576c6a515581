import assert from 'node:assert/strict';
import { gatesLeft } from '../../../../src/answers/ready/leftOpen.ts';
import type { Readiness } from '../../../../src/model/ready.ts';
import type { Stage } from '../../../../src/model/stage.ts';
import { createEpicFile, createGate, createItem } from '../../../support/factories.ts';
import { readinessIn } from '../learn/madeReadiness.ts';

const ticked = createItem({ ticked: true });
const open = createItem();
const unknown = createItem({ proof: { kind: 'ticket', key: 'PAY-9', status: 'Done' } });

function ready(stage: Stage | null): Readiness {
  const gates = [
    createGate([open], { name: 'Ready to build', stage: 'discovery' }),
    createGate([ticked, open, unknown], { name: 'Ready to test', stage: 'build' }),
    createGate([], { name: 'Own gate', stage: 'build' }),
    createGate([ticked], { name: 'Definition of done', stage: 'qa' }),
  ];
  return readinessIn(createEpicFile({ stage, gates }), '2026-11-20') ?? assert.fail('nothing is judged');
}

const names = (stage: Stage | null, to: Stage) => gatesLeft(ready(stage), to).map(({ name }) => name);

describe('the gates that a move leaves behind', () => {
  it('are those of the stage that is left, with what is open and what cannot be checked', () => {
    assert.deepEqual(gatesLeft(ready('build'), 'qa'), [{ name: 'Ready to test', open: 1, unknown: 1, total: 3 }]);
  });

  it('are told when they are met, too', () => {
    assert.deepEqual(gatesLeft(ready('qa'), 'launch'), [{ name: 'Definition of done', open: 0, unknown: 0, total: 1 }]);
  });

  it('are those of all stages that are passed over, but not of earlier ones', () => {
    assert.deepEqual(names('build', 'closed'), ['Ready to test', 'Definition of done']);
    assert.deepEqual(names(null, 'qa'), ['Ready to build', 'Ready to test']);
  });

  it('are none on the way back, and when an epic is stopped or taken up again', () => {
    assert.deepEqual(names('qa', 'build'), []);
    assert.deepEqual(names('build', 'stopped'), []);
    assert.deepEqual(names('stopped', 'build'), []);
  });
});
