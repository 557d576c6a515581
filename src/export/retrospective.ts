import type { Try } from '../model/epic.ts';
import { FIGURE_GROUPS, type Figure } from '../model/flow/figure.ts';
import type { FlowAnswer } from '../model/flow/flow.ts';
import type { FocusMetric } from '../model/flow/focus.ts';
import type { LearnAnswer } from '../model/learn/learn.ts';
import type { Problem } from '../model/problem.ts';
import { dayLabel } from '../wording/dates.ts';
import { qualityLines } from '../wording/figures/dataQuality.ts';
import { FIGURE_GROUP_TITLES } from '../wording/figures/figure.ts';
import { figuresOf } from '../wording/figures/figures.ts';
import { learnFigures, untoldLearnFigures, withLearnFigures } from '../wording/figures/learnFigures.ts';
import { flowNotices, windowLabel } from '../wording/flow.ts';
import { FOCUS_TEXT } from '../wording/focus.ts';
import { leaderQuestions, type LeaderQuestion } from '../wording/leaderQuestions.ts';
import { FLOOR_RULE, leftOutText, NO_CHANGE, NO_FOCUS, NO_PROMPT, READING_RULES } from '../wording/retrospective.ts';
import { scopeNote } from '../wording/scope.ts';
import { changesOf, type Change } from './changes.ts';
import { escaped, figureInBrief } from './markdown.ts';
import { untold, untoldLine } from './untold.ts';

/** Questions from figures that a team gets through in an hour, beside the leader's. */
const MOST_PROMPTS = 7;

export interface Retrospective {
  /** `2026-11`. */
  readonly month: string;
  readonly team: string | null;
  readonly windowLabel: string;
  /** What the type and the team leave out; '' for neither. */
  readonly scope: string;
  readonly notices: readonly string[];
  readonly quality: readonly { readonly label: string; readonly count: number; readonly of: number }[];
  readonly figures: readonly Figure[];
  readonly focus: readonly FocusMetric[];
  readonly tries: readonly Try[];
  readonly leader: readonly LeaderQuestion[];
  /** Why nothing is told of outcomes, and no question is the leader's; null where they could be read. */
  readonly untoldOutcomes: Problem | null;
  /** Path of a figure's picture from the document, by the figure's id; where there are none at all, figures carry tables. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** What the answers about flow and about outcomes have for the document; `learnt` may be why there is none of the latter. */
export function retrospectiveOf(
  answer: Extract<FlowAnswer, { state: 'shown' }>,
  learnt: LearnAnswer | Problem,
): Omit<Retrospective, 'pictures'> {
  const { focus, tries, own } = answer;
  const [told, problem] = 'code' in learnt ? [null, learnt] : [learnt, null];
  return {
    month: answer.month,
    team: answer.teamName,
    windowLabel: windowLabel(answer.window),
    scope: scopeNote(answer),
    notices: flowNotices(answer),
    quality: qualityLines(answer.quality),
    figures: withLearnFigures(
      figuresOf(answer),
      told === null ? untoldLearnFigures(problem) : learnFigures(told, answer),
    ),
    focus,
    tries,
    leader: told === null ? [] : leaderQuestions(told, { periods: own.featureFactory.periods, tries, focus }),
    untoldOutcomes: problem,
  };
}

/**
 * The document that a team fills in together. What fits in an hour comes first: the focus, what changed, questions, room for
 * what to try. All other figures follow in brief, to look things up.
 */
export function retrospectiveMarkdown(about: Retrospective): string {
  const { figures } = about;
  const pinned = about.focus.flatMap(metric => figures.filter(({ focus }) => focus === metric).slice(0, 1));
  const changes = changesOf(figures);
  const prompts = questionLines(figures, pinned, changes);
  return `${[
    `# Retrospective ${about.month}${about.team === null ? '' : `: ${escaped(about.team)}`}`,
    [about.windowLabel, escaped(about.scope)].filter(text => text !== '').join('. '),
    ...about.notices.map(notice => `> ${escaped(notice)}`),
    '## Focus',
    ...(pinned.length === 0 ? [NO_FOCUS] : pinned.flatMap(figure => focusParts(figure, about.pictures))),
    '## What changed',
    changes.length === 0 ? NO_CHANGE : changes.map(changeLine).join('\n'),
    '## Questions for the team',
    prompts.length === 0 ? NO_PROMPT : prompts.join('\n'),
    '## The leader’s questions',
    about.untoldOutcomes === null ? leaderMarkdown(about.leader) : escaped(leftOutText(about.untoldOutcomes)),
    '## What we tried, what we try next',
    about.tries.length === 0
      ? 'Nothing is written down in `team.yaml` under `tries`.'
      : about.tries.map(triedLine).join('\n'),
    'Next: one or two things, and how we would see that they help. Under `tries` in `team.yaml` they become marked lines.',
    '- \n- ',
    '## How to read this',
    list([...READING_RULES, FLOOR_RULE]),
    ...appendix(about, pinned),
  ].join('\n\n')}\n`;
}

function appendix({ figures, quality, pictures }: Retrospective, pinned: readonly Figure[]): string[] {
  const rest = figures.filter(figure => !pinned.includes(figure));
  const reasons = untold(rest);
  const proxies = [
    ...new Set(figures.flatMap(({ proxy, withheld }) => (withheld === '' && proxy !== '' ? proxy : []))),
  ];
  return [
    '## All figures',
    '### What they rest on',
    list(quality.map(({ label, count, of }) => `${label}: ${count} of ${of}`)),
    ...(proxies.length === 0 ? [] : ['What stands in for the real thing:', list(proxies)]),
    ...FIGURE_GROUPS.flatMap(group => {
      const members = rest.filter(figure => figure.group === group && figure.withheld === '');
      if (members.length === 0) return [];
      return [`### ${FIGURE_GROUP_TITLES[group]}`, ...members.map(figure => brief(figure, 4, pictures))];
    }),
    ...(reasons.length === 0 ? [] : ['### What cannot be told here yet', list(reasons.map(untoldLine))]),
  ];
}

