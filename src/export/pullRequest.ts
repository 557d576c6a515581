import type { BranchChanges } from '../model/branchChanges.ts';
import { hasAnticipatedOutcome } from '../model/outcome.ts';
import type { ItemReadiness, ReadyAnswer } from '../model/ready.ts';
import { withoutPeople } from '../model/text/withoutPeople.ts';
import type { BranchWhy, WhyAnswer } from '../model/why.ts';
import {
  benefitsText,
  commitsText,
  measureText,
  NO_OUTCOME_YET,
  NOT_ALL_COMMITS,
  SECTION_TITLES,
  type RequestSectionKind,
} from '../wording/pullRequest.ts';
import { answerSentences, gateSummary, verdictLabel } from '../wording/ready.ts';
import { checklist } from './readyMarkdown.ts';
import { words } from './readyMarkdownText.ts';
import { fillTemplate } from './requestTemplate.ts';

export interface PullRequestInputs {
  readonly why: WhyAnswer;
  readonly changes: BranchChanges;
  readonly ready: ReadyAnswer;
}

/** A part of a pull request's description, without its heading. */
export interface RequestSection {
  readonly kind: RequestSectionKind;
  readonly text: string;
}

/** An outcome is a sentence or two; it is the first thing that a reviewer reads, so it stands whole. */
const LONGEST_OUTCOME = 2000;
const MOST_TICKETS = 40;
const SPEAKS_OF_TESTS = /\b(?:tests?|tested|testing|qa)\b/i;

/**
 * The description of a pull or merge request: first why, then what changed by ticket, last what is ready. It leaves the screen,
 * so it holds no subject of a commit and nobody's name. `template` is the team's own text, which is filled; null for none.
 */
export function pullRequest(inputs: PullRequestInputs, template: string | null): string {
  const sections = requestSections(inputs);
  if (template !== null) return fillTemplate(template, sections);
  // The list of what is ready holds what speaks of tests too.
  const shown = sections.filter(({ kind }) => kind !== 'testing');
  return `${shown.map(({ kind, text }) => `## ${SECTION_TITLES[kind]}\n\n${text}`).join('\n\n')}\n`;
}

/** Those of which something can be said, in their order. */
function requestSections({ why, changes, ready }: PullRequestInputs): readonly RequestSection[] {
  const parts: readonly (readonly [RequestSectionKind, string])[] = [
    ['why', why.value === null ? '' : whyText(why.value)],
    ['changes', changesText(changes)],
    ['testing', testingText(ready)],
    ['readiness', readinessText(ready)],
  ];
  return parts.filter(([, text]) => text !== '').map(([kind, text]) => ({ kind, text }));
}

function whyText({ ticket, epic: file, keyResult, objective }: BranchWhy): string {
  const epic = file?.epic ?? null;
  const outcome = epic?.outcome ?? null;
  if (epic === null && ticket === null) return '';
  const has = hasAnticipatedOutcome(outcome);
  const facts = [
    ...(has && outcome.benefits.length > 0 ? [`**Who benefits:** ${benefitsText(outcome.benefits)}`] : []),
    ...(keyResult === null ? [] : [`**Key result:** ${named(keyResult.id, keyResult.title)}`]),
    ...(objective === null ? [] : [`**Objective:** ${named(objective.id, objective.title)}`]),
    ...(has ? outcome.measures : []).map(measure => {
      const goal = measureText(measure);
      return `**Measured by:** ${said(measure.name)}${goal === '' ? '' : `, ${words(goal)}`}`;
    }),
    ...(epic === null ? [] : [`**Epic:** ${named(epic.key, epic.title)}`]),
    ...(ticket === null || ticket.key === epic?.key ? [] : [`**Ticket:** ${words(ticket.key)}`]),
  ];
  const statement = has ? `> ${words(withoutPeople(outcome.statement), LONGEST_OUTCOME)}` : `*${NO_OUTCOME_YET}*`;
  return [statement, facts.map(fact => `- ${fact}`).join('\n')].filter(part => part !== '').join('\n\n');
}

function named(key: string, title: string): string {
  return key === title ? words(key) : `${words(key)} ${said(title)}`;
}

/** What a team wrote, without addresses and @mentions. */
function said(text: string): string {
  return words(withoutPeople(text));
}

function changesText({ byTicket, truncated }: BranchChanges): string {
  const lines = byTicket.slice(0, MOST_TICKETS).map(({ ticket, epic, commits }) => {
    const behind = epic === null || epic.key === ticket ? '' : ` (${named(epic.key, epic.title)})`;
    return `- ${ticket === null ? 'Without a ticket' : words(ticket)}: ${commitsText({ commits })}${behind}`;
  });
  const more = byTicket.length - MOST_TICKETS;
  if (more > 0) lines.push(`- ${more} more tickets`);
  return [lines.join('\n'), ...(truncated ? [`*${NOT_ALL_COMMITS}*`] : [])].filter(part => part !== '').join('\n\n');
}

function testingText({ value }: ReadyAnswer): string {
  if (value === null) return '';
  const items = value.asked.flatMap(gate => gate.items).filter(speaksOfTests);
  return items.length === 0 ? '' : checklist(items, value);
}

function speaksOfTests({ item }: ItemReadiness): boolean {
  return SPEAKS_OF_TESTS.test(item.text);
}

function readinessText(answer: ReadyAnswer): string {
  const { value } = answer;
  if (value === null) return '';
  const [first = '', ...more] = answerSentences(answer).map(sentence => words(sentence));
  const gates = value.asked
    .filter(({ items }) => items.length > 0)
    .map(gate => `**${words(gate.gate.name)}: ${words(gateSummary(gate))}**\n\n${checklist(gate.items, value)}`);
  return [`**${verdictLabel(value)}.** ${first}`.trimEnd(), ...more, ...gates].join('\n\n');
}
