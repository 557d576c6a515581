import type { ReadinessQuestions } from '../../answers/ready/repositoryFacts.ts';
import { ProblemError } from '../../model/problem.ts';
import type { LensPorts } from '../ports.ts';

/** What the work tree tells of the files that items point to. */
export interface EvidenceFiles {
  readonly paths: ReadonlySet<string>;
  readonly texts: ReadonlyMap<string, string>;
  /** Paths that exist but are too large to look into. */
  readonly tooLarge: ReadonlySet<string>;
}

/** Looks up which paths exist, and reads those whose text is asked. Nothing of git. */
export async function evidenceFiles(
  ports: LensPorts,
  root: string,
  asked: Pick<ReadinessQuestions, 'paths' | 'texts'>,
): Promise<EvidenceFiles> {
  const paths = new Set<string>();
  const texts = new Map<string, string>();
  const tooLarge = new Set<string>();
  for (const path of asked.paths) if (await ports.files.exists(root, path)) paths.add(path);
  for (const path of asked.texts) {
    const text = paths.has(path) ? await readText(ports, root, path) : null;
    if (text === 'tooLarge') tooLarge.add(path);
    else if (text !== null) texts.set(path, text.text);
  }
  return { paths, texts, tooLarge };
}

/** A folder has no text to look into. */
async function readText(ports: LensPorts, root: string, path: string): Promise<{ text: string } | 'tooLarge' | null> {
  try {
    return await ports.files.read(root, path);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code === 'file/too-large' ? 'tooLarge' : null;
    throw error;
  }
}
