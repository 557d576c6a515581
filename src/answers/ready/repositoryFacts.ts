import type { ChecklistItem, EvidenceLink } from '../../model/checklist.ts';
import type { EpicFile } from '../../model/epic.ts';
import { candidatePaths, isRelative } from './evidencePath.ts';

/** What the items of an epic ask of the repository. The lens looks it up, so that the answer itself stays pure. */
export interface ReadinessQuestions {
  /** Paths of which existence is asked. */
  readonly paths: ReadonlySet<string>;
  /** Paths whose text is asked. */
  readonly texts: ReadonlySet<string>;
  /** Paths of which is asked whether git tracks them. */
  readonly tracked: ReadonlySet<string>;
  readonly commits: ReadonlySet<string>;
  readonly tags: boolean;
  /** Globs of `changed` proofs. */
  readonly changed: ReadonlySet<string>;
  /** Texts of `absent` proofs. */
  readonly absent: ReadonlySet<string>;
}

/** The lens's answers. What is absent from a set does not exist; what is absent from a map could not be told. */
export interface RepositoryEvidence {
  readonly paths: ReadonlySet<string>;
  readonly texts: ReadonlyMap<string, string>;
  /** Paths that exist but are too large to look into. */
  readonly tooLarge: ReadonlySet<string>;
  readonly tracked: ReadonlySet<string>;
  /** A shallow clone: commits and tags that are not here may exist all the same. */
  readonly shallow: boolean;
  readonly commits: ReadonlySet<string>;
  readonly tags: readonly string[];
  readonly tickets: ReadonlySet<string>;
  /** Whether a commit linked to the epic touches the glob. */
  readonly changed: ReadonlyMap<string, boolean>;
  /** Whether no tracked file holds the text. */
  readonly absent: ReadonlyMap<string, boolean>;
  /** Paths that changed after they were ticked off, by where the item's box starts. */
  readonly changedSinceTick: ReadonlyMap<number, readonly string[]>;
}

/** Collects what `readinessOf` will need for this file. */
export function questionsOf(file: EpicFile): ReadinessQuestions {
  const paths = new Set<string>();
  const texts = new Set<string>();
  const tracked = new Set<string>();
  const commits = new Set<string>();
  const changed = new Set<string>();
  const absent = new Set<string>();
  let tags = false;
  for (const item of file.epic?.gates.flatMap(gate => gate.items) ?? []) {
    for (const link of item.evidence) {
      for (const path of evidencePaths(file, link)) {
        paths.add(path);
        if (link.anchor !== null) texts.add(path);
      }
      if (link.kind === 'commit') commits.add(link.target);
      if (link.kind === 'tag') tags = true;
    }
    const { proof } = item;
    if (proof?.kind === 'file' || proof?.kind === 'text') for (const path of proofPaths(item)) paths.add(path);
    if (proof?.kind === 'text') for (const path of proofPaths(item)) tracked.add(path);
    if (proof?.kind === 'tag') tags = true;
    if (proof?.kind === 'changed') changed.add(proof.glob);
    if (proof?.kind === 'absent') absent.add(proof.text);
  }
  return { paths, texts: new Set([...texts, ...tracked]), tracked, commits, tags, changed, absent };
}

/** Paths that an evidence link may mean; [] for other kinds and for paths that leave the repository. */
export function evidencePaths(file: EpicFile, link: EvidenceLink): readonly string[] {
  return link.kind === 'path' ? candidatePaths(file.path, link.target) : [];
}

/** A proof's path counts from the repository's root only. */
export function proofPaths(item: ChecklistItem): readonly string[] {
  const { proof } = item;
  if (proof?.kind !== 'file' && proof?.kind !== 'text') return [];
  return isRelative(proof.path) ? [] : candidatePaths('', proof.path);
}
