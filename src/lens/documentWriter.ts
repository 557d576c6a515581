import { candidatePaths } from '../answers/ready/evidencePath.ts';
import { dayIn } from '../model/calendarDay.ts';
import type { DocumentKind, DocumentValues, TemplateName } from '../model/documents.ts';
import type { EpicFile, OutcomesFolder } from '../model/epic.ts';
import { hasAnticipatedOutcome } from '../model/outcome.ts';
import type { TextEdit } from '../model/textRange.ts';
import type { LensPorts } from './ports.ts';
import { teamTemplate, templatePath, type UsedTemplate } from './teamTemplate.ts';

/** A change to a file that holds `text` now. */
interface FileChange {
  /** Inside the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly edit: TextEdit;
}

/** What has to be written for a document; the face does it, so that undo works and nothing is overwritten. */
export interface PreparedDocument {
  readonly path: string;
  /** The whole text of a new file; null where it is there already. */
  readonly created: string | null;
  /** The new entry of a decision log that is there already. */
  readonly entry: FileChange | null;
  /** Its link from the epic; null where there is one, or no epic. */
  readonly link: FileChange | null;
  /** The epic is written so that no plain edit links it. */
  readonly unlinked: boolean;
  readonly template: UsedTemplate | null;
}

/** Prepares the documents that teams keep beside an epic, and their templates. */
export interface DocumentWriter {
  /** `label` is what the epic's link says. Without an epic the document is about the team's work as a whole. */
  prepare(kind: DocumentKind, label: string, epic: EpicFile | null): Promise<PreparedDocument>;
  /** A template for the team to change: its text where the team has none yet, else null. */
  customise(name: TemplateName): Promise<{ readonly path: string; readonly created: string | null }>;
}

export function createDocumentWriter(
  ports: LensPorts,
  root: string,
  snapshot: () => Promise<{ readonly outcomes: OutcomesFolder }>,
): DocumentWriter {
  async function linkOf(
    epic: EpicFile,
    label: string,
    path: string,
  ): Promise<Pick<PreparedDocument, 'link' | 'unlinked'>> {
    if (linkedPaths(epic).includes(path)) return { link: null, unlinked: false };
    const now = await ports.files.read(root, epic.path);
    const target = path.slice(ports.outcomesFolder().length + 1);
    const edit = now === null ? null : (await ports.epics.edits()).linkDocument(now.text, label, target);
    if (now === null || edit === null) return { link: null, unlinked: true };
    return { link: { path: epic.path, text: now.text, edit }, unlinked: false };
  }

  return {
    async prepare(kind, label, epic) {
      const { outcomes } = await snapshot();
      const path = documentPath(ports, kind, epic, outcomes);
      const values = valuesOf(epic, dayIn(outcomes.team.timeZone, ports.now()));
      const [documents, template, known] = await Promise.all([
        ports.epics.documents(),
        teamTemplate(ports, root, kind),
        ports.files.read(root, path),
      ]);
      const own = template?.text ?? null;
      const link = epic === null ? { link: null, unlinked: false } : await linkOf(epic, label, path);
      if (known === null) {
        const created = documents.newDocument(kind, values, own);
        return { path, created, entry: null, ...link, template };
      }
      const edit = kind === 'decision-log' ? documents.appendDecision(known.text, values, own) : null;
      const entry = edit === null ? null : { path, text: known.text, edit };
      return { path, created: null, entry, ...link, template: edit === null ? null : template };
    },

    async customise(name) {
      const path = templatePath(ports, name);
      if (await ports.files.exists(root, path)) return { path, created: null };
      return { path, created: (await ports.epics.documents()).builtIn(name) };
    },
  };
}

/**
 * `documents/PAY-100-risks.md` below the folder of the epic files: files directly in that folder are epics, deeper ones are
 * not. A document of that kind that the epic links already is the one, whatever the epic's key was when it was made; but not
 * the document of another epic, which may be linked to be read.
 */
function documentPath(
  ports: LensPorts,
  kind: DocumentKind,
  epic: EpicFile | null,
  { epics }: Pick<OutcomesFolder, 'epics'>,
): string {
  const folder = `${ports.outcomesFolder()}/documents/`;
  const defaultPath = (file: EpicFile | null) => folder + ports.epics.fileName(file?.epic?.key ?? '', kind);
  if (epic === null) return defaultPath(null);
  const ofOthers = new Set(
    epics.filter(other => other.epic !== null && other.path !== epic.path).map(other => defaultPath(other)),
  );
  const own = linkedPaths(epic).filter(
    path => path.startsWith(folder) && path.endsWith(`-${kind}.md`) && !ofOthers.has(path),
  );
  return own[0] ?? defaultPath(epic);
}

function linkedPaths({ path, epic }: EpicFile): readonly string[] {
  const documents = epic?.documents ?? [];
  return documents.flatMap(({ kind, target }) => (kind === 'path' ? candidatePaths(path, target) : []));
}

function valuesOf(file: EpicFile | null, date: string): DocumentValues {
  const epic = file?.epic ?? null;
  if (file === null || epic === null)
    return { key: '', title: '', outcome: '', measures: [], date, launched: '', epicPath: '' };
  const outcome = hasAnticipatedOutcome(epic.outcome) ? epic.outcome.statement : '';
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const { key, title } = epic;
  const measures = epic.outcome?.measures ?? [];
  return { key, title, outcome, measures, date, launched: epic.launched ?? '', epicPath: `../${name}` };
}
