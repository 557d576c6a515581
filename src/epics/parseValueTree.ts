import type { KeyResult, Objective, ValueTree } from '../model/epic.ts';
import type { Problem } from '../model/problem.ts';
import { readBySchema } from './readBySchema.ts';
import { readYaml } from './readYaml.ts';
import { valueTreeSchema } from './schema/valueTreeSchema.ts';
import { createSourceText, inOrder } from './sourceText.ts';

/** Reads `value-tree.yaml`. null (no such file) is an empty tree; a title that is missing is the id. */
export function parseValueTree(path: string, text: string | null): ValueTree {
  if (text === null) return { objectives: [], problems: [] };
  const problems: Problem[] = [];
  const source = createSourceText(path, text);
  const content = readYaml(source, { start: 0, end: text.length }, problems);
  const data = readBySchema(valueTreeSchema, content, source, problems);
  const objectives = (data?.objectives ?? []).map(({ id, title, keyResults }): Objective => ({
    id: String(id),
    title: title ?? String(id),
    keyResults: (keyResults ?? []).map((result): KeyResult => ({
      id: String(result.id),
      title: result.title ?? String(result.id),
      unit: result.unit ?? null,
      baseline: result.baseline ?? null,
      target: result.target ?? null,
      by: result.by ?? null,
    })),
  }));
  return { objectives, problems: inOrder(problems) };
}
