// Builds the extension host bundles, the command line and the webviews, and writes their metafiles to dist/meta/.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = import.meta.dirname;
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** Parts that are loaded on first use: each becomes one CommonJS file, reached by `import()` in the source. */
const lazyParts = {
  compose: 'src/vscode/compose.ts',
  history: 'src/git/historyReads.ts',
  flow: 'src/lens/flowLens.ts',
  learn: 'src/lens/learn/learnLens.ts',
  linter: 'src/lens/lint/lintLens.ts',
  overview: 'src/lens/epics/epicsLens.ts',
  changeWhy: 'src/lens/why/changeWhyLens.ts',
  pathWhy: 'src/lens/why/pathWhyLens.ts',
  insights: 'src/vscode/webviews/insightsReading.ts',
  board: 'src/lens/board/boardLens.ts',
  boardPanel: 'src/vscode/webviews/boardReading.ts',
  language: 'src/vscode/editor/language/languagePart.ts',
  codeLens: 'src/vscode/editor/codeLens/codeLensPart.ts',
  documents: 'src/epics/documents/openDocuments.ts',
  edits: 'src/epics/openEdits.ts',
  documentWriter: 'src/lens/documentWriter.ts',
  sourceControl: 'src/lens/sourceControl/sourceControlLens.ts',
  commands: 'src/vscode/commands/laterCommands.ts',
  gitExtension: 'src/vscode/gitExtension.ts',
  commitProposals: 'src/vscode/sourceControl/commitProposals.ts',
  epicsView: 'src/vscode/views/epics/epicsPart.ts',
  agents: 'src/vscode/agents/agentsPart.ts',
  mcp: 'src/mcp/main.ts',
  whyHover: 'src/vscode/editor/whyHover/whyHoverPart.ts',
};

/** Turns `import()` of a lazy part into a `require` of that part's own file beside the bundle. */
const lazyPartsPlugin = {
  name: 'lazy-parts',
  setup(builder) {
    const byPath = new Map(Object.entries(lazyParts).map(([name, file]) => [path.join(root, file), name]));
    builder.onResolve({ filter: /\.ts$/ }, args => {
      if (args.kind !== 'dynamic-import') return undefined;
      const name = byPath.get(path.resolve(args.resolveDir, args.path));
      return name === undefined ? undefined : { path: `./${name}.cjs`, external: true };
    });
  },
};

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  sourcemap: false,
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
};

const host = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  mainFields: ['module', 'main'],
  conditions: ['import', 'module', 'default'],
  supported: { 'dynamic-import': false },
  alias: {
    'character-entities': path.join(root, 'scripts/build/commonEntities.mjs'),
    debug: path.join(root, 'scripts/build/noDebug.mjs'),
    ajv: path.join(root, 'scripts/build/noValidator.mjs'),
    'ajv-formats': path.join(root, 'scripts/build/noValidator.mjs'),
  },
  plugins: [lazyPartsPlugin],
};

const bundles = {
  extension: { ...host, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.cjs' },
  ...Object.fromEntries(
    Object.entries(lazyParts).map(([name, file]) => [
      name,
      { ...host, entryPoints: [file], outfile: `dist/${name}.cjs` },
    ]),
  ),
  cli: {
    ...host,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.cjs',
    banner: { js: '#!/usr/bin/env node' },
    define: { 'process.env.OUTCOME_LENS_VERSION': JSON.stringify(version) },
  },
  webview: {
    ...shared,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    splitting: true,
    entryPoints: {
      outcome: 'webview/outcome/main.ts',
      insights: 'webview/insights/main.ts',
      board: 'webview/board/main.ts',
    },
    outdir: 'dist/webview',
    chunkNames: 'chunk-[name]-[hash]',
    loader: { '.css': 'css' },
  },
};

/** Builds everything. Throws when a bundle fails. */
export async function buildAll() {
  await rm(path.join(root, 'dist'), { recursive: true, force: true });
  await mkdir(path.join(root, 'dist', 'meta'), { recursive: true });
  await Promise.all(
    Object.entries(bundles).map(async ([name, options]) => {
      const result = await build(options);
      await writeFile(path.join(root, 'dist', 'meta', `${name}.json`), JSON.stringify(result.metafile));
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
