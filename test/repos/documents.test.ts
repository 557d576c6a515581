import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PreparedDocument } from '../../src/lens/documentWriter.ts';
import type { RepositoryLens } from '../../src/lens/outcomeLens.ts';
import { DOCUMENT_KINDS, TEMPLATE_NAMES, type DocumentKind } from '../../src/model/documents.ts';
import { applyEdits } from '../../src/model/textRange.ts';
import { DOCUMENT_TEXT } from '../../src/wording/documents.ts';
import { editors, FILE, open, shop, write } from '../support/lensShop.ts';
import { cleanup, type TestRepo } from '../support/repo.ts';

function textOf(repo: TestRepo, file: string): string {
  return readFileSync(path.join(repo.dir, file), 'utf8');
}

async function prepare(
  lens: RepositoryLens,
  kind: DocumentKind,
  epic: string | null = FILE,
): Promise<PreparedDocument> {
  const file = (await lens.outcomes()).epics.find(one => one.path === epic) ?? null;
  assert.equal(file === null, epic === null);
  return lens.documents.prepare(kind, DOCUMENT_TEXT[kind].title, file);
}

/** Does what a face does with it. */
function carryOut(repo: TestRepo, lens: RepositoryLens, { path: file, created, entry, link }: PreparedDocument): void {
  if (created !== null) write(repo, file, created);
  for (const change of [entry, link]) {
    if (change === null) continue;
    assert.equal(textOf(repo, change.path), change.text);
    write(repo, change.path, applyEdits(change.text, [change.edit]));
  }
  lens.invalidate('files');
}

