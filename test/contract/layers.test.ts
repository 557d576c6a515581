import assert from 'node:assert/strict';
import { filesBelow, importsOf, resolveImport, textOf } from './sourceTree.ts';

interface Room {
  /** Rooms of ours that it may import, itself included. */
  readonly ours: readonly string[];
  /** Rooms of which it may import types only. */
  readonly typesOf?: readonly string[];
  readonly packages: readonly string[];
  readonly node?: boolean | readonly string[];
  readonly vscode?: boolean;
}

const MARKDOWN = ['mdast-util-from-markdown', 'micromark-extension-gfm-task-list-item', 'mdast'];

/** The table of docs/architecture.md. */
const ROOMS: Readonly<Record<string, Room>> = {
  model: { ours: ['model'], packages: ['zod/mini'] },
  answers: { ours: ['model', 'answers'], packages: [] },
  git: { ours: ['model', 'git'], packages: ['simple-git'], node: true },
  epics: {
    ours: ['model', 'epics'],
    packages: ['yaml', 'zod/mini', ...MARKDOWN],
    node: ['node:path', 'node:fs/promises'],
  },
  language: { ours: ['model', 'answers', 'epics', 'language'], packages: ['zod/mini'] },
  lens: { ours: ['model', 'answers', 'lens'], packages: [] },
  wording: { ours: ['model', 'wording'], packages: [] },
  export: { ours: ['model', 'wording', 'export'], packages: [] },
  agents: { ours: ['model', 'wording', 'export', 'agents'], typesOf: ['lens'], packages: ['zod/mini'] },
  store: { ours: ['model', 'store'], packages: [], node: ['node:fs/promises', 'node:path'] },
  protocol: { ours: ['model', 'protocol'], packages: ['zod/mini'] },
  vscode: {
    ours: ['model', 'answers', 'language', 'lens', 'wording', 'export', 'agents', 'store', 'protocol', 'vscode'],
    packages: ['zod/mini'],
    node: true,
    vscode: true,
  },
  cli: { ours: ['model', 'answers', 'lens', 'wording', 'export', 'store', 'cli'], packages: ['zod/mini'], node: true },
  mcp: {
    ours: ['model', 'wording', 'agents', 'mcp'],
    typesOf: ['lens'],
    packages: ['@modelcontextprotocol/sdk', 'zod/mini'],
    node: true,
  },
  webview: {
    ours: ['protocol', 'webview'],
    typesOf: ['model'],
    packages: ['zod/mini', 'lit', '@vscode/webview-ui-toolkit', '@observablehq/plot'],
  },
};

/** Composition roots: the only files that bring sources and answers together. */
const COMPOSITION_ROOTS = ['src/vscode/compose.ts', 'src/cli/main.ts'];
const SOURCES = ['git', 'epics'];
/** The face that the command line hands its lens to, from a bundle of its own. */
const HANDED_ON = { from: 'src/cli/main.ts', to: 'src/mcp/main.ts' };
/** Rooms of answers that belong to all of them. */
const SHARED_ANSWERS = ['statistics'];

