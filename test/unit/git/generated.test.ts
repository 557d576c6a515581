import assert from 'node:assert/strict';
import { createWrittenFilter } from '../../../src/git/generated.ts';

function written(paths: readonly string[], attributes = ''): readonly string[] {
  return paths.filter(createWrittenFilter(attributes));
}

describe('files that people write', () => {
  it('are not lock files, minified files, snapshots and vendored folders, wherever they lie', () => {
    const made = [
      ...['package-lock.json', 'web/yarn.lock', 'pnpm-lock.yaml', 'Cargo.lock', 'go.sum', 'Gemfile.lock', 'x/uv.lock'],
      ...['dist/app.min.js', 'app.min.css', 'test/__snapshots__/a.txt', 'a.test.ts.snap'],
      ...['vendor/a.c', 'web/node_modules/a/b.js', 'third_party/x/y'],
    ];
    assert.deepEqual(written(made), []);
    const near = [
      'lock.ts',
      'src/vendor.ts',
      'src/vendors/a.ts',
      'min.js',
      'snapshots/a.txt',
      'locks/a.go',
      'package.json',
    ];
    assert.deepEqual(written(near), near);
  });

  it('are not those that the attributes mark', () => {
    const attributes = [
      '*.pb.go linguist-generated',
      '/api/** linguist-generated=true text',
      'docs/*.html -text linguist-vendored',
      '"with space.txt" linguist-generated',
    ].join('\r\n');
    const paths = ['a/b.pb.go', 'api/x/y.ts', 'docs/a.html', 'with space.txt'];
    assert.deepEqual(written(paths, attributes), []);
    const others = ['a/api/x.ts', 'docs/a/b.html', 'a/docs/a.html', 'b.go', 'with'];
    assert.deepEqual(written(others, attributes), others);
  });

  it('are those that a later line or the line itself takes back', () => {
    const attributes = [
      '*.ts linguist-generated',
      'src/*.ts -linguist-generated',
      'lib/*.ts linguist-generated=false',
      'own.ts !linguist-generated',
      'a.js -linguist-vendored',
    ].join('\n');
    assert.deepEqual(written(['x.ts', 'src/a.ts', 'lib/a.ts', 'own.ts', 'a.js'], attributes), [
      'src/a.ts',
      'lib/a.ts',
      'own.ts',
      'a.js',
    ]);
  });

  it('are all others when the attributes say something else or nothing that can be read', () => {
    const attributes = [
      '# *.ts linguist-generated',
      '[attr]made linguist-generated',
      '*.ts text eol=lf',
      '*.ts linguist-language=Java',
      'src linguist-generated',
      'linguist-generated',
      `${'*'.repeat(1000)} linguist-generated`,
    ].join('\n');
    assert.deepEqual(written(['a.ts', 'src/a.ts'], attributes), ['a.ts', 'src/a.ts']);
  });
});
