import type { Heading, Html } from 'mdast';
import type { Gate } from '../model/checklist.ts';
import type { Problem } from '../model/problem.ts';
import { BUILT_IN_GATES, isOver, STAGES, type Stage } from '../model/stage.ts';
import { checklistItem } from './checklistItem.ts';
import type { MarkdownTree } from './markdownTree.ts';
import { proofWritten } from './proof.ts';
import { isComment, nameOf, sectionsOf, tasksIn, wordsOf } from './sections.ts';
import type { SourceText } from './sourceText.ts';

/** Stages that a gate can lead out of. */
const GATED = STAGES.filter(stage => !isOver(stage));

/**
 * The gates of a file. A heading of the outermost level is a gate when it has one of the built-in names (case ignored), or
 * carries `<!-- gate: STAGE -->` in its line or in a comment right below, which wins. All tasks up to the next heading of
 * its rank belong to it, nested ones too, except those of a gate inside it.
 */
export function readGates(tree: MarkdownTree, source: SourceText, problems: Problem[]): readonly Gate[] {
  const sections = sectionsOf(tree, (heading, comments) => stageOf(heading, comments, tree, source, problems));
  return sections.map(({ subject, heading, content }) => {
    for (const node of content)
      if (node.type === 'html' && proofWritten(node.value) !== null)
        problems.push(
          source.problem('schema/invalid', tree.rangeOf(node), 'proof: belongs to no item; indent it below one'),
        );
    return {
      name: wordsOf(heading.children),
      stage: subject,
      heading: tree.rangeOf(heading),
      items: tasksIn(content, tree)
        .map(task => checklistItem(task, tree.boxOf(task) ?? 0, tree, source.path))
        .filter(item => item !== null),
    };
  });
}

function stageOf(
  heading: Heading,
  below: readonly Html[],
  tree: MarkdownTree,
  source: SourceText,
  problems: Problem[],
): Stage | null {
  const inLine = heading.children.filter(node => node.type === 'html');
  for (const node of [...inLine, ...below]) {
    const written = isComment(node.value) ? /^<!--\s*gate\s*:([\s\S]*?)-->/i.exec(node.value)?.[1] : undefined;
    if (written === undefined) continue;
    const stage = GATED.find(known => known === written.trim().toLowerCase());
    if (stage !== undefined) return stage;
    problems.push(source.problem('schema/invalid', tree.rangeOf(node), `gate: expected one of ${GATED.join(', ')}`));
  }
  return BUILT_IN_GATES.find(gate => gate.name.toLowerCase() === nameOf(heading))?.stage ?? null;
}
