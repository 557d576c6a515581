import assert from 'node:assert/strict';
import { UsageError, parseArguments } from '../../../src/cli/args.ts';
import { plain } from '../../../src/cli/print/plain.ts';
import { wrap } from '../../../src/export/plainText.ts';

describe('the command line’s words', () => {
  it('are a command with its options', () => {
    const options = parseArguments(['ready', 'PAY-100', '--gate', 'Go-live readiness', '--json', '-C', '/somewhere']);
    assert.deepEqual(
      [options.command, options.epic, options.gate, options.json, options.repository, options.folder],
      ['ready', 'PAY-100', 'Go-live readiness', true, '/somewhere', 'outcomes'],
    );
    assert.equal(parseArguments(['flow']).weeks, 26);
  });

  it('choose a format, of those that the command has', () => {
    assert.equal(parseArguments(['ready']).format, 'text');
    assert.equal(parseArguments(['ready', '--format', 'sarif']).format, 'sarif');
    for (const command of ['ready', 'lint', 'learn', 'flow']) {
      assert.equal(parseArguments([command, '--json']).format, 'json');
      assert.equal(parseArguments([command, '--format', 'json']).json, true);
    }
  });

  it('name any number of files to lint', () => {
    assert.deepEqual(parseArguments(['lint', 'a.md', 'b/', '--strict']).paths, ['a.md', 'b/']);
    assert.deepEqual(parseArguments(['lint']).paths, []);
  });

  it('say where files can be read', () => {
    assert.equal(parseArguments(['ready', '--links', 'https://x.example/a/']).links, 'https://x.example/a');
    assert.equal(parseArguments(['ready']).links, null);
  });

  it('ask for help when there is no command', () => {
    assert.equal(parseArguments([]).command, 'help');
    assert.equal(parseArguments(['why', '--help']).command, 'help');
    assert.equal(parseArguments(['--version']).command, 'version');
  });

  for (const [wrong, says] of [
    [['fly'], /no command "fly"/],
    [['why', '--gate', 'x'], /--gate does not go with "why"/],
    [['why', 'PAY-1'], /"PAY-1" is one word too many/],
    [['ready', 'A', 'B'], /"B" is one word too many/],
    [['flow', '--weeks', '2'], /from 4 to 520/],
    [['flow', '--since', 'yesterday'], /a day such as/],
    [['flow', '--since', '2026-02-31'], /a day such as/],
    [['flow', '--since', '2026-05-18', '--until', '2026-01-01'], /^--until 2026-01-01 lies before --since 2026-05-18$/],
    [['flow', '--until', '2026-01-01'], /^--until says where a stretch ends; --since must say where it begins$/],
    [['flow', '--weeks', '8', '--since', '2026-05-18'], /exclude each other/],
    [['toString'], /no command/],
    [['fly'], /use why, ready, lint/],
    [['ready', '--format', 'csv'], /^--format takes one of text, markdown, sarif, json, not "csv"$/],
    [['lint', '--format', 'markdown'], /^--format takes one of text, sarif, json, not "markdown"$/],
    [['flow', '--format', 'sarif'], /^--format takes one of text, markdown, csv, json, not "sarif"$/],
    [['learn', '--format', 'csv'], /^--format csv needs --figure/],
    [['learn', '--weeks', '8'], /--weeks does not go with "learn"/],
    [['learn', 'PAY-1'], /"PAY-1" is one word too many/],
    [['why', '--format', 'json'], /--format does not go with "why"/],
    [['ready', '--json', '--format', 'sarif'], /--json and --format exclude each other/],
    [['ready', '--links', 'javascript:x'], /--links takes the address/],
    [['ready', '--links', 'https://a b'], /--links takes the address/],
    [['lint', '--gate', 'x'], /--gate does not go with "lint"/],
    [['why', '--branch', 'a', '--ticket', 'b'], /exclude each other/],
    [['why', '--commit', 'abcdef1', '--file', 'b', '--line', '1'], /--file and --commit exclude each other/],
    [['why', '--line', '1'], /--file must name it/],
    [['why', '--file', 'a', '--line', '0'], /--line takes a number from 1, not "0"/],
    [['why', '--commit', '--upload-pack=x'], /ambiguous|--commit/],
    [['why', '--commit', 'HEAD'], /--commit takes a hash/],
    [['ready', '--line', '1'], /--line does not go with "ready"/],
    [['why', '--folder', '../x'], /inside the repository/],
    [['why', '--nonsense'], /nonsense/],
  ] as const)
    it(`are refused by name: ${wrong.join(' ')}`, () => {
      assert.throws(
        () => parseArguments(wrong),
        (error: unknown) => error instanceof UsageError && says.test(error.message),
      );
    });
});

describe('text for a terminal', () => {
  it('shows control and bidirectional characters as a dot', () => {
    assert.equal(plain('a\u001b[31mb\u202ec\u0000d\re'), 'a·[31mb·c·d·e');
    assert.equal(plain('two\nlines\tand a tab'), 'two\nlines\tand a tab');
  });

  it('is wrapped at spaces', () => {
    assert.deepEqual(wrap('one two three', '  ', 9), ['  one two', '  three']);
    assert.deepEqual(wrap('', '  '), []);
  });
});
