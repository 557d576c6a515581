import assert from 'node:assert/strict';
import type { Completion } from '../../../src/language/completions/completion.ts';
import { complete } from '../../../src/language/completions/complete.ts';
import { cut, makeContext, PATH } from './made.ts';

async function at(marked: string, { path = PATH, asked = true } = {}): Promise<readonly Completion[]> {
  const { document, offset } = cut(marked, path);
  return complete(document, offset, makeContext(), asked);
}

const labels = (found: readonly Completion[]) => found.map(({ label }) => label);
const matter = (yaml: string) => `---\n${yaml}\n---\n# Words\n`;

/** The text after the proposal of this name was taken, places to fill in left as they are written. */
async function taken(marked: string, label: string, path = PATH): Promise<string> {
  const found = (await at(marked, { path })).find(one => one.label === label);
  assert.ok(found, `no "${label}"`);
  const text = marked.replace('¦', '');
  return text.slice(0, found.range.start) + found.insert + text.slice(found.range.end);
}

describe('completions of keys', () => {
  it('are those that the level does not have yet', async () => {
    const found = labels(await at(matter('key: PAY-1\nstage: qa\n¦\ntitle: Words')));
    assert.ok(found.includes('outcome') && found.includes('tickets') && found.includes('commitment'));
    for (const there of ['key', 'stage', 'title', 'statement']) assert.ok(!found.includes(there), there);
  });

  it('come with the schema’s description', async () => {
    const found = (await at(matter('¦'))).find(({ label }) => label === 'stage');
    assert.equal(found?.documentation, 'Where the epic is. Each stage has its own checklists.');
    assert.equal(found.kind, 'field');
  });

  it('know the level by its indentation, with broken lines around', async () => {
    const found = await at(matter('outcome:\n  statement: "open\n  ¦\n  reviews: [2026-12-01\nstage: qa'));
    assert.deepEqual(labels(found), ['benefits', 'measures', 'earlySigns', 'actual']);
  });

  it('know entries of lists, begun by their dash or not', async () => {
    const entry = 'outcome:\n  measures:\n    - name: carts\n';
    assert.ok(labels(await at(matter(`${entry}      ¦`))).includes('baseline'));
    assert.ok(!labels(await at(matter(`${entry}      ¦`))).includes('name'));
    assert.ok(labels(await at(matter(`${entry}    - na¦`))).includes('name'));
  });

  it('know maps in braces', async () => {
    assert.deepEqual(labels(await at(matter('commitment: { on: 2026-12-10, ¦ }'))), ['confidence']);
    assert.deepEqual(labels(await at(matter('commitment: { ¦'))), ['on', 'confidence']);
  });

  it('leave the colon of a key that has one', async () => {
    assert.equal(await taken(matter('ti¦tl: Words'), 'title'), matter('title: Words'));
  });

  it('are those of the file’s own schema', async () => {
    assert.ok(labels(await at('¦', { path: 'outcomes/team.yaml' })).includes('mainBranch'));
    const tree = 'objectives:\n  - id: O-1\n    ¦';
    assert.deepEqual(labels(await at(tree, { path: 'outcomes/value-tree.yaml' })), ['title', 'keyResults']);
  });

  it('are none in comments, texts, keys of others and files of other kinds', async () => {
    assert.deepEqual(await at(matter('key: PAY-1 # ¦')), []);
    assert.deepEqual(await at(matter('outcome:\n  statement: |\n    We ¦')), []);
    assert.deepEqual(await at(matter('ownKey:\n  ¦')), []);
    assert.deepEqual(await at(matter('¦'), { path: 'outcomes/retrospectives/2026-11.md' }), []);
    assert.deepEqual(await at(matter('¦'), { path: 'docs/notes.md' }), []);
  });
});

describe('completions of values', () => {
  it('are the enumerations of the schema', async () => {
    const stages = ['discovery', 'build', 'qa', 'launch', 'review', 'closed', 'stopped'];
    assert.deepEqual(labels(await at(matter('stage: ¦'))), stages);
    assert.deepEqual(labels(await at(matter('type: de¦'))), ['feature', 'defect', 'risk', 'debt']);
    assert.deepEqual(labels(await at(matter('outcome:\n  benefits: [customer, ¦'))), [
      'customer',
      'business',
      'platform',
    ]);
    assert.deepEqual(labels(await at(matter('outcome:\n  actual: { verdict: ¦}'))), [
      'achieved',
      'partly',
      'not',
      'unknown',
    ]);
  });

  it('add the blank behind the colon, and the brackets of a list', async () => {
    assert.equal(await taken(matter('stage:¦'), 'build'), matter('stage: build'));
    assert.equal(
      await taken(matter('outcome:\n  benefits: ¦'), 'business'),
      matter('outcome:\n  benefits: [business$0]'),
    );
  });

  it('replace what is there', async () => {
    assert.equal(await taken(matter('stage: di¦sc # now'), 'qa'), matter('stage: qa # now'));
  });

  it('are days from today, across the end of a year', async () => {
    const days = ['2026-11-20', '2026-12-20', '2027-01-19', '2027-02-18'];
    assert.deepEqual(labels(await at(matter('launched: ¦'))), days);
    assert.deepEqual(labels(await at(matter('outcome:\n  reviews: [2026-12-01, ¦]'))), days);
  });

  it('are key results with their objectives', async () => {
    const found = await at(matter('keyResult: ¦'));
    assert.deepEqual(labels(found), ['KR-2.1', 'KR-2.2']);
    assert.equal(found[0]?.detail, 'Fewer abandoned carts');
    assert.equal(found[0].documentation, 'O-2 Buying is easy');
  });

  it('are tickets of epic files and of the history, then other epics', async () => {
    const found = await at(matter('tickets: [PAY-101, ¦]'));
    assert.deepEqual(labels(found), ['PAY-101', '#12', 'PAY-201', 'PAY-300', 'CHK-7', 'PAY-200']);
    assert.equal(found.find(({ label }) => label === 'PAY-201')?.detail, 'PAY-200 Refunds');
  });

  it('quote what YAML would take for a comment', async () => {
    assert.equal(await taken(matter('tickets: [¦]'), '#12'), matter('tickets: ["#12"]'));
    assert.equal(await taken(matter('tickets: ["#¦"]'), '#12'), matter('tickets: ["#12"]'));
  });

  it('are for a new epic’s key the tickets that no epic has', async () => {
    assert.deepEqual(labels(await at(matter('key: ¦'))), ['PAY-300', 'CHK-7']);
  });
});

