import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { applyEdits } from '../../src/model/textRange.ts';
import { editors, epic, FILE, open, shop, write } from '../support/lensShop.ts';
import { cleanup } from '../support/repo.ts';

describe('moving an epic under a key result', () => {
  afterEach(() => {
    editors.clear();
    cleanup();
  });

  it('changes the one field, or takes it out, and does nothing where it stands there', async () => {
    const repo = shop();
    const { writer } = await open(repo);
    const before = epic('PAY-100', 'PAY-101');
    write(repo, FILE, before);
    const moved = await writer.moveUnder(FILE, 'KR-2.1');
    assert.ok(moved.edit !== null);
    const under = applyEdits(moved.text, [moved.edit]);
    assert.equal(under, before.replace('tickets: [PAY-101]\n', 'keyResult: KR-2.1\ntickets: [PAY-101]\n'));
    write(repo, FILE, under);
    assert.equal((await writer.moveUnder(FILE, 'KR-2.1')).edit, null);
    const out = await writer.moveUnder(FILE, null);
    assert.ok(out.edit !== null);
    assert.equal(applyEdits(out.text, [out.edit]), before);
    write(repo, FILE, before);
    assert.equal((await writer.moveUnder(FILE, null)).edit, null);
    assert.equal(readFileSync(path.join(repo.dir, FILE), 'utf8'), before, 'it only prepares the edit');
  });

  it('is refused where no plain edit does it', async () => {
    const repo = shop();
    const { writer } = await open(repo);
    write(repo, FILE, '---\nkey: PAY-100\nkeyResult: [KR-1\n---\n');
    await assert.rejects(writer.moveUnder(FILE, 'KR-2'), /changed-underneath: Write "keyResult" by hand/);
  });

  it('is done to a new epic before it is written, unless the team’s template cannot be edited so', async () => {
    const repo = shop();
    const { writer } = await open(repo);
    const draft = await writer.draft('PAY-300', 'Wallet', []);
    const under = await writer.draftUnder(draft, 'KR-2.1');
    assert.match(under.text, /^keyResult: KR-2\.1$/m);
    assert.equal(under.text.replace('\nkeyResult: KR-2.1\n', '\n'), draft.text);
    assert.equal(under.path, draft.path);
    const odd = { ...draft, text: '# No front matter\n' };
    assert.equal(await writer.draftUnder(odd, 'KR-2.1'), odd);
  });
});