/** Figures that stand out ask first; what is pinned has a question of its own. */
function questionLines(figures: readonly Figure[], pinned: readonly Figure[], changes: readonly Change[]): string[] {
  const standsOut = ({ title }: Figure): boolean => changes.some(change => change.title === title);
  const able = figures
    .filter(({ prompt, withheld }) => prompt !== '' && withheld === '')
    .filter(one => !pinned.includes(one));
  // Then the first figure of each group, the second of each, and so on: no group asks everything.
  const rank = (figure: Figure): number => able.filter(({ group }) => group === figure.group).indexOf(figure);
  const asking = able.toSorted((a, b) => Number(standsOut(b)) - Number(standsOut(a)) || rank(a) - rank(b));
  const different = asking.filter(({ prompt }, at) => asking.findIndex(other => other.prompt === prompt) === at);
  return different.slice(0, MOST_PROMPTS).map(({ title, prompt }) => question(title, prompt));
}

/** The leader's questions as a list. */
export function leaderMarkdown(questions: readonly LeaderQuestion[]): string {
  return questions.map(leaderLines).join('\n');
}

/** What is known stands below what is asked: the team's own answer comes first. */
function leaderLines({ about, asked, known }: LeaderQuestion): string {
  return [question(about, asked.join(' ')), ...known.map(line => `  - ${escaped(line)}`)].join('\n');
}

function question(about: string, text: string): string {
  return `- **${escaped(about)}.**${text === '' ? '' : ` ${escaped(text)}`}`;
}

/** A pinned figure, the team's question about it, and room for what it answers. */
function focusParts(figure: Figure, pictures: Retrospective['pictures']): string[] {
  const text = figure.focus === null ? null : FOCUS_TEXT[figure.focus];
  return [
    brief(figure, 3, pictures),
    ...(text === null ? [] : [`**To reflect on:** ${escaped(text.reflection)}`]),
    'What we see: ',
  ];
}

function brief(figure: Figure, level: number, pictures: Retrospective['pictures']): string {
  return figureInBrief(figure, { level, picture: pictures.get(figure.id) ?? null, withTable: pictures.size === 0 });
}

function changeLine({ title, text }: Change): string {
  return `- **${escaped(title)}.** ${escaped(text)}`;
}

function triedLine({ on, text, outcome }: Try): string {
  return `- ${dayLabel(on)}: ${escaped(text)}${outcome === null ? ' — what became of it?' : ` — ${escaped(outcome)}`}`;
}

function list(lines: readonly string[]): string {
  return lines.map(line => `- ${escaped(line)}`).join('\n');
}
