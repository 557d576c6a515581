import { createEpics } from '../../../src/epics/openEpics.ts';
import type { ChecklistItem } from '../../../src/model/checklist.ts';
import type { Epic, EpicFile } from '../../../src/model/epic.ts';

export const epics = createEpics();

/** Parses a text as `outcomes/PAY-100-guest-checkout.md`. */
export function read(text: string, path = 'outcomes/PAY-100-guest-checkout.md'): EpicFile {
  return epics.parseEpic({ path, text, origin: 'file', unsaved: false });
}

/** The epic of a text; fails when there is none. */
export function epicOf(text: string, path?: string): Epic {
  const { epic } = read(text, path);
  if (epic === null) throw new Error('no epic');
  return epic;
}

/** The epic of a file with this front matter. */
export function withFrontMatter(yaml: string): EpicFile {
  return read(`---\nkey: PAY-100\n${yaml}\n---\n# Guest checkout\n`);
}

/** What stands at the ranges of the problems, with their codes. */
export function problemsOf(file: EpicFile): string[] {
  return file.problems.map(({ code, range }) => `${code} ${file.text.slice(range?.start, range?.end)}`);
}

/** The only item of a file with this task. */
export function itemOf(task: string): ChecklistItem {
  const items = epicOf(`## Ready to build\n\n${task}\n`).gates[0]?.items ?? [];
  if (items.length !== 1 || items[0] === undefined) throw new Error(`${items.length} items`);
  return items[0];
}