describe('documents beside an epic', () => {
  afterEach(() => {
    editors.clear();
    cleanup();
  });

  it('are new files with a link from the epic, each kind once, and are no epics', async () => {
    const repo = shop();
    const lens = await open(repo);
    const before = textOf(repo, FILE);
    for (const kind of DOCUMENT_KINDS) {
      const prepared = await prepare(lens, kind);
      assert.equal(prepared.path, `outcomes/documents/PAY-100-${kind}.md`);
      assert.match(
        prepared.created ?? '',
        /\[PAY-100 Epic PAY-100\]\(\.\.\/PAY-100\.md\)\n\n> Guests pay without an account\./,
      );
      assert.deepEqual([prepared.entry, prepared.unlinked, prepared.template], [null, false, null]);
      carryOut(repo, lens, prepared);
    }
    const links = DOCUMENT_KINDS.map(kind => `- [${DOCUMENT_TEXT[kind].title}](documents/PAY-100-${kind}.md)\n`);
    assert.equal(textOf(repo, FILE), `${before}\n## Documents\n\n${links.join('')}`);
    const { epics } = await lens.outcomes();
    assert.deepEqual(
      epics.map(({ path: file }) => file),
      [FILE],
    );
    assert.deepEqual(
      epics[0]?.epic?.documents.map(({ label }) => label),
      DOCUMENT_KINDS.map(kind => DOCUMENT_TEXT[kind].title),
    );
  });

  it('begin the post-launch review with what the epic measures', async () => {
    const repo = shop();
    const matter = [
      'key: PAY-100',
      'launched: 2026-10-01',
      'outcome:',
      '  statement: Guests pay without an account.',
      '  measures:',
      '    - { name: "left | gone", unit: "%", baseline: 31, target: 26, measured: [{ on: 2026-11-10, value: 28.5 }] }',
    ];
    write(repo, FILE, `---\n${matter.join('\n')}\n---\n# Epic\n`);
    const { created } = await prepare(await open(repo), 'post-launch-review');
    assert.match(created ?? '', /^Launched: 2026-10-01$/m);
    assert.match(created ?? '', /^\| left \\\| gone \| 31 % \| 26 % \| – \| 28\.5 % \(2026-11-10\) \|$/m);
  });

  it('are never written over: one that is there is only linked, where it is not', async () => {
    const repo = shop();
    const lens = await open(repo);
    write(repo, 'outcomes/documents/PAY-100-risks.md', 'Ours.\n');
    const first = await prepare(lens, 'risks');
    assert.deepEqual([first.created, first.entry, first.template], [null, null, null]);
    assert.ok(first.link !== null);
    carryOut(repo, lens, first);
    const second = await prepare(lens, 'risks');
    assert.deepEqual([second.created, second.entry, second.link, second.unlinked], [null, null, null, false]);
    assert.equal(textOf(repo, 'outcomes/documents/PAY-100-risks.md'), 'Ours.\n');
  });

  it('get a new entry where they are a decision log', async () => {
    const repo = shop();
    const lens = await open(repo);
    const log = 'outcomes/documents/PAY-100-decision-log.md';
    carryOut(repo, lens, await prepare(lens, 'decision-log'));
    const before = textOf(repo, log);
    carryOut(repo, lens, await prepare(lens, 'decision-log'));
    const after = textOf(repo, log);
    assert.ok(after.startsWith(before));
    assert.equal(after.match(/^## 2026-11-18: …$/gm)?.length, 2);
    assert.equal(textOf(repo, FILE).match(/decision-log/g)?.length, 1);
  });

  it('are dated with the team’s day', async () => {
    const repo = shop();
    // 18 November begins in the far east while UTC still has the 17th; here it is midnight UTC.
    write(repo, 'outcomes/team.yaml', 'timeZone: America/New_York\n');
    const lens = await open(repo);
    assert.match((await prepare(lens, 'decision-log')).created ?? '', /^## 2026-11-17: …$/m);
  });

  it('are found again under the name that the epic links', async () => {
    const repo = shop();
    const lens = await open(repo);
    carryOut(repo, lens, await prepare(lens, 'risks'));
    write(repo, FILE, textOf(repo, FILE).replace('key: PAY-100', 'key: PAY-300'));
    lens.invalidate('files');
    const again = await prepare(lens, 'risks');
    assert.deepEqual([again.path, again.created], ['outcomes/documents/PAY-100-risks.md', null]);
  });

  it('are not those of another epic, which is linked to be read', async () => {
    const repo = shop();
    write(repo, 'outcomes/PAY-200.md', textOf(repo, FILE).replaceAll('PAY-100', 'PAY-200'));
    write(repo, 'outcomes/documents/PAY-200-risks.md', '# Risks of PAY-200\n');
    const reading = `${textOf(repo, FILE)}\n## Documents\n\n- [Their risks](documents/PAY-200-risks.md)\n`;
    write(repo, FILE, reading);
    const lens = await open(repo);
    const own = await prepare(lens, 'risks');
    assert.equal(own.path, 'outcomes/documents/PAY-100-risks.md');
    carryOut(repo, lens, own);
    assert.equal(textOf(repo, FILE), `${reading}- [${DOCUMENT_TEXT.risks.title}](documents/PAY-100-risks.md)\n`);
    assert.deepEqual(await prepare(lens, 'risks').then(({ path, created }) => [path, created]), [own.path, null]);
    const theirs = await prepare(lens, 'risks', 'outcomes/PAY-200.md');
    assert.deepEqual([theirs.path, theirs.created], ['outcomes/documents/PAY-200-risks.md', null]);
  });

  it('may belong to no epic', async () => {
    const lens = await open(shop());
    const prepared = await prepare(lens, 'decision-log', null);
    assert.equal(prepared.path, 'outcomes/documents/decision-log.md');
    assert.match(prepared.created ?? '', /^# Decision log\n\n<!--/);
    assert.deepEqual([prepared.link, prepared.unlinked], [null, false]);
  });

  it('join unsaved words of the epic', async () => {
    const repo = shop();
    const lens = await open(repo);
    const typed = textOf(repo, FILE).replace('Guests pay', 'Visitors pay');
    editors.set(FILE, typed);
    lens.invalidate('files');
    const prepared = await prepare(lens, 'risks');
    assert.equal(prepared.link?.text, typed);
    assert.match(prepared.created ?? '', /> Visitors pay/);
  });

  it('say so where no plain edit links them', async () => {
    const repo = shop();
    write(repo, FILE, `${textOf(repo, FILE)}\n\`\`\`\nan open block\n`);
    const prepared = await prepare(await open(repo), 'risks');
    assert.ok(prepared.created !== null);
    assert.deepEqual([prepared.link, prepared.unlinked], [null, true]);
  });

  it('come from the team’s template, with what is odd about it', async () => {
    const repo = shop();
    write(repo, 'outcomes/templates/risks.md', '# Our risks: {{title}}\n\n{{owner}}\n');
    const prepared = await prepare(await open(repo), 'risks');
    assert.equal(prepared.created, '# Our risks: Epic PAY-100\n\n{{owner}}\n');
    assert.equal(prepared.template?.path, 'outcomes/templates/risks.md');
    assert.deepEqual(prepared.template.problems, [{ kind: 'placeholder', name: 'owner' }]);
  });
});

describe('a team’s templates', () => {
  afterEach(cleanup);

  it('begin as the built-in ones, which then make the same, and are never written over', async () => {
    const repo = shop();
    const lens = await open(repo);
    const [first, second] = [await lens.writer.draft('PAY-300', 'New', []), await prepare(lens, 'kick-off')];
    for (const name of TEMPLATE_NAMES) {
      const { path: file, created } = await lens.documents.customise(name);
      assert.equal(file, `outcomes/templates/${name}.md`);
      write(repo, file, created ?? assert.fail());
      assert.deepEqual(await lens.documents.customise(name), { path: file, created: null });
    }
    const draft = await lens.writer.draft('PAY-300', 'New', []);
    assert.equal(draft.text, first.text);
    assert.deepEqual([first.template, draft.template?.problems], [null, []]);
    assert.equal((await prepare(lens, 'kick-off')).created, second.created);
  });

  it('are told of where a new epic is made of them', async () => {
    const repo = shop();
    write(
      repo,
      'outcomes/templates/epic.md',
      '---\nkey: {{key}}\ntitle: {{title}}\nteam: {{team}}\n---\n# {{title}}\n',
    );
    const { text, template } = await (await open(repo)).writer.draft('PAY-300', 'New', []);
    assert.equal(text, '---\nkey: PAY-300\ntitle: New\nteam: {{team}}\n---\n# New\n');
    assert.deepEqual(
      template?.problems.map(({ kind }) => kind),
      ['placeholder', 'gates'],
    );
  });
});
