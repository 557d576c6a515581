import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import * as vscode from 'vscode';
import type { Stage } from '../../src/model/stage.ts';
import { ProblemError } from '../../src/model/problem.ts';
import { applyToEpic, epicToEdit } from '../../src/vscode/commands/epicToEdit.ts';
import { placeOf, type ItemPlace } from '../../src/vscode/itemPlace.ts';
import { answersWhere, extension, inWorkspace, resetWorkspace, show, type Answers } from './support/extension.ts';

const EPIC = 'outcomes/PAY-100-guest-checkout.md';
const ITEMS = ['User-facing copy final', 'Telemetry live for the behaviour to watch'] as const;

const onDisk = () => readFileSync(inWorkspace(EPIC).fsPath, 'utf8');
const opened = () =>
  vscode.workspace.textDocuments.find(({ uri, isClosed }) => !isClosed && uri.fsPath === inWorkspace(EPIC).fsPath);
/** The text that counts: what stands in the editor and is not saved yet, else the file. */
const text = () => (opened()?.isDirty === true ? (opened()?.getText() ?? '') : onDisk());

/** VS Code has read what another program wrote, where nothing unsaved keeps it from that. */
async function caughtUp(): Promise<void> {
  while (opened()?.isDirty === false && opened()?.getText() !== onDisk())
    await new Promise(resolve => setTimeout(resolve, 20));
}

function placeIn(answers: Answers, item: string): ItemPlace | null {
  for (const gate of answers.ready.value?.gates ?? []) {
    const found = gate.items.find(candidate => candidate.item.text === item);
    if (found !== undefined) return placeOf(answers, gate, found);
  }
  return null;
}