describe('completions of whole entries', () => {
  it('are a measure, an early sign and a belief, as lines or in braces', async () => {
    const lines = await taken(matter('outcome:\n  measures:\n    - ¦'), 'measure');
    assert.ok(lines.includes('    - name: ${1:what you look at}\n      unit: '), lines);
    assert.ok(lines.includes('\n      by: ${5:2026-12-20}\n'), lines);
    assert.ok(
      (await taken(matter('outcome:\n  earlySigns: [¦]'), 'early sign')).includes('[{ sign: ${1:what you would see}'),
    );
    assert.ok(
      (await taken(matter('beliefs:\n  ¦'), 'belief')).includes(
        '\n  - belief: ${1:what the bet rests on}\n    confidence: $2\n',
      ),
    );
  });

  it('are not offered where an entry has begun', async () => {
    assert.ok(!labels(await at(matter('outcome:\n  measures:\n    - name: carts\n      ¦'))).includes('measure'));
  });
});

const gate = (line: string) => `---\nkey: PAY-100\n---\n# Words\n\n## Definition of done\n${line}\n`;

describe('completions in the Markdown', () => {
  it('are paths of the repository inside a link’s brackets', async () => {
    assert.deepEqual(labels(await at(gate('- [x] Tested [report](docs/¦)'))), ['report.md', 'my notes.md']);
    assert.ok((await taken(gate('- [x] Tested [notes](docs/my¦)'), 'my notes.md')).includes('(docs/my%20notes.md)'));
    assert.ok((await taken(gate('- [x] Tested [notes](../sr¦)'), 'src/')).includes('(../src/)'));
    assert.ok(labels(await at(gate('- [x] Tested [PAY](¦)'))).includes('PAY-300'));
  });

  it('never list what is outside the repository', async () => {
    const asked: string[] = [];
    const listPaths = (prefix: string) => Promise.resolve((asked.push(prefix), []));
    for (const typed of ['../../', '../../etc/', '/etc/', 'docs/../../']) {
      const { document, offset } = cut(gate(`- [x] Tested [x](${typed}¦)`));
      await complete(document, offset, makeContext({ listPaths }), true);
    }
    assert.deepEqual(asked, []);
  });

  it('are the six kinds of proof, then what each needs', async () => {
    const kinds = labels(await at(gate('- [ ] Live <!-- proof: ¦')));
    assert.deepEqual(kinds, ['file', 'text', 'changed', 'tag', 'ticket', 'absent']);
    assert.deepEqual(labels(await at(gate('- [ ] Live <!-- proof: file docs/r¦ -->'))), ['report.md']);
    assert.ok(labels(await at(gate('- [ ] Live <!-- proof: ticket ¦'))).includes('CHK-7'));
    assert.deepEqual(labels(await at(gate('- [ ] Live <!-- proof: tag v1 --> ¦'), { asked: false })), []);
  });

  it('are stages in a gate’s mark', async () => {
    assert.deepEqual(labels(await at(gate('## Legal <!-- gate: ¦'))), ['discovery', 'build', 'qa', 'launch', 'review']);
  });

  it('are the gates that the file does not have yet', async () => {
    const found = labels(await at(gate('## R¦')));
    assert.ok(found.includes('Ready to build') && found.includes('Outcome review'));
    assert.ok(!found.includes('Definition of done'));
  });

  it('are items with evidence, proof, waiver or reason, where a gate has an empty line', async () => {
    const names = [
      'gate item',
      'gate item with evidence',
      'gate item with proof',
      'gate item with waiver',
      'gate item, not applicable',
    ];
    assert.deepEqual(labels(await at(gate('¦'))), names);
    assert.ok(
      (await taken(gate('- ¦'), 'gate item with evidence')).includes(
        '\n- [ ] ${1:what must be true} [${2:label}](${3:path})\n',
      ),
    );
    assert.deepEqual(await at('---\nkey: PAY-1\n---\n# Words\n¦\n'), []);
  });

  it('are what an item may end in, when they are asked for', async () => {
    assert.deepEqual(labels(await at(gate('- [ ] Tested ¦'))), ['evidence', 'proof', 'waiver', 'not applicable']);
    assert.ok(
      (await taken(gate('- [ ] Tested ¦'), 'waiver')).includes(
        '- [ ] Tested waived until ${1:2026-12-20}: ${2:reason}\n',
      ),
    );
    assert.ok((await taken(gate('- [ ] Tested ¦'), 'not applicable')).includes('- [ ] ~~Tested~~ n/a: ${1:reason}\n'));
    assert.deepEqual(await at(gate('- [ ] Tested ¦'), { asked: false }), []);
    assert.deepEqual(await at(gate('- [ ] Tes¦ted well')), []);
  });

  it('replace a part of one line, also in an item of two', async () => {
    assert.deepEqual(labels(await at(gate('- [ ] Tested on\nphones ¦'))), ['evidence', 'proof', 'waiver']);
  });
});
