import type { ChecklistItem } from '../model/checklist.ts';
import type { RepositoryFacts } from '../model/branch.ts';
import type { EpicFile, OutcomesFolder } from '../model/epic.ts';
import { ProblemError } from '../model/problem.ts';
import type { RevisedBelief, WrittenActual } from '../model/ports/epicEditsPort.ts';
import { applyEdits, type TextEdit } from '../model/textRange.ts';
import { proposalFromBranch } from '../model/text/branchName.ts';
import { isEpicKey } from '../model/text/ticketKeys.ts';
import { createEpicMoves, made, type EpicMoves } from './epicMoves.ts';
import type { LensPorts } from './ports.ts';
import { teamTemplate, type UsedTemplate } from './teamTemplate.ts';

/** A new epic file; `template` is the team's own, where it was used. */
export interface EpicDraft {
  readonly path: string;
  readonly text: string;
  readonly template: UsedTemplate | null;
}

/** Prepares changes to epic files. The face applies them through its editor, so that undo works and nothing is overwritten. */
export interface EpicWriter extends EpicMoves {
  /** A key and a title for a new epic, from the words of the branch; both may be ''. */
  propose(): Promise<{ key: string; title: string }>;
  /** Path and text of a new epic file. Rejects with `file/exists` or `epic/duplicate-key` rather than write over one. */
  draft(key: string, title: string, tickets: readonly string[]): Promise<EpicDraft>;
  /**
   * The edit that ticks or unticks `item` of `file` in the file's text of now, which it returns too. The item is found
   * again by gate, words and position when the text changed meanwhile. Rejects with `file/changed-underneath` when it
   * cannot be found beyond doubt.
   */
  tick(file: EpicFile, item: ChecklistItem, ticked: boolean): Promise<{ text: string; edit: TextEdit }>;
  /** The edit that adds a measured value to a measure, by its place. Rejects as `moveTo`. */
  measure(path: string, measure: number, value: number, on: string): Promise<{ text: string; edit: TextEdit | null }>;
  /** The edit that writes down what became of the outcome. Rejects as `moveTo`. */
  review(path: string, actual: WrittenActual): Promise<{ text: string; edit: TextEdit | null }>;
  /** The edit that notes when an early sign was seen, by its place. Rejects as `moveTo`. */
  signSeen(path: string, sign: number, on: string): Promise<{ text: string; edit: TextEdit | null }>;
  /** The edit that writes down a new look at a belief, by its place. Rejects as `moveTo`. */
  revisit(path: string, belief: number, revised: RevisedBelief): Promise<{ text: string; edit: TextEdit | null }>;
  /** The same draft under a key result; unchanged where the team's template is so written that no plain edit does it. */
  draftUnder(draft: EpicDraft, keyResult: string): Promise<EpicDraft>;
  /** The edit that lists `ticket` in an epic file; null when it is listed already. */
  addTicket(path: string, ticket: string): Promise<{ text: string; edit: TextEdit | null }>;
}

export function createEpicWriter(
  ports: LensPorts,
  root: string,
  snapshot: () => Promise<{ readonly facts: RepositoryFacts; readonly outcomes: OutcomesFolder }>,
): EpicWriter {
  async function textOf(path: string): Promise<string> {
    const file = await ports.files.read(root, path);
    if (file === null) throw new ProblemError({ code: 'epic/not-found', file: path });
    return file.text;
  }

  return {
    ...createEpicMoves(ports, textOf, snapshot),

    async propose() {
      const { head, main } = (await snapshot()).facts;
      if (head.kind === 'detached' || head.ref === main?.ref) return { key: '', title: '' };
      const named = head.facts.key === null ? proposalFromBranch(head.ref) : head.facts.words.join(' ');
      const key = named
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
        .slice(0, 40);
      return { key, title: named.slice(0, 1).toUpperCase() + named.slice(1) };
    },

    async draft(key, title, tickets) {
      if (!isEpicKey(key)) throw new ProblemError({ code: 'ticket/invalid-key', detail: key.slice(0, 80) });
      const { outcomes } = await snapshot();
      const twin = outcomes.epics.find(({ epic }) => epic?.key.toUpperCase() === key.toUpperCase());
      if (twin !== undefined) throw new ProblemError({ code: 'epic/duplicate-key', file: twin.path, detail: key });
      const folder = ports.outcomesFolder();
      const path = `${folder}/${ports.epics.fileName(key, title)}`;
      if (await ports.files.exists(root, path)) throw new ProblemError({ code: 'file/exists', file: path });
      const [documents, template] = await Promise.all([ports.epics.documents(), teamTemplate(ports, root, 'epic')]);
      const text = documents.newEpic({ key, title, tickets, reviews: [] }, template?.text ?? null);
      return { path, text, template };
    },

    async tick(file, item, ticked) {
      const text = await textOf(file.path);
      const box = text === file.text ? item.box.start : findAgain(ports, file, item, text);
      const edit = box === null ? null : ports.epics.tick(text, box, ticked);
      if (edit === null) throw new ProblemError({ code: 'file/changed-underneath', file: file.path });
      return { text, edit };
    },

    async measure(path, measure, value, on) {
      const text = await textOf(path);
      const edits = await ports.epics.edits();
      return { text, edit: made(path, edits.addMeasurement(text, measure, { on, value }), '"measured"') };
    },

    async review(path, actual) {
      const text = await textOf(path);
      const edits = await ports.epics.edits();
      return { text, edit: made(path, edits.setActual(text, actual), '"actual"') };
    },

    async signSeen(path, sign, on) {
      const text = await textOf(path);
      const edits = await ports.epics.edits();
      return { text, edit: made(path, edits.markSignSeen(text, sign, on), '"seen"') };
    },

    async revisit(path, belief, revised) {
      const text = await textOf(path);
      const edits = await ports.epics.edits();
      return { text, edit: made(path, edits.reviseBelief(text, belief, revised), '"beliefs"') };
    },

    async draftUnder(draft, keyResult) {
      const edit = (await ports.epics.edits()).setKeyResult(draft.text, keyResult);
      return edit === null ? draft : { ...draft, text: applyEdits(draft.text, [edit]) };
    },

    async addTicket(path, ticket) {
      const text = await textOf(path);
      const edits = await ports.epics.edits();
      return { text, edit: edits.addTicket(text, ticket) };
    },
  };
}

/** Offset of the same item's box in a newer text; null unless exactly one item of the same gate has the same words. */
function findAgain(ports: LensPorts, before: EpicFile, item: ChecklistItem, text: string): number | null {
  const gate = before.epic?.gates.find(candidate => candidate.items.includes(item));
  const now = ports.epics.parseEpic({ path: before.path, text, origin: before.origin, unsaved: before.unsaved });
  const gates = now.epic?.gates.filter(candidate => candidate.name === gate?.name) ?? [];
  const same = gates.flatMap(candidate => candidate.items).filter(candidate => candidate.text === item.text);
  return same.length === 1 ? (same[0]?.box.start ?? null) : null;
}
