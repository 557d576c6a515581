import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { waitFor } from '../../scripts/host/waitFor.ts';
import { createEpics } from '../../src/epics/openEpics.ts';
import { treeRow } from './support/sidebar.ts';
import { startSession, type VscodeSession } from './support/vscodeSession.ts';
import type { VscodePage } from './support/vscodePage.ts';
import { changed, git } from './support/workspaces.ts';

const EPIC = 'outcomes/SHOP-7-saved-baskets.md';
const STATEMENT = 'Shoppers find their basket again on any device, so that fewer start over and more of them buy.';
const MEASURE = '{ name: baskets left behind, unit: "%", baseline: 40, target: 30 }';
const LEARNT = 'A basket on the phone brought people back; on shared computers it scared them. We change the sign-in.';
/** What the team has done by the time it moves on; the rest stays open, and stands in nobody's way. */
const DONE = [
  'The pain is described as something people do',
  'The business reason is named',
  'We know who it is for first',
];

/** A team takes an epic from a branch without one to the review of its outcome, and never leaves the editor. */
describe('an epic from idea to outcome review', () => {
  let session: VscodeSession;
  let vscode: VscodePage;
  const epic = () => readFile(path.join(session.folder, EPIC), 'utf8');
  const becomes = (text: string, capMs?: number) =>
    waitFor(`the file has "${text}"`, async () => (await epic()).includes(text), capMs);
  const quickInput = () => vscode.page.locator('.quick-input-widget input[type="text"]');
  const commit = async (subject: string) => {
    await git(session.folder, 'add', '--all');
    await git(session.folder, 'commit', '--quiet', '-m', subject);
  };
  /** Lines added and taken away since the last commit, by file. */
  const sinceCommit = () => git(session.folder, 'diff', '--numstat');

  /** Answers a question of VS Code's once it is asked: with the words, or else with what it proposes. */
  async function answer(question: RegExp, words?: string): Promise<void> {
    const widget = vscode.page.locator('.quick-input-widget');
    await waitFor(`VS Code asks ${question}`, async () => {
      const placeholder = (await quickInput().getAttribute('placeholder')) ?? '';
      return (await widget.isVisible()) && question.test(`${await widget.innerText()} ${placeholder}`);
    });
    if (words !== undefined) await quickInput().fill(words);
    await vscode.page.keyboard.press('Enter');
  }

  /** The list may be drawn anew at the moment of a click, which is lost then. */
  async function tick(item: string): Promise<void> {
    const box = treeRow(vscode.page, item).getByRole('checkbox');
    await waitFor(`"${item}" is ticked`, async () => {
      await box.click();
      return await becomes(`- [x] ${item}`, 3_000).then(
        () => true,
        () => false,
      );
    });
  }

  async function moveOn(to: RegExp): Promise<void> {
    await vscode.runCommand('Outcome Lens: Next Stage…');
    const first = vscode.page.locator('.quick-input-list .monaco-list-row').first();
    await waitFor(`${to} is proposed`, async () => to.test(await first.innerText().catch(() => '')));
    await vscode.page.keyboard.press('Enter');
  }

  before(async () => {
    session = await startSession({
      workspace: changed(folder =>
        git(folder, 'switch', '--quiet', '--create', 'feature/SHOP-7-saved-baskets', 'main'),
      ),
    });
    vscode = await session.open();
    await vscode.openSidebar();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await vscode.screenshot(`failed ${this.currentTest.fullTitle()}`);
  });
  after(() => session.close());

  it('begins with a branch, and asks what is hoped for', async () => {
    const frame = await vscode.webview('#app');
    await frame.getByText('Write Anticipated Outcome', { exact: true }).first().click();
    await answer(/New epic for SHOP-7/);
    await answer(/Key of the epic/);
    await answer(/What is it about/);
    await vscode.page.locator('.tab.active[data-resource-name="SHOP-7-saved-baskets.md"]').waitFor();
    await vscode.page.keyboard.insertText(STATEMENT);
    await becomesSaved(STATEMENT);
    const statement = await vscode.webview('.statement');
    await waitFor('the outcome shows', async () =>
      (await statement.locator('.statement').innerText()).includes('Shoppers find their basket'),
    );
  });

  it('says how it would be seen, in the file', async () => {
    const { page } = vscode;
    await page
      .locator('.view-line')
      .filter({ hasText: /measures:.\[\]/ })
      .first()
      .click();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.insertText(MEASURE);
    await becomesSaved(`measures: [${MEASURE}]`);
    const frame = await vscode.webview('.statement');
    await frame.getByText('baskets left behind').first().waitFor();
    await commit('SHOP-7 Say why baskets should be saved');
  });

  it('ticks what is done, one character each', async () => {
    await vscode.runCommand('Outcome Lens: Show Readiness');
    for (const [at, item] of DONE.entries()) {
      await tick(item);
      await treeRow(vscode.page, 'Problem worth solving')
        .getByText(`${at + 1}/5`)
        .waitFor();
    }
    assert.equal(await sinceCommit(), `3\t3\t${EPIC}`);
    await commit('SHOP-7 Agree that the problem is worth solving');
  });

  it('moves on to build, qa and launch, and says what is open', async () => {
    await moveOn(/Build[\s\S]*14 items open in Problem worth solving, Ready to build/);
    await becomes('\nstage: build\n');
    await moveOn(/QA[\s\S]*open/i);
    await becomes('\nstage: qa\n');
    await moveOn(/Launch[\s\S]*open/);
    await becomes('\nstage: launch\n');
    assert.equal(await sinceCommit(), `1\t1\t${EPIC}`);
    await waitFor('the status bar counts the launch’s gate', async () =>
      /0\/10/.test(await vscode.statusItem('outcomeLens.readiness').innerText()),
    );
    await commit('SHOP-7 Build and test it');
  });

  it('goes live: the day is noted', async () => {
    await moveOn(/Review[\s\S]*items open/);
    await becomes('\nstage: review\n');
    assert.match(await epic(), /^launched: \d{4}-\d\d-\d\d$/m);
    await commit('SHOP-7 Launch it');
  });

  it('records what was measured', async () => {
    await vscode.runCommand('Outcome Lens: Record Measurement…');
    await answer(/baskets left behind, in %/, '33,5');
    await answer(/The day it was measured/);
    await waitFor('the value is in the file', async () => /measured: *\[? *\{? *.*value: 33\.5/s.test(await epic()));
    const frame = await vscode.webview('.statement');
    await frame.getByText('33.5').first().waitFor();
  });

  it('reviews the outcome: what became of it, and what was learnt', async () => {
    await vscode.runCommand('Outcome Lens: Review Outcome…');
    await answer(/Partly achieved/, 'Partly');
    await answer(/What did we learn/, LEARNT);
    await becomes(LEARNT);
    await commit('SHOP-7 Review the outcome');
    await moveOn(/Closed[\s\S]*items open/);
    await becomes('\nstage: closed\n');
    await commit('SHOP-7 Close it');
  });

  it('leaves a file that reads well, and a history that changed nothing else', async () => {
    const text = await epic();
    const { epic: read, problems } = createEpics().parseEpic({ path: EPIC, text, origin: 'file', unsaved: false });
    assert.deepEqual(problems, []);
    assert.equal(read?.outcome?.actual?.verdict, 'partly');
    const day = (some: string) => some.replace(/\b\d{4}-\d\d-\d\d\b/g, 'DAY');
    assert.equal(day(frontMatter(text)), EXPECTED);
    const files = await git(session.folder, 'diff', '--name-only', 'main');
    assert.equal(files, EPIC);
    assert.equal(await git(session.folder, 'status', '--porcelain'), '');
  });

  async function becomesSaved(text: string): Promise<void> {
    await vscode.runCommand('File: Save');
    await becomes(text);
  }
});

/** Without its comments. */
function frontMatter(text: string): string {
  return (text.split('---\n')[1] ?? '').replace(/^ *#.*\n/gm, '');
}

const EXPECTED = `key: SHOP-7
title: Saved baskets
type: feature
stage: closed
launched: DAY
outcome:
  statement: "${STATEMENT}"
  benefits: []
  measures: [{ name: baskets left behind, unit: "%", baseline: 40, target: 30, measured: [{ on: DAY, value: 33.5 }] }]
  earlySigns: []
  reviews: []
  actual:
    verdict: partly
    on: DAY
    note: "${LEARNT}"
beliefs: []
tickets: []
`;
