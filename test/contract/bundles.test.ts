import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './sourceTree.ts';

interface Output {
  readonly bytes: number;
  readonly imports: readonly { readonly path: string; readonly kind: string }[];
  readonly entryPoint?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

function outputsOf(bundle: string): Readonly<Record<string, Output>> {
  const file = path.join(ROOT, 'dist', 'meta', `${bundle}.json`);
  assert.ok(existsSync(file), 'the bundles are not built: run npm run build');
  return (JSON.parse(readFileSync(file, 'utf8')) as { outputs: Record<string, Output> }).outputs;
}

/** Bytes of a bundle with everything that it loads at once. */
function bytesAtOnce(bundle: string, entry: string): number {
  const outputs = outputsOf(bundle);
  const start = Object.keys(outputs).find(name => name.endsWith(entry));
  assert.ok(start !== undefined, entry);
  const seen = new Set<string>();
  const visit = (name: string) => {
    const output = outputs[name];
    if (output === undefined || seen.has(name)) return;
    seen.add(name);
    for (const { path: next, kind } of output.imports) if (kind === 'import-statement') visit(next);
  };
  visit(start);
  return [...seen].reduce((sum, name) => sum + (outputs[name]?.bytes ?? 0), 0);
}

const KB = 1000;

describe('bundles', () => {
  it('loads at most 150 KB at activation, and 480 KB with the Outcome view', () => {
    const atStart = bytesAtOnce('extension', 'extension.cjs');
    const lens = bytesAtOnce('compose', 'compose.cjs');
    assert.ok(atStart <= 150 * KB, `${atStart} bytes at activation`);
    assert.ok(atStart + lens <= 480 * KB, `${atStart + lens} bytes with the Outcome view`);
  });

  it('keeps git, the parsers and flow out of what activation loads', () => {
    const inputs = Object.values(outputsOf('extension')).flatMap(output => Object.keys(output.inputs));
    for (const heavy of [
      'node_modules/simple-git',
      'node_modules/yaml',
      'node_modules/micromark',
      'src/answers/flow',
      'src/git',
      'src/epics',
      'src/language',
    ])
      assert.ok(!inputs.some(input => input.includes(heavy)), `${heavy} is loaded at activation`);
    const composed = Object.values(outputsOf('compose')).flatMap(output => Object.keys(output.inputs));
    assert.ok(!composed.some(input => input.includes('src/answers/flow')), 'flow is loaded with the Outcome view');
  });

  it('keeps the pages small, and charts out of the panel’s shell', () => {
    const outcome = bytesAtOnce('webview', 'webview/outcome.js');
    const insights = bytesAtOnce('webview', 'webview/insights.js');
    const board = bytesAtOnce('webview', 'webview/board.js');
    assert.ok(outcome <= 220 * KB, `${outcome} bytes of the Outcome page`);
    assert.ok(board <= 220 * KB, `${board} bytes of the Portfolio board`);
    assert.ok(insights <= 250 * KB, `${insights} bytes of the Insights shell`);
    const outputs = outputsOf('webview');
    const chart = Object.values(outputs).find(output =>
      Object.keys(output.inputs).some(input => input.includes('@observablehq/plot')),
    );
    assert.ok(chart !== undefined && chart.bytes <= 350 * KB, `${chart?.bytes ?? 0} bytes of the chart chunk`);
  });

  it('puts only one copy of the schemas’ library in use, without its languages', () => {
    for (const bundle of ['extension', 'compose', 'language', 'cli', 'webview'])
      for (const [name, output] of Object.entries(outputsOf(bundle)))
        assert.ok(
          !Object.keys(output.inputs).some(input => input.includes('zod/v4/locales/de')),
          `${name} carries zod's languages`,
        );
  });

  it('carries the MCP SDK in one bundle only, without its web servers and its validator', () => {
    const bundles = readdirSync(path.join(ROOT, 'dist', 'meta')).map(file => path.basename(file, '.json'));
    assert.ok(bundles.includes('mcp') && bundles.includes('cli'));
    const holding = (part: string) =>
      bundles.filter(bundle =>
        Object.values(outputsOf(bundle)).some(({ inputs }) => Object.keys(inputs).some(input => input.includes(part))),
      );
    assert.deepEqual(holding('node_modules/@modelcontextprotocol'), ['mcp']);
    for (const absent of ['express', 'hono', 'jose', 'ajv', 'ajv-formats', 'zod/v3', 'cross-spawn'])
      assert.deepEqual(holding(`node_modules/${absent}/`), [], absent);
    const bytes = bytesAtOnce('mcp', 'mcp.cjs');
    assert.ok(bytes <= 330 * KB, `${bytes} bytes of the MCP server`);
  });

  it('makes the command line’s bundle a program', () => {
    const file = path.join(ROOT, 'dist', 'cli.cjs');
    assert.ok(readFileSync(file, 'utf8').startsWith('#!/usr/bin/env node'));
    assert.ok(statSync(file).size < 1000 * KB);
  });
});
