import { checklistItem } from '../../epics/checklistItem.ts';
import { parseMarkdown } from '../../epics/markdownTree.ts';
import { tasksIn } from '../../epics/sections.ts';
import type { ChecklistItem } from '../../model/checklist.ts';
import type { TaskLine } from './outline.ts';

/** Longer items are left to the reader of the whole file. */
const MAX_ITEM = 4000;

/** One item, read as the epic's reader does, with ranges in the whole text; null when it is no task to the parser. */
export function readItem(text: string, task: TaskLine, file: string): ChecklistItem | null {
  const start = task.box - 1;
  if (task.range.end - start > MAX_ITEM) return null;
  // Whatever list, quote or depth it stands in, it reads as the only item of a list.
  const marker = '- ';
  const tree = parseMarkdown(marker + text.slice(start, task.range.end), 0);
  const [found] = tasksIn(tree.root.children, tree);
  const box = found === undefined ? null : tree.boxOf(found);
  const item = found === undefined || box === null ? null : checklistItem(found, box, tree, file);
  if (item === null) return null;
  const shift = start - marker.length;
  const moved = (range: ChecklistItem['range']) => ({ start: range.start + shift, end: range.end + shift });
  return {
    ...item,
    box: moved(item.box),
    range: moved(item.range),
    evidence: item.evidence.map(link => ({ ...link, range: moved(link.range) })),
  };
}
