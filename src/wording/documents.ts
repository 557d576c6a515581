import type { DocumentKind, TemplateName, TemplateProblem } from '../model/documents.ts';

/** What a document is called, and what it is for. The name stands in the epic's list too. */
export const DOCUMENT_TEXT: Readonly<Record<DocumentKind, { readonly title: string; readonly use: string }>> = {
  'decision-log': { title: 'Decision log', use: 'what was decided and why, so that nobody has to decide it twice' },
  risks: { title: 'Risks', use: 'what could keep the outcome from happening, and what you would see first' },
  'kick-off': { title: 'Kick-off', use: 'why now, for whom, and the first step: one page before the work begins' },
  'launch-plan': { title: 'Launch plan', use: 'who gets it when, what you watch, and when you go back' },
  'post-launch-review': { title: 'Post-launch review', use: 'what you hoped for, what happened, and what you do now' },
  'product-thesis': { title: 'Product thesis', use: 'what you think is true, and what would prove you wrong' },
};

/** What a template makes. */
export function templateTitle(name: TemplateName): string {
  return name === 'epic' ? 'Epic' : DOCUMENT_TEXT[name].title;
}

/** What is odd about the team's template at `path`, as sentences. */
export function templateText(path: string, problems: readonly TemplateProblem[]): string {
  return [`The template ${path} was used as it is.`, ...problems.map(problemSentence)].join(' ');
}

function problemSentence(problem: TemplateProblem): string {
  switch (problem.kind) {
    case 'placeholder':
      return `Nothing fills {{${problem.name}}}.`;
    case 'gates':
      return `It has no gate like ${listed(problem.names)}. Was that meant?`;
    case 'emptyGates':
      return `Without an item a gate is never met: ${problem.names.join(', ')}.`;
    case 'key':
      return 'Its front matter does not take the key: write "key: {{key}}" there.';
  }
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}
