import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileStore, noStore } from '../../../src/store/fileStore.ts';
import { cleanup, temporaryFolder } from '../../support/repo.ts';

const BYTES = Uint8Array.of(1, 2, 3);

describe('a folder as a store', () => {
  afterEach(cleanup);

  it('gives back what was written, and null for what never was', async () => {
    const store = fileStore(path.join(temporaryFolder(), 'not', 'yet'));
    assert.equal(await store.read('a.index'), null);
    await store.write('a.index', [BYTES.subarray(0, 1), BYTES.subarray(1)]);
    assert.deepEqual(Uint8Array.from((await store.read('a.index')) ?? []), BYTES);
    await store.write('a.index', [Uint8Array.of(9)]);
    assert.deepEqual(Uint8Array.from((await store.read('a.index')) ?? []), Uint8Array.of(9));
    await store.remove('a.index');
    await store.remove('a.index');
    assert.equal(await store.read('a.index'), null);
  });

  it('holds the bytes of one writer, whoever writes at once, and nothing else', async () => {
    const folder = temporaryFolder();
    const writers = Array.from({ length: 20 }, (_, value) => new Uint8Array(50_000).fill(value));
    await Promise.all(writers.map((bytes, at) => fileStore(at % 2 === 0 ? folder : `${folder}/`).write('a', [bytes])));
    const bytes = (await fileStore(folder).read('a')) ?? new Uint8Array(0);
    assert.equal(bytes.length, 50_000);
    assert.equal(new Set(bytes).size, 1);
    assert.deepEqual(readdirSync(folder), ['a']);
  });

  it('leaves the old bytes and no others when it cannot write', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'a'));
    await assert.rejects(fileStore(folder).write('a', [BYTES]));
    assert.deepEqual(readdirSync(folder), ['a']);
  });

  it('removes what an interrupted writer left behind long ago, and nothing younger', async () => {
    const folder = temporaryFolder();
    for (const name of ['a.1-1.part', 'a.2-1.part']) writeFileSync(path.join(folder, name), '');
    utimesSync(path.join(folder, 'a.1-1.part'), 0, 0);
    await fileStore(folder).write('a', [BYTES]);
    assert.deepEqual(readdirSync(folder).sort(), ['a', 'a.2-1.part']);
  });

  it('is for its owner only', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = path.join(temporaryFolder(), 'own');
    await fileStore(folder).write('a', [BYTES]);
    assert.deepEqual([statSync(folder).mode & 0o777, statSync(path.join(folder, 'a')).mode & 0o777], [0o700, 0o600]);
  });

  it('takes no name that could lead elsewhere', async () => {
    const store = fileStore(temporaryFolder());
    for (const name of ['', '../a', 'a/b', 'a\\b', '.a', 'A', 'a.part']) {
      await assert.rejects(store.write(name, [BYTES]), TypeError);
      await assert.rejects(store.read(name), TypeError);
      await assert.rejects(store.remove(name), TypeError);
    }
  });

  it('may be one that keeps nothing', async () => {
    await noStore.write('a', [BYTES]);
    assert.equal(await noStore.read('a'), null);
    await noStore.remove('a');
  });
});
