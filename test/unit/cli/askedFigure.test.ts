import assert from 'node:assert/strict';
import { askedFigure, checkFigure } from '../../../src/cli/askedFigure.ts';
import { UsageError } from '../../../src/cli/args.ts';
import { FIGURE_IDS } from '../../../src/wording/figures/figureIds.ts';
import { figuresOf } from '../../../src/wording/figures/figures.ts';
import { inTurn, MadeTeam } from '../answers/flow/madeTeam.ts';

describe('the figure that was asked for', () => {
  const team = new MadeTeam(inTurn(6, 40));
  const [view, exported] = [team.shown(), team.shown({ use: 'export' })];

  it('is told by its id, on a screen and where it leaves it', () => {
    for (const answer of [view, exported]) {
      const asked = askedFigure(answer, 'throughput');
      assert.equal(asked.figure.id, 'throughput');
      assert.deepEqual([asked.isEmpty('csv'), asked.diagnostics('csv')], [false, []]);
    }
  });

  it('is cycle time for its histogram where no dots may leave the screen, and says so', () => {
    assert.equal(askedFigure(view, 'cycleTimeHistogram').figure.id, 'cycleTimeHistogram');
    const asked = askedFigure(exported, 'cycleTimeHistogram');
    assert.equal(asked.figure.id, 'cycleTime');
    assert.equal(asked.figure.table?.columns[0]?.label, 'Calendar days');
    assert.deepEqual(asked.diagnostics('csv'), [
      'What leaves the screen has no dots, so cycleTime is the same as cycleTimeHistogram: here it is.',
    ]);
  });

  it('shows nothing, and says why beside a CSV, where it is withheld', () => {
    const asked = askedFigure(exported, 'customerLeadTime');
    assert.deepEqual([asked.isEmpty('text'), asked.isEmpty('json'), asked.isEmpty('csv')], [true, true, true]);
    assert.deepEqual(asked.diagnostics('text'), [], 'the text says it itself');
    assert.deepEqual(asked.diagnostics('csv'), [
      'No table: Customer lead time: Git cannot tell; the status changes of tickets would.',
    ]);
  });

  it('is refused with the list of those that there are', () => {
    assert.throws(
      () => askedFigure(view, 'velocity'),
      (error: unknown) =>
        error instanceof UsageError && /^--figure takes one of cycleTime, .*, not "velocity"$/.test(error.message),
    );
  });
  it('is refused with the same list where the answer has no figures', () => {
    for (const id of ['throughput', 'cycleTimeHistogram', 'interventions-mix', 'signal-2']) checkFigure(id);
    for (const id of ['velocity', 'signal-0', 'signal-', ''])
      assert.throws(
        () => checkFigure(id),
        (error: unknown) =>
          error instanceof UsageError &&
          error.message === `--figure takes one of ${FIGURE_IDS.join(', ')}, not "${id}"`,
      );
  });

  it('is one of those that an answer has, in their order', () => {
    const depends = ['interventions-series', 'interventions-mix'];
    assert.deepEqual(
      figuresOf(view).map(({ id }) => id),
      FIGURE_IDS.filter(id => !depends.includes(id)),
    );
  });
});
