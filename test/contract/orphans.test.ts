import assert from 'node:assert/strict';
import { filesBelow, importsOf, resolveImport, textOf } from './sourceTree.ts';

const RUN = ['test/unit/', 'test/repos/', 'test/contract/', 'test/host/', 'test/e2e/'];
const ENTRIES = [
  'src/extension.ts',
  'src/vscode/compose.ts',
  'src/git/historyReads.ts',
  'src/lens/flowLens.ts',
  'src/lens/learn/learnLens.ts',
  'src/lens/lint/lintLens.ts',
  'src/lens/epics/epicsLens.ts',
  'src/lens/why/changeWhyLens.ts',
  'src/lens/why/pathWhyLens.ts',
  'src/vscode/webviews/insightsReading.ts',
  'src/lens/board/boardLens.ts',
  'src/vscode/webviews/boardReading.ts',
  'src/vscode/editor/language/languagePart.ts',
  'src/vscode/editor/codeLens/codeLensPart.ts',
  'src/epics/documents/openDocuments.ts',
  'src/epics/openEdits.ts',
  'src/vscode/commands/laterCommands.ts',
  'src/vscode/gitExtension.ts',
  'src/lens/sourceControl/sourceControlLens.ts',
  'src/vscode/sourceControl/commitProposals.ts',
  'src/vscode/views/epics/epicsPart.ts',
  'src/vscode/agents/agentsPart.ts',
  'src/mcp/main.ts',
  'src/vscode/editor/whyHover/whyHoverPart.ts',
  'src/cli/main.ts',
  'webview/outcome/main.ts',
  'webview/insights/main.ts',
  'webview/board/main.ts',
];

describe('orphans', () => {
  const sources = [...filesBelow('src', '.ts'), ...filesBelow('webview', '.ts')].filter(
    file => !file.endsWith('.d.ts'),
  );
  const users = [...sources, ...filesBelow('scripts', '.ts'), ...filesBelow('test', '.ts')];

  it('are no tests: each lies where it is run', () => {
    const tests = filesBelow('test', '.test.ts');
    assert.ok(tests.length > 40);
    for (const test of tests)
      assert.ok(
        RUN.some(folder => test.startsWith(folder)),
        test,
      );
  });

  it('are no source files: each is reached from a bundle', () => {
    const reached = new Set<string>();
    const visit = (file: string) => {
      if (reached.has(file) || !file.endsWith('.ts')) return;
      reached.add(file);
      for (const { specifier } of importsOf(textOf(file)))
        if (specifier.startsWith('.')) visit(resolveImport(file, specifier));
    };
    ENTRIES.forEach(visit);
    assert.deepEqual(
      sources.filter(file => !reached.has(file)),
      [],
    );
  });

  it('are no exports: each is used by another file', () => {
    const texts = new Map(users.map(file => [file, textOf(file)]));
    const unused: string[] = [];
    for (const file of sources)
      for (const [, name = ''] of textOf(file).matchAll(
        /^export (?:async )?(?:const|function|class|interface|type) (\w+)/gm,
      )) {
        const word = new RegExp(`\\b${name}\\b`);
        const used = [...texts].some(([other, text]) => other !== file && word.test(text));
        // An interface that only types what the same file exports is part of that export's shape.
        const shapes = (textOf(file).match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length > 1;
        if (!used && !shapes && !ENTRIES.includes(file)) unused.push(`${file}: ${name}`);
      }
    assert.deepEqual(unused, []);
  });
});
