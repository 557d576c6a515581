import assert from 'node:assert/strict';
import { conspicuousLens } from '../support/conspicuousLens.ts';
import { NOW } from '../support/conspicuousRepo.ts';
import { FastImport } from '../support/fastImport.ts';
import type { FlowAnswer } from '../../src/model/flow/flow.ts';
import { cleanup, makeRepo, type Person } from '../support/repo.ts';

const DAY = 86_400;
const [ANN, BOB, CAT, DAN, EVE] = ['Ann', 'Bob', 'Cat', 'Dan', 'Eve'].map((name): Person => ({
  name: `${name} Invented`,
  email: `${name.toLowerCase()}@example.invalid`,
})) as [Person, Person, Person, Person, Person];

/** A history of 60 squash merges, one every three days, by these people in turn. */
async function flowOf(people: readonly Person[], use: 'view' | 'export' = 'view', solo = false): Promise<FlowAnswer> {
  const repo = makeRepo();
  const made = new FastImport();
  let main: number | null = null;
  for (let n = 0; n < 60; n++) {
    const by = people[n % people.length]!;
    const landed = NOW - (180 - n * 2.8) * DAY;
    const message = `Change ${n} (#${n + 1})`;
    main = made.commit({
      ref: 'refs/heads/main',
      by,
      message,
      written: landed - DAY,
      landed,
      parents: main === null ? [] : [main],
    });
  }
  made.run(repo.dir);
  const lens = await conspicuousLens(repo.dir);
  return lens.flow({ window: { weeks: 26 }, type: null, team: null, use, solo }, () => undefined);
}

async function saidOf(people: readonly Person[], use: 'view' | 'export' = 'view'): Promise<string> {
  const answer = await flowOf(people, use);
  return answer.state === 'withheld' ? answer.reason : answer.state;
}

describe('the group rule, on real histories', function () {
  this.timeout(60_000);
  afterEach(cleanup);

  it('withholds everything of two contributors, and shows it when a third is added', async () => {
    assert.equal(await saidOf([ANN, BOB]), 'groupTooSmall');
    assert.equal(await saidOf([ANN, BOB, CAT]), 'shown');
  });

  it('lets nothing leave the screen below five contributors', async () => {
    assert.equal(await saidOf([ANN, BOB, CAT, DAN], 'export'), 'groupTooSmall');
    assert.equal(await saidOf([ANN, BOB, CAT, DAN, EVE], 'export'), 'shown');
  });

  it('takes three addresses of one human for one human', async () => {
    const home = { name: BOB.name, email: 'bob@home.invalid' };
    const tagged = { name: 'B. Invented', email: 'bob+work@example.invalid' };
    assert.equal(await saidOf([ANN, BOB, home, tagged]), 'groupTooSmall');
    assert.equal(await saidOf([BOB, home, tagged]), 'groupTooSmall');
    const hidden = { name: 'Somebody', email: '12+ann@users.noreply.github.com' };
    assert.equal(await saidOf([{ ...ANN, name: 'ann' }, CAT, hidden]), 'groupTooSmall');
  });

  it('takes a group of which one made nine of ten items for one', async () => {
    const nine = Array.from({ length: 36 }, () => ANN);
    assert.equal(await saidOf([...nine, BOB, CAT, DAN, EVE]), 'dominated');
  });

  it('counts no bots', async () => {
    const bot = { name: 'dependabot[bot]', email: '49699333+dependabot[bot]@users.noreply.github.com' };
    assert.equal(await saidOf([ANN, BOB, bot]), 'groupTooSmall');
  });

  it('shows two people their own figures when they ask, and exports none of them', async () => {
    const own = await flowOf([ANN, BOB], 'view', true);
    assert.ok(own.state === 'shown' && own.solo && own.group === null);
    assert.equal((await flowOf([ANN, BOB], 'export', true)).state, 'withheld');
    assert.equal((await flowOf([ANN, BOB], 'view', false)).state, 'withheld');
  });
});
