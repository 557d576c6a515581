import assert from 'node:assert/strict';
import { filesBelow, textOf } from './sourceTree.ts';

/**
 * No command of ours may ask git for a person. The identity gate is the one exception; everything else that could name
 * somebody fails the build.
 */
const REQUESTS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['identity placeholder', /%(?:[ac][nNeElL]|G[A-Z?]|g[dDnNeEsS]|N\b|\(trailers)/],
  ['zone-bearing date', /%[ac][dDiIsSr](?![a-z])/],
  ['ref-filter identity', /%\((?:author|committer|tagger|creator)(?!date:unix)/],
  ['identity option', /--(?:author|committer)\b/],
  ['command that lists people', /['"`](?:shortlog|annotate|reflog|notes|stash)['"`]/],
  ['porcelain blame', /--(?:line-)?porcelain|--incremental/],
  ['raw commit', /['"`]cat-file['"`],\s*['"`](?:commit|tag)['"`]/],
  ['mail map', /\.mailmap|--mailmap|--use-mailmap/],
];

/** Names of fields that would carry a person. */
const FIELDS =
  /\b(?:author|committer|assignee|reporter|reviewer|e?mail|login|userName|displayName)(?:Name|Email|Id|s)?\??:/i;

const GATE = 'src/git/groupSize.ts';

describe('people-free source', () => {
  const sources = [...filesBelow('src', '.ts'), ...filesBelow('webview', '.ts')];

  for (const file of sources.filter(name => name !== GATE))
    it(`${file} asks for nobody`, () => {
      const code = withoutComments(textOf(file));
      for (const [what, pattern] of REQUESTS) assert.doesNotMatch(code, pattern, `${what} in ${file}`);
    });

  it('has no field for a person in the model, the protocol, the command line’s documents or the schemas', () => {
    const carriers = [
      ...filesBelow('src/model', '.ts'),
      ...filesBelow('src/protocol', '.ts'),
      ...filesBelow('src/cli/output', '.ts'),
      ...filesBelow('schemas', '.json'),
    ];
    assert.ok(carriers.length > 10);
    for (const file of carriers) assert.doesNotMatch(withoutComments(textOf(file)), FIELDS, file);
  });

  it('would see each kind of request', () => {
    const samples = [
      '%an',
      '%aE',
      '%cN',
      '%G?',
      '%ad',
      '%(authorname)',
      '%(creator)',
      '--author',
      "'shortlog'",
      '--porcelain',
      '%(trailers)',
    ];
    for (const sample of samples)
      assert.ok(
        REQUESTS.some(([, pattern]) => pattern.test(`'${sample}'`.replace("''", "'"))),
        sample,
      );
    for (const fine of ['%at', '%ct', '%H%x00%P', '%(creatordate:unix)'])
      assert.ok(!REQUESTS.some(([, pattern]) => pattern.test(fine)), fine);
  });

  it('finds the exception where it belongs', () => {
    assert.match(textOf(GATE), /%aE/);
  });
});

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
