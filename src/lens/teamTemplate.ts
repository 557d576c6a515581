import type { TemplateName, TemplateProblem } from '../model/documents.ts';
import type { LensPorts } from './ports.ts';

/** A team's own template, and what is odd about it. */
export interface UsedTemplate {
  /** Inside the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly problems: readonly TemplateProblem[];
}

export function templatePath(ports: LensPorts, name: TemplateName): string {
  return `${ports.outcomesFolder()}/templates/${name}.md`;
}

/** null where the team has none of its own. */
export async function teamTemplate(ports: LensPorts, root: string, name: TemplateName): Promise<UsedTemplate | null> {
  const path = templatePath(ports, name);
  const file = await ports.files.read(root, path);
  if (file === null) return null;
  return { path, text: file.text, problems: (await ports.epics.documents()).check(name, file.text) };
}
