import assert from 'node:assert/strict';
import { createPatchParser } from '../../../src/git/patchParser.ts';

function fingerprints(text: string): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  const patches = createPatchParser((commit, fingerprint) => found.set(commit, fingerprint));
  patches.parse(Buffer.from(text, 'latin1'));
  patches.end();
  return found;
}

function fingerprint(patch: string): string | null {
  return fingerprints(`\x01aa\0bb\n\n${patch}`).get('aa') ?? null;
}

const PATCH =
  'diff --git a/x b/x\nindex 1111..2222 100644\n--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@ one\n a\n-b\n+c\n\\ No newline at end of file\n';
const BINARY = 'diff --git a/x b/x\nindex 1111..2222 100644\nBinary files a/x and b/x differ\n';

describe('fingerprints of patches', () => {
  it('do not depend on line numbers, white space and where a file stood before', () => {
    const moved = PATCH.replace('@@ -1,3 +1,3 @@ one', '@@ -91,3 +95,3 @@ two').replace('1111..2222', '3333..4444');
    assert.equal(fingerprint(moved), fingerprint(PATCH));
    assert.equal(fingerprint(PATCH.replace('+c', '+ \tc\r')), fingerprint(PATCH));
  });

  it('depend on what is added, removed, left around it, and on the path', () => {
    const changes = [
      ['+c', '+d'],
      ['-b', '-d'],
      [' a', ' d'],
      ['b/x', 'b/y'],
    ] as const;
    for (const [from, to] of changes) assert.notEqual(fingerprint(PATCH.replace(from, to)), fingerprint(PATCH), from);
  });

  it('tell binary files apart by their objects', () => {
    assert.notEqual(fingerprint(BINARY), null);
    assert.notEqual(fingerprint(BINARY.replace('2222', '3333')), fingerprint(BINARY));
  });

  it('are null where nothing changed and where the patch is larger than 2 MB', () => {
    const large = PATCH.replace('+c', `+${'c\n+'.repeat(800_000)}`);
    const found = fingerprints(`\x01aa\0\n\x01bb\0\n\n${large}\x01cc\0\n\n${PATCH}`);
    assert.deepEqual([...found.keys()], ['aa', 'bb', 'cc']);
    assert.equal(found.get('aa'), null);
    assert.equal(found.get('bb'), null);
    assert.equal(found.get('cc'), fingerprint(PATCH));
  });
});