describe('layers', () => {
  const files = [...filesBelow('src', '.ts'), ...filesBelow('webview', '.ts')].filter(file => !file.endsWith('.d.ts'));

  it('puts every source file into a room', () => {
    assert.ok(files.length > 50);
    for (const file of files) assert.ok(file === 'src/extension.ts' || roomOf(file) in ROOMS, `${file} is in no room`);
  });

  for (const file of files)
    it(`${file} imports only what its room allows`, () => {
      assert.deepEqual(violations(file, textOf(file)), []);
    });

  it('sees a forbidden import of each kind', () => {
    const wrong = [
      ['src/model/x.ts', "import { a } from '../git/gitClient.ts';"],
      ['src/model/x.ts', "import fs from 'node:fs';"],
      ['src/answers/why/x.ts', "import * as vscode from 'vscode';"],
      ['src/answers/why/x.ts', "import { b } from '../ready/glob.ts';"],
      ['src/answers/statistics/x.ts', "import { b } from '../learn/learn.ts';"],
      ['src/lens/x.ts', "import { createGit } from '../git/openGit.ts';"],
      ['src/vscode/views/x.ts', "import { createGit } from '../../git/openGit.ts';"],
      ['src/git/x.ts', "import { z } from 'zod';"],
      ['webview/outcome/x.ts', "import { hasAnticipatedOutcome } from '../../src/model/outcome.ts';"],
      ['src/epics/x.ts', "import { spawn } from 'node:child_process';"],
      ['src/agents/x.ts', "import { createOutcomeLens } from '../lens/outcomeLens.ts';"],
      ['src/cli/main.ts', "import { serveMcp } from '../mcp/main.ts';"],
      ['src/cli/x.ts', "await import('../mcp/main.ts');"],
      ['src/vscode/agents/x.ts', "import { Server } from '@modelcontextprotocol/sdk/server/index.js';"],
    ] as const;
    for (const [file, source] of wrong) assert.equal(violations(file, source).length, 1, `${file}: ${source}`);
  });

  it('lets only git/gitClient start processes and only the port use the identity gate', () => {
    for (const file of filesBelow('src', '.ts')) {
      const imports = importsOf(textOf(file)).filter(({ typeOnly }) => !typeOnly);
      const starts = imports.some(({ specifier }) => /^node:child_process$|^simple-git$/.test(specifier));
      assert.ok(!starts || file === 'src/git/gitClient.ts', `${file} can start processes`);
      const gate = imports.some(({ specifier }) => specifier.endsWith('/groupSize.ts'));
      assert.ok(!gate || file === 'src/git/historyReads.ts', `${file} imports the identity gate`);
      const past = imports.some(({ specifier }) => specifier.endsWith('/historyReads.ts'));
      assert.ok(!past || file === 'src/git/openGit.ts', `${file} imports what leads to the identity gate`);
    }
    const gate = importsOf(textOf('src/git/groupSize.ts')).filter(({ typeOnly }) => !typeOnly);
    assert.deepEqual(
      gate.map(({ specifier }) => specifier).filter(name => name !== 'node:crypto' && name !== './gitClient.ts'),
      [],
    );
  });
});

function roomOf(file: string): string {
  return file.startsWith('webview/') ? 'webview' : (file.split('/')[1] ?? '');
}

function violations(file: string, source: string): string[] {
  if (file === 'src/extension.ts') return [];
  const name = roomOf(file);
  const room = ROOMS[name];
  if (room === undefined) return [`no room ${name}`];
  const isRoot = COMPOSITION_ROOTS.includes(file);
  return importsOf(source)
    .filter(({ specifier, typeOnly, dynamic }) => {
      if (specifier.endsWith('.css')) return name !== 'webview';
      if (specifier === 'vscode') return room.vscode !== true;
      if (specifier.startsWith('node:')) return !allowsNode(room, specifier);
      if (!specifier.startsWith('.'))
        return !room.packages.some(allowed => specifier === allowed || specifier.startsWith(`${allowed}/`));
      const target = resolveImport(file, specifier);
      const targetRoom = roomOf(target);
      if (name === 'answers' && targetRoom === 'answers') return !mayReachAnswer(file, target);
      if (dynamic && file === HANDED_ON.from && target === HANDED_ON.to) return false;
      if (isRoot && SOURCES.includes(targetRoom)) return false;
      return !room.ours.includes(targetRoom) && !(typeOnly && room.typesOf?.includes(targetRoom) === true);
    })
    .map(({ specifier }) => `${file} imports ${specifier}`);
}

function allowsNode(room: Room, specifier: string): boolean {
  return Array.isArray(room.node) ? room.node.includes(specifier) : room.node === true;
}

/** One answer sees of another only its public file, named as the folder; what is shared sees no answer. */
function mayReachAnswer(file: string, target: string): boolean {
  const [mine = '', theirs = ''] = [file.split('/')[2], target.split('/')[2]];
  if (SHARED_ANSWERS.includes(mine)) return mine === theirs;
  return mine === theirs || SHARED_ANSWERS.includes(theirs) || target.endsWith(`/${theirs}.ts`);
}