/** Lines of `after` that are not in `before`, and the other way round. */
function changedLines(before: string, after: string): { readonly added: string[]; readonly gone: string[] } {
  const rest = before.split('\n');
  const added = after.split('\n').filter(line => {
    const at = rest.indexOf(line);
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
  return { added, gone: rest };
}

/** Does the work; what it may refuse, it refuses with a problem, and leaves the text as it was. */
async function ours(
  work: () => Promise<void>,
  check: (before: string, after: string) => void,
): Promise<'done' | 'refused'> {
  const before = text();
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    assert.equal(text(), before);
    return 'refused';
  }
  check(before, text());
  return 'done';
}

interface Step {
  readonly name: string;
  run(): Promise<'done' | 'refused'>;
}

/** Places that were drawn earlier, as in a list that nobody drew anew since. */
let drawn: ReadonlyMap<string, ItemPlace> = new Map();

async function draw(): Promise<void> {
  await (await extension()).session.refresh();
  const answers = await answersWhere(candidate => ITEMS.every(item => placeIn(candidate, item) !== null));
  drawn = new Map(
    ITEMS.flatMap(item => {
      const place = placeIn(answers, item);
      return place === null ? [] : [[item, place] as const];
    }),
  );
}

const tick = (item: string, ticked: boolean): Step => ({
  name: `${ticked ? 'tick' : 'untick'} ${item}`,
  run: async () => {
    const place = drawn.get(item);
    if (place === undefined) return 'refused';
    const { ticker } = await extension();
    const [from, to] = ticked ? ['[ ]', '[x]'] : ['[x]', '[ ]'];
    return ours(
      () => ticker.tick(place, ticked),
      (before, after) => assert.equal(after, before.replace(`- ${from} ${item}`, `- ${to} ${item}`)),
    );
  },
});

const moveTo = (stage: Stage): Step => ({
  name: `move to ${stage}`,
  run: async () => {
    const { session } = await extension();
    const lens = await session.repository();
    return ours(
      async () => {
        const file = await epicToEdit(lens, EPIC);
        await applyToEpic(session, lens, file, await lens.writer.moveTo(EPIC, stage));
      },
      (before, after) => {
        const { added, gone } = changedLines(before, after);
        assert.ok(
          added.concat(gone).every(line => /^(?:stage|launched): /.test(line)),
          added.concat(gone).join('\n'),
        );
        assert.match(after, new RegExp(`^stage: ${stage}\\b`, 'm'));
      },
    );
  },
});

const measure = (value: number): Step => ({
  name: `measure ${value}`,
  run: async () => {
    const { session } = await extension();
    const lens = await session.repository();
    return ours(
      async () => {
        const file = await epicToEdit(lens, EPIC);
        await applyToEpic(session, lens, file, await lens.writer.measure(EPIC, 0, value, '2026-11-20'));
      },
      (before, after) => {
        const { added, gone } = changedLines(before, after);
        assert.deepEqual([added.length <= 1, gone.length <= 1], [true, true]);
        assert.match(after, new RegExp(`on: 2026-11-20, value: ${value} `));
      },
    );
  },
});

let written = 0;

/** Of the last line, so that undo takes back whole sentences. */
const type: Step = {
  name: 'type a line',
  run: async () => {
    const document = opened();
    const editor = vscode.window.visibleTextEditors.find(candidate => candidate.document === document);
    if (document === undefined || editor === undefined) return 'refused';
    const thought = `A thought, number ${++written}.\n`;
    const heading = document.positionAt(document.getText().indexOf('# Guest checkout'));
    assert.ok(await editor.edit(edit => edit.insert(heading, thought)));
    return 'done';
  },
};

const elsewhere: Step = {
  name: 'another program writes',
  run: async () => {
    writeFileSync(inWorkspace(EPIC).fsPath, `${onDisk()}Written elsewhere, number ${++written}.\n`);
    await caughtUp();
    return 'done';
  },
};

const command = (name: string, id: string): Step => ({
  name,
  run: async () => {
    if (vscode.window.activeTextEditor?.document !== opened()) return 'refused';
    await vscode.commands.executeCommand(id);
    return 'done';
  },
});

const save: Step = {
  name: 'save',
  run: async () => {
    const document = opened();
    // Over what another program wrote VS Code asks first, and nobody is there to answer.
    if (document?.isDirty !== true || !isAhead(document)) return 'refused';
    return (await document.save()) ? 'done' : 'refused';
  },
};

/** What was on the disk when the document was read or saved last, as it is now. */
let known = '';
function isAhead(document: vscode.TextDocument): boolean {
  return known === onDisk() && document.getText() !== known;
}

const close: Step = {
  name: 'close',
  run: async () => {
    if (opened()?.isDirty === true) return 'refused';
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    return 'done';
  },
};

const open: Step = {
  name: 'open',
  run: async () => {
    if (opened()?.isDirty === true) return 'refused';
    await show(EPIC);
    return 'done';
  },
};

const drawAnew: Step = {
  name: 'draw the list anew',
  run: async () => {
    await draw();
    return 'done';
  },
};

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constantFrom(...ITEMS), fc.boolean()).map(([item, ticked]) => tick(item, ticked)),
  },
  { weight: 2, arbitrary: fc.constantFrom<Stage>('build', 'launch', 'review').map(moveTo) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 40 }).map(measure) },
  { weight: 3, arbitrary: fc.constant(type) },
  { weight: 3, arbitrary: fc.constantFrom(command('undo', 'undo'), command('redo', 'redo')) },
  { weight: 2, arbitrary: fc.constantFrom(elsewhere, save) },
  { weight: 2, arbitrary: fc.constantFrom(close, open, drawAnew) },
);

describe('edits of ours between a person’s and another program’s, in VS Code', () => {
  beforeEach(resetWorkspace);
  after(resetWorkspace);

  it('change what they say and nothing else, or are refused and change nothing', async function () {
    this.timeout(240_000);
    const done = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async steps => {
        await resetWorkspace();
        await show(EPIC);
        await draw();
        known = onDisk();
        for (const { name, run } of steps) {
          const end = await run();
          if (opened()?.isDirty !== true) {
            await caughtUp();
            known = onDisk();
          }
          if (end === 'done') done.add(name.split(' ')[0] ?? '');
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
    // Chance may leave one or the other out, but not most.
    const kinds = ['tick', 'untick', 'move', 'measure', 'type', 'undo', 'another', 'save'];
    assert.ok(kinds.filter(kind => done.has(kind)).length >= 5, [...done].join());
  });
});
