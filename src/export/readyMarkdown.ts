import type { EvidenceLink } from '../model/checklist.ts';
import { hasAnticipatedOutcome } from '../model/outcome.ts';
import type { GateReadiness, ItemReadiness, Readiness, ReadyAnswer } from '../model/ready.ts';
import { placesIn } from '../model/textRange.ts';
import {
  answerSentences,
  countNotMet,
  gateSummary,
  NO_ANSWER,
  stateLabel,
  stateReason,
  verdictLabel,
} from '../wording/ready.ts';
import { encodedPath } from './plain.ts';
import { code, link, words } from './readyMarkdownText.ts';

/** A forge refuses a comment of more than 65,536 characters; what does not fit stands in the epic file. */
const MOST_CHARACTERS = 60_000;
const MOST_ITEMS = 40;
const MOST_LINKS = 5;

export interface ReadyMarkdownOptions {
  /** The epic and the gate that were asked about by name; null for those of the branch and its stage. */
  readonly epic: string | null;
  readonly gate: string | null;
  /** null for no links to the repository's files. */
  readonly links: RepositoryLinks | null;
}

export interface RepositoryLinks {
  /** Where the files can be read: what stands before a slash and a file's path. */
  readonly base: string;
  /** The file or folder that a tick's evidence means; null when it is not there. */
  readonly find: (target: string) => string | null;
}

/**
 * Readiness as a comment on a pull or merge request. Its first line is a marker that only depends on what was asked, so that a
 * script finds its own comment and writes it anew. No words of the repository mention anybody, or become HTML or a command: no
 * line begins with them.
 */
export function readyMarkdown(answer: ReadyAnswer, options: ReadyMarkdownOptions): string {
  const ready = answer.value;
  const [first = '', ...more] = answerSentences(answer).map(sentence => words(sentence));
  const asked = [options.epic, options.gate].filter(part => part !== null).map(encodedPath);
  const head = [`<!-- ${['outcome-lens:ready', ...asked].join(' ')} -->`];
  if (ready === null) return [...head, '### Readiness', `**${NO_ANSWER}.** ${first}`, ...more].join('\n\n');
  return joined([
    ...head,
    `### ${title(ready)}`,
    `**${verdictLabel(ready)}.** ${first}`,
    ...more,
    outcomeText(ready),
    ...ready.asked.flatMap(gate => gateParts(gate, ready, options)),
    ...earlierParts(ready, options),
  ]);
}

function title({ epic: { epic } }: Readiness): string {
  return epic === null ? 'Readiness' : `${words(epic.title)}${epic.key === epic.title ? '' : ` (${words(epic.key)})`}`;
}

function outcomeText({ epic: { epic } }: Readiness): string {
  const outcome = epic?.outcome ?? null;
  return hasAnticipatedOutcome(outcome) ? `> ${words(outcome.statement)}` : '*No anticipated outcome is written yet.*';
}

function gateParts(gate: GateReadiness, ready: Readiness, options: ReadyMarkdownOptions): string[] {
  const open = gate.items.filter(({ met }) => !met);
  const met = gate.items.filter(item => item.met);
  return [
    `#### ${words(gate.gate.name)}: ${words(gateSummary(gate))}`,
    ...(open.length > 0 ? [list(open, ready, options)] : []),
    ...(met.length > 0 ? [folded(`${met.length} met`, list(met, ready, options))] : []),
  ];
}

/** They change nothing about the answer, so they are folded. */
function earlierParts(ready: Readiness, options: ReadyMarkdownOptions): string[] {
  const gates = ready.earlierOpen;
  const { open, unknown } = countNotMet(gates);
  if (open + unknown === 0) return [];
  const lists = gates.map(({ gate, items }) => {
    const notMet = items.filter(({ met }) => !met);
    return `**${words(gate.name)}**\n\n${list(notMet, ready, options)}`;
  });
  const counts = [
    ...(open > 0 ? [`${open} still open from earlier stages`] : []),
    ...(unknown > 0 ? [`${unknown} ${open > 0 ? '' : 'from earlier stages '}cannot be checked here`] : []),
  ];
  return [folded(counts.join(', '), lists.join('\n\n'))];
}

function folded(summary: string, text: string): string {
  return `<details><summary>${summary}</summary>\n\n${text}\n\n</details>`;
}

/** Items with a box each, ticked where they are met, as a forge counts them. */
export function checklist(items: readonly ItemReadiness[], ready: Readiness): string {
  return list(items, ready, { links: null }, ({ met }) => (met ? '[x] ' : '[ ] '));
}

function list(
  items: readonly ItemReadiness[],
  ready: Readiness,
  options: Pick<ReadyMarkdownOptions, 'links'>,
  box: (item: ItemReadiness) => string = () => '',
): string {
  const places = placesIn(ready.epic.text);
  const more = items.length - MOST_ITEMS;
  return [
    ...items
      .slice(0, MOST_ITEMS)
      .map(item => box(item) + itemText(item, places(item.item.box.start).line, ready, options)),
    ...(more > 0 ? [`*${more} more in the epic file*`] : []),
  ]
    .map(text => `- ${text}`)
    .join('\n');
}

function itemText(
  judged: ItemReadiness,
  line: number,
  ready: Readiness,
  { links }: Pick<ReadyMarkdownOptions, 'links'>,
): string {
  const { item, state, reasons } = judged;
  // Evidence is listed below with its links.
  const why = reasons
    .filter(({ code: reason }) => reason !== 'evidenceResolves' && reason !== 'urlNotFetched')
    .map(reason => words(stateReason(reason, judged)));
  const evidence = item.evidence.slice(0, MOST_LINKS).map(one => evidenceText(one, links));
  if (item.evidence.length > MOST_LINKS) evidence.push(`${item.evidence.length - MOST_LINKS} more`);
  const { path } = ready.epic;
  const place =
    links === null
      ? `${code(path)}, line ${line}`
      : link(`line ${line}`, `${fileAddress(links, path)}?plain=1#L${line}`);
  return [
    `**${words(item.text === '' ? 'An item without words' : item.text)}** (${place}): ${stateLabel(state)}.`,
    ...why,
    ...(evidence.length === 0 ? [] : [`Evidence: ${evidence.join(', ')}.`]),
  ].join(' ');
}

function evidenceText({ kind, target, anchor, label }: EvidenceLink, links: RepositoryLinks | null): string {
  if (kind === 'url') return /^https?:\/\//i.test(target) ? link(label, target) : code(target);
  const written = anchor === null ? target : `${target}#${anchor}`;
  const path = kind === 'path' ? (links?.find(target) ?? null) : null;
  if (path === null || links === null) return code(written);
  return link(written, `${fileAddress(links, path)}${anchor === null ? '' : `#${encodedPath(anchor)}`}`);
}

function fileAddress({ base }: RepositoryLinks, path: string): string {
  return `${base}/${encodedPath(path)}`;
}

/** As much as a forge takes. */
function joined(parts: readonly string[]): string {
  let text = '';
  for (const part of parts) {
    if (text.length + part.length > MOST_CHARACTERS) return `${text}*The rest stands in the epic file.*`;
    text += `${part}\n\n`;
  }
  return text.trimEnd();
}
