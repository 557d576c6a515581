import type { Try } from '../model/epic.ts';
import { FIGURE_GROUPS, type Figure, type FigureGroup } from '../model/flow/figure.ts';
import type { FlowAnswer } from '../model/flow/flow.ts';
import type { FocusMetric } from '../model/flow/focus.ts';
import { dayLabel } from '../wording/dates.ts';
import { qualityLines } from '../wording/figures/dataQuality.ts';
import { FIGURE_GROUP_TITLES } from '../wording/figures/figure.ts';
import { figuresOf } from '../wording/figures/figures.ts';
import { flowNotices, windowLabel } from '../wording/flow.ts';
import { FOCUS_TEXT } from '../wording/focus.ts';
import { ASKED_QUESTIONS, READING_RULES } from '../wording/retrospective.ts';
import { escaped, figureMarkdown } from './markdown.ts';
import { untold, untoldLine } from './untold.ts';

export interface Retrospective {
  /** `2026-11`. */
  readonly month: string;
  readonly team: string | null;
  readonly windowLabel: string;
  readonly notices: readonly string[];
  readonly quality: readonly { readonly label: string; readonly count: number; readonly of: number }[];
  readonly figures: readonly Figure[];
  readonly focus: readonly FocusMetric[];
  readonly tries: readonly Try[];
  /** Path of a figure's picture from the document, by the figure's id; without one the figure carries its table. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** What an answer has for the document. */
export function retrospectiveOf(answer: Extract<FlowAnswer, { state: 'shown' }>): Omit<Retrospective, 'pictures'> {
  return {
    month: answer.month,
    team: answer.teamName,
    windowLabel: windowLabel(answer.window),
    notices: flowNotices(answer),
    quality: qualityLines(answer.quality),
    figures: figuresOf(answer),
    focus: answer.focus,
    tries: answer.tries,
  };
}

/** The document that a team fills in together: what the figures rest on, the figures, the questions, room for what to try. */
export function retrospectiveMarkdown(about: Retrospective): string {
  const { figures } = about;
  const pinned = about.focus.flatMap(metric => figures.filter(({ focus }) => focus === metric).slice(0, 1));
  const rest = figures.filter(figure => !pinned.includes(figure) && figure.withheld === '');
  const reasons = untold(figures.filter(figure => !pinned.includes(figure)));
  return `${[
    `# Retrospective ${about.month}${about.team === null ? '' : `: ${escaped(about.team)}`}`,
    about.windowLabel,
    ...about.notices.map(notice => `> ${escaped(notice)}`),
    list(READING_RULES),
    '## What the figures rest on',
    list(about.quality.map(({ label, count, of }) => `${label}: ${count} of ${of}`)),
    '## What we tried',
    about.tries.length === 0
      ? 'Nothing is written down in `team.yaml` under `tries`.'
      : about.tries.map(triedLine).join('\n'),
    ...(pinned.length === 0 ? [] : ['## Focus', ...pinned.flatMap(figure => focusParts(figure, about.pictures))]),
    ...FIGURE_GROUPS.flatMap(group => groupParts(group, rest, about.pictures)),
    ...(reasons.length === 0 ? [] : ['## What cannot be told here yet', list(reasons.map(untoldLine))]),
    '## Questions that only we can answer',
    ASKED_QUESTIONS.map(({ about: topic, question }) => `- **${topic}.** ${escaped(question)}`).join('\n'),
    '## What we decide to try',
    'One or two things, and how we would see that they help. Write them under `tries` in `team.yaml`, and they appear as marked lines next month.',
    '- \n- ',
    'Which three to five input metrics do we look at next month?',
    '- ',
  ].join('\n\n')}\n`;
}

function groupParts(group: FigureGroup, figures: readonly Figure[], pictures: Retrospective['pictures']): string[] {
  const members = figures.filter(figure => figure.group === group);
  if (members.length === 0) return [];
  return [`## ${FIGURE_GROUP_TITLES[group]}`, ...members.map(figure => part(figure, pictures))];
}

function focusParts(figure: Figure, pictures: Retrospective['pictures']): string[] {
  const text = figure.focus === null ? null : FOCUS_TEXT[figure.focus];
  return [part(figure, pictures), ...(text === null ? [] : [`**To reflect on:** ${escaped(text.reflection)}`])];
}

function part(figure: Figure, pictures: Retrospective['pictures']): string {
  return figureMarkdown(figure, { level: 3, picture: pictures.get(figure.id) ?? null, withMethod: false });
}

function triedLine({ on, text, outcome }: Try): string {
  return `- ${dayLabel(on)}: ${escaped(text)}${outcome === null ? ' — what became of it?' : ` — ${escaped(outcome)}`}`;
}

function list(lines: readonly string[]): string {
  return lines.map(line => `- ${escaped(line)}`).join('\n');
}
