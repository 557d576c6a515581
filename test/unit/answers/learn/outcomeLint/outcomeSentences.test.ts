import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { namesOnlyTasks } from '../../../../../src/answers/learn/outcomeLint/prose/tasksOnly.ts';

const sentence = z.strictObject({
  label: z.enum(['output', 'outcome']),
  text: z.string(),
  because: z.string().check(z.minLength(1)),
});
const fixture = path.join(import.meta.dirname, '../../../../fixtures/outcomes.yaml');
const { tuning, held } = z
  .strictObject({ tuning: z.array(sentence), held: z.array(sentence) })
  .parse(parse(readFileSync(fixture, 'utf8')));

describe('outcome/output-not-outcome on labelled sentences', () => {
  it('has enough of them, half good and half not, none twice', () => {
    const all = [...tuning, ...held];
    assert.ok(all.length >= 140);
    assert.equal(new Set(all.map(({ text }) => text)).size, all.length);
    for (const half of [tuning, held])
      assert.equal(half.filter(({ label }) => label === 'output').length * 2, half.length);
  });

  for (const [name, half] of Object.entries({ tuning, held }))
    it(`seldom raises a false alarm, and finds most, in the ${name} half`, () => {
      const flagged = half.filter(({ text }) => namesOnlyTasks(text));
      const right = flagged.filter(({ label }) => label === 'output').length;
      const precision = right / flagged.length;
      const recall = (right * 2) / half.length;
      console.log(`      ${name}: n ${half.length}, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
      assert.ok(precision >= 0.9, `precision ${precision}`);
      assert.ok(recall >= 0.6, `recall ${recall}`);
    });
});

describe('a statement that only names tasks', () => {
  for (const text of [
    'Deliver parcels on the promised day.',
    'Create jobs in rural areas',
    'Build the portal, and tenants pay on time.',
    'Introduce the form; applicants finish it at the first try.',
    'Customers trust our app',
    'Meals are delivered warm',
    'Search works in Welsh',
    'Wir bauen das neue Portal.',
    '',
  ])
    it(`is not "${text}"`, () => {
      assert.equal(namesOnlyTasks(text), false);
    });

  it('is one also as a list, with another case or without a full stop', () => {
    assert.equal(namesOnlyTasks('- migrate the database\n- rewrite the importer'), true);
    assert.equal(namesOnlyTasks('REFACTOR THE BILLING MODULE'), true);
  });

  it('stops being one when an effect is written behind it', () => {
    const tasks = tuning.filter(({ label, text }) => label === 'output' && namesOnlyTasks(text));
    fc.assert(
      fc.property(
        fc.constantFrom(...tasks),
        fc.constantFrom(' so that fewer people call us.', ' It saves 3 hours a week.'),
        (task, effect) => {
          assert.equal(
            namesOnlyTasks(task.text.replace(/\.?$/, effect.startsWith(' It') ? `.${effect}` : effect)),
            false,
          );
        },
      ),
    );
  });

  it('takes no more than a text of any form', () => {
    fc.assert(fc.property(fc.string({ maxLength: 3_000 }), text => typeof namesOnlyTasks(text) === 'boolean'));
  });
});
