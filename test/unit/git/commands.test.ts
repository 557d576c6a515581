import assert from 'node:assert/strict';
import { changeCommand } from '../../../src/git/commands/changes.ts';
import { readCommand } from '../../../src/git/commands/reads.ts';
import { streamCommand } from '../../../src/git/commands/streams.ts';
import { ProblemError } from '../../../src/model/problem.ts';

const HASH = 'a'.repeat(40);
const HOSTILE = ['--upload-pack=touch x', '--output=x', '-x', 'HEAD~1', 'a b', '', 'refs/heads/a\n--all', '--all'];

describe('the closed set of git commands', () => {
  it('refuses names that were not checked', () => {
    for (const name of HOSTILE) {
      assert.throws(() => readCommand({ read: 'branches', refs: [name] }), TypeError);
      assert.throws(() => readCommand({ read: 'commits', names: [name] }), TypeError);
      assert.throws(() => readCommand({ read: 'blob', hash: name }), TypeError);
      assert.throws(() => streamCommand({ stream: 'given', format: '%H', commits: [name] }), TypeError);
      assert.throws(() => streamCommand({ stream: 'tree', commit: name, path: 'a', deep: true }), TypeError);
      const log = { stream: 'log', format: '%H', limit: null } as const;
      assert.throws(() => streamCommand({ ...log, from: name, without: null }), TypeError);
      assert.throws(() => streamCommand({ ...log, from: HASH, without: name }), TypeError);
      const walk = { stream: 'walk', format: '%H', merges: true } as const;
      assert.throws(() => streamCommand({ ...walk, tips: [HASH, name], without: [] }), TypeError);
      assert.throws(() => streamCommand({ ...walk, tips: [HASH], without: [name] }), TypeError);
      assert.throws(() => streamCommand({ stream: 'changes', show: 'counts', commits: [name] }), TypeError);
      const compare = { stream: 'comparisons', show: 'patches' } as const;
      assert.throws(() => streamCommand({ ...compare, pairs: [{ commit: name, base: null }] }), TypeError);
      assert.throws(() => streamCommand({ ...compare, pairs: [{ commit: HASH, base: name }] }), TypeError);
      assert.throws(() => readCommand({ read: 'mergeBase', commits: [HASH, name] }), TypeError);
      assert.throws(() => streamCommand({ stream: 'versions', tip: name, folder: 'a', limit: 1 }), TypeError);
      assert.throws(() => streamCommand({ stream: 'blobs', hashes: [HASH, name] }), TypeError);
      assert.throws(() => streamCommand({ stream: 'moves', commits: [HASH, name] }), TypeError);
      assert.throws(() => changeCommand({ change: 'unset', ref: name, key: 'outcomelens-ticket' }), TypeError);
    }
    assert.throws(() => streamCommand({ stream: 'tree', commit: HASH, path: '../a', deep: true }), TypeError);
    assert.throws(() => streamCommand({ stream: 'versions', tip: HASH, folder: '../a', limit: 1 }), TypeError);
  });

  it('keeps a branch that looks like an option behind its full name', () => {
    const ref = 'refs/heads/--upload-pack=x';
    const log = { stream: 'log', format: '%H', limit: 5, without: HASH } as const;
    assert.deepEqual(streamCommand({ ...log, from: ref }).args.slice(-4), ['--end-of-options', ref, `^${HASH}`, '--']);
    const { args } = changeCommand({ change: 'add', ref, key: 'outcomelens-ignore', value: '#12' });
    assert.deepEqual(args, ['config', '--local', '--add', 'branch.--upload-pack=x.outcomelens-ignore', '#12']);
  });

  it('writes keys only', () => {
    const change = { change: 'set', ref: 'refs/heads/main', key: 'outcomelens-ticket' } as const;
    for (const value of ['', 'a b', '--unset-all', 'PAY-1\nx', '!touch x']) {
      assert.throws(
        () => changeCommand({ ...change, value }),
        (error: unknown) => error instanceof ProblemError && error.problem.code === 'ticket/invalid-key',
      );
    }
  });
});
