import assert from 'node:assert/strict';
import { epicsOverview } from '../../../src/answers/learn/epicsOverview.ts';
import type { EpicFile, Objective, ValueTree } from '../../../src/model/epic.ts';
import { keyResultIn, pathOfRow, rowsIn } from '../../../src/vscode/views/epics/epicRows.ts';
import { nodeTree, targetOf, type EpicsNode, type NodeTree } from '../../../src/vscode/views/epics/nodes.ts';
import { createEpicFile, createFolder } from '../../support/factories.ts';

const objective = (id: string, ...keyResults: readonly string[]): Objective => ({
  ...{ id, title: id },
  keyResults: keyResults.map(name => ({ id: name, title: name, unit: null, baseline: null, target: null, by: null })),
});
const file = (key: string, keyResult: string | null) =>
  createEpicFile({ key, keyResult }, { path: `outcomes/${key}.md` });

function treeOf(epics: readonly EpicFile[], objectives: readonly Objective[], filtered = false): NodeTree {
  const valueTree: ValueTree = { objectives, problems: [] };
  const outcomes = createFolder(epics, { valueTree });
  const overview = epicsOverview({ outcomes, readiness: new Map(), today: '2026-11-20' });
  return nodeTree(overview, { filtered, hasTree: objectives.length > 0 });
}

function idsOf(tree: NodeTree, node: EpicsNode | null = null): readonly unknown[] {
  return tree.childrenOf(node).map(child => {
    const below = idsOf(tree, child);
    return below.length === 0 ? child.id : [child.id, below];
  });
}

function nodesOf(tree: NodeTree, node: EpicsNode | null = null): readonly EpicsNode[] {
  return tree.childrenOf(node).flatMap(child => [child, ...nodesOf(tree, child)]);
}

const EPICS = [file('PAY-1', 'KR-1'), file('PAY-2', null), file('PAY-3', 'KR-9')];
const TREE = [objective('O-1', 'KR-1', 'KR-2'), objective('O-2')];

describe('the rows of the Epics view', () => {
  it('are objectives, key results and epics, then those without and with an unknown one', () => {
    assert.deepEqual(idsOf(treeOf(EPICS, TREE)), [
      ['objective:0:O-1', [['keyResult:0:0:KR-1', ['epic:outcomes/PAY-1.md']], 'keyResult:0:1:KR-2']],
      'objective:1:O-2',
      ['unknown', ['epic:outcomes/PAY-3.md']],
      ['none', ['epic:outcomes/PAY-2.md']],
    ]);
  });

  it('offer a place to take the key result off, but while a filter hides what does not fit', () => {
    const epics = EPICS.slice(0, 1);
    assert.ok(idsOf(treeOf(epics, TREE)).includes('none'));
    assert.ok(!idsOf(treeOf(epics, TREE, true)).includes('none'));
  });

  it('are the epics alone, and an invitation, without a value tree', () => {
    assert.deepEqual(idsOf(treeOf(EPICS.slice(1, 2), [])), ['epic:outcomes/PAY-2.md', 'noTree']);
    assert.deepEqual(idsOf(treeOf(EPICS.slice(1), [])), [
      ['unknown', ['epic:outcomes/PAY-3.md']],
      ['none', ['epic:outcomes/PAY-2.md']],
      'noTree',
    ]);
    assert.deepEqual(idsOf(treeOf([], [])), []);
    assert.deepEqual(idsOf(nodeTree(null, { filtered: false, hasTree: false })), []);
  });

  it('name a tree that cannot be read in place of the invitation', () => {
    const problem = { code: 'yaml/invalid' as const, file: 'outcomes/value-tree.yaml' };
    const outcomes = createFolder(EPICS.slice(1, 2), { valueTree: { objectives: [], problems: [problem] } });
    const overview = epicsOverview({ outcomes, readiness: new Map(), today: '2026-11-20' });
    const last = nodeTree(overview, { filtered: false, hasTree: false }).childrenOf(null).at(-1);
    assert.deepEqual(last, { kind: 'note', id: 'brokenTree', problem });
  });

  it('have ids of their own, also where a tree has an id twice, and each knows what is above it', () => {
    const tree = treeOf(EPICS, [objective('O-1', 'KR-1', 'KR-1'), objective('O-1', 'KR-1')]);
    const nodes = nodesOf(tree);
    assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
    for (const node of nodes) assert.ok(tree.childrenOf(tree.parentOf(node)).includes(node));
  });
});

describe('where a dropped epic goes', () => {
  const tree = treeOf(EPICS, TREE);
  const targets = Object.fromEntries(nodesOf(tree).map(node => [node.id, targetOf(node, tree)]));

  it('is the key result of the row, or none', () => {
    assert.deepEqual(targets['keyResult:0:1:KR-2'], { keyResult: 'KR-2' });
    assert.deepEqual(targets['epic:outcomes/PAY-1.md'], { keyResult: 'KR-1' });
    assert.deepEqual(targets['none'], { keyResult: null });
    assert.deepEqual(targets['epic:outcomes/PAY-2.md'], { keyResult: null });
  });

  it('is asked for on an objective, and nowhere where nothing can be meant', () => {
    assert.deepEqual(targets['objective:0:O-1'], { oneOf: TREE[0]?.keyResults });
    assert.equal(targets['objective:1:O-2'], null);
    assert.equal(targets['unknown'], null);
    assert.equal(targets['epic:outcomes/PAY-3.md'], null);
    assert.equal(targetOf(null, tree), null);
    const flat = treeOf(EPICS.slice(1, 2), []);
    assert.equal(targetOf(flat.childrenOf(null)[0] ?? null, flat), null);
  });
});

describe('the argument of a row’s command', () => {
  const rows = nodesOf(treeOf(EPICS, TREE));
  const [first, second] = rows.filter(({ kind }) => kind === 'epic');
  const keyResult = rows.find(({ kind }) => kind === 'keyResult');

  it('means all selected epics if the row is one of them, else the row', () => {
    assert.deepEqual(rowsIn(first, [first, keyResult, second]), ['outcomes/PAY-1.md', 'outcomes/PAY-3.md']);
    assert.deepEqual(rowsIn(first, [second]), ['outcomes/PAY-1.md']);
    assert.deepEqual(rowsIn(first, undefined), ['outcomes/PAY-1.md']);
    assert.deepEqual(rowsIn(undefined, [second]), ['outcomes/PAY-3.md']);
    assert.equal(rowsIn(keyResult, [keyResult]), null);
    assert.equal(rowsIn(undefined, undefined), null);
  });

  it('is checked, for other extensions may hand over anything', () => {
    assert.equal(pathOfRow(first), 'outcomes/PAY-1.md');
    for (const odd of [null, 'outcomes/PAY-1.md', { kind: 'epic' }, { kind: 'epic', path: 1 }, keyResult])
      assert.equal(pathOfRow(odd), null);
    assert.equal(keyResultIn(keyResult), 'KR-1');
    for (const odd of [null, first, { kind: 'keyResult' }, { kind: 'keyResult', keyResult: { id: 1 } }])
      assert.equal(keyResultIn(odd), null);
  });
});
