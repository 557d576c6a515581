import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { StorePort } from '../../src/model/ports/storePort.ts';
import { fileStore } from '../../src/store/fileStore.ts';
import { assertNobody } from '../support/canaries.ts';
import { conspicuousLens } from '../support/conspicuousLens.ts';
import { conspicuousRepo } from '../support/conspicuousRepo.ts';
import { cleanup, temporaryFolder } from '../support/repo.ts';

describe('people, in the files of the cache', function () {
  this.timeout(60_000);
  after(cleanup);

  it('show nowhere: neither as text nor as bytes of an encoding or a hash', async () => {
    const folder = temporaryFolder();
    const disk = fileStore(folder);
    let written: () => void = () => undefined;
    const kept = new Promise<void>(resolve => (written = resolve));
    const store: StorePort = { ...disk, write: (name, bytes) => disk.write(name, bytes).then(written) };
    const repo = conspicuousRepo({ withProjectKeys: false });
    const lens = await conspicuousLens(repo.dir, () => undefined, { store });
    const request = { window: { weeks: 26 }, type: null, team: null, use: 'view', solo: false } as const;
    const answer = await lens.flow(request, () => undefined);
    assert.ok(answer.state === 'shown' && answer.quality.items > 50, 'nothing would be tested');
    await kept;
    const files = readdirSync(folder);
    assert.equal(files.length, 1);
    for (const file of files) {
      assertNobody(file, 'the name of a cache file');
      const bytes = readFileSync(path.join(folder, file));
      assert.ok(bytes.includes('PAY-'), 'keys of tickets are kept, as projects and numbers');
      assertNobody(bytes, file);
    }
  });
});
