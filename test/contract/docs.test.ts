import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT, filesBelow, textOf } from './sourceTree.ts';

const PAGES = ['README.md', 'CHANGELOG.md', ...filesBelow('docs', '.md')];

describe('docs', () => {
  for (const page of PAGES)
    it(`${page} names only files that exist`, () => {
      const text = textOf(page);
      const folder = path.posix.dirname(page);
      const prose = text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
      for (const [, target = ''] of prose.matchAll(/\]\((?!https?:|#|mailto:|command:)([^)#\s]+)/g))
        assert.ok(existsSync(path.join(ROOT, folder, decodeURIComponent(target))), `${page} links to ${target}`);
      for (const [, named = ''] of text.matchAll(/`((?:src|webview|test|scripts|docs|schemas|media)\/[\w./-]+)`/g))
        assert.ok(existsSync(path.join(ROOT, named)), `${page} names ${named}`);
    });

  it('justifies every dependency', () => {
    const { dependencies, devDependencies } = JSON.parse(textOf('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const page = textOf('docs/dependencies.md');
    for (const name of Object.keys({ ...dependencies, ...devDependencies }))
      assert.ok(page.includes(`\`${name}\``), `docs/dependencies.md does not name ${name}`);
  });

  it('keeps registries out of the lockfile', () => {
    assert.doesNotMatch(textOf('package-lock.json'), /"resolved":/);
  });

  it('lists every command and setting in the reference', () => {
    const page = textOf('docs/reference.md');
    const strings = JSON.parse(textOf('package.nls.json')) as Record<string, string>;
    for (const [key, title] of Object.entries(strings))
      if (key.startsWith('command.')) assert.ok(page.includes(title), `docs/reference.md does not name "${title}"`);
    for (const [setting] of textOf('package.json').matchAll(/(?<=")outcomeLens\.[\w.]+(?=":\s*\{\s*"type")/g))
      assert.ok(page.includes(`\`${setting}\``), `docs/reference.md does not name ${setting}`);
  });
});
