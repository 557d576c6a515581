import * as z from 'zod/mini';
import type { GateReadiness, ItemReadiness, Readiness, ReadyAnswer } from '../model/ready.ts';
import { placesIn } from '../model/textRange.ts';
import { answerSentences, gateSummary, NO_ANSWER, stateLabel, stateReason, verdictLabel } from '../wording/ready.ts';
import { ArgumentError, optionalFlag, optionalText, optionalWhole, pageArgument } from './arguments.ts';
import { named, seen } from './data.ts';
import { createTool } from './tool.ts';

/** An item's words in a list; asked for by its line it is told in full. */
const MOST_CHARACTERS = 160;

export const readinessTool = createTool({
  name: 'readiness',
  title: 'Readiness: what is left to do',
  description:
    "The definition of done of an epic: the gate of its stage, which items are met and which are open, each with its line in the epic's file. Read it before calling work done. Read-only; answers stay below 400 tokens.",
  schema: z.strictObject({
    epic: optionalText("an epic's key, one of its tickets, or its file's path, instead of the current branch's epic"),
    gate: optionalText("a gate's name, such as Definition of done, instead of those of the epic's stage"),
    strict: optionalFlag('true: a tick without evidence does not count'),
    line: optionalWhole('the line of one item, to read it in full with its reasons and evidence', 1, 1_000_000),
    page: pageArgument(),
  }),
  async answer({ epic, gate, strict, line }, repository, signal) {
    const request = { epic: epic ?? null, gate: gate ?? null, strict: strict ?? false };
    const answer = await repository.ready(request, signal);
    const ready = answer.value;
    if (line !== undefined) return { head: `The item on line ${line}.`, body: itemLines(ready, line), more: '' };
    return {
      head: `Readiness: ${ready === null ? NO_ANSWER : verdictLabel(ready)}.`,
      body: readyLines(answer),
      more: ready === null ? '' : 'More: line with the number behind L gives an item in full.',
    };
  },
});

function readyLines(answer: ReadyAnswer): string[] {
  const ready = answer.value;
  const sentences = answerSentences(answer).flatMap(sentence => named('answer', sentence));
  if (ready === null) return sentences;
  const { epic, path } = ready.epic;
  const lineOf = linesOf(ready);
  return [
    ...named('epic', `${epic?.key ?? ''}: ${epic?.title ?? ''} (${path})`, MOST_CHARACTERS),
    ...sentences,
    ...ready.asked.flatMap(gate => gateLines('gate', gate, lineOf)),
    ...ready.earlierOpen.flatMap(gate => gateLines('gate of an earlier stage', gate, lineOf)),
  ];
}

/** A gate and what of it is not met, the line of each in the epic's file first. */
function gateLines(name: string, gate: GateReadiness, lineOf: (item: ItemReadiness) => number): string[] {
  const open = gate.items.filter(({ met }) => !met);
  return [
    ...named(name, `${gate.gate.name}: ${gateSummary(gate)}`),
    ...open.flatMap(item => named(`L${lineOf(item)} ${stateLabel(item.state)}`, wordsOf(item), MOST_CHARACTERS)),
  ];
}

function itemLines(ready: Readiness | null, line: number): string[] {
  const lineOf = ready === null ? () => 0 : linesOf(ready);
  const item = ready?.gates.flatMap(({ items }) => items).find(candidate => lineOf(candidate) === line);
  if (item === undefined)
    throw new ArgumentError(`no item of a gate begins on line ${line}; ask without "line" for those that are open.`);
  return [
    ...named(stateLabel(item.state), wordsOf(item)),
    ...item.reasons.flatMap(reason => named('reason', stateReason(reason, item))),
    ...item.item.evidence.flatMap(({ target, anchor }) =>
      named('evidence', anchor === null ? target : `${target}#${anchor}`),
    ),
  ];
}

function linesOf({ epic }: Readiness): (item: ItemReadiness) => number {
  const places = placesIn(epic.text);
  return ({ item }) => places(item.box.start).line;
}

function wordsOf({ item }: ItemReadiness): string {
  const words = seen(item.text);
  return words === '' ? 'an item without words' : words;
}
