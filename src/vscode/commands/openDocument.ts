import * as vscode from 'vscode';
import type { EvidenceLink } from '../../model/checklist.ts';
import { ProblemError } from '../../model/problem.ts';
import type { Command } from './context.ts';
import { openLink } from './openEvidence.ts';

/** Opens a document that the branch's epic links: the one with the given target, else one that the person picks. */
export const openDocument: Command = async ({ session }, wanted) => {
  const lens = await session.repository();
  const file = (await lens.why()).value?.epic;
  const documents = file?.epic?.documents ?? [];
  if (file == null || documents.length === 0)
    throw new ProblemError({ code: 'epic/not-found', detail: 'A document of this branch’s epic' });
  const link = documents.find(({ target }) => target === wanted) ?? (await pick(documents));
  if (link !== undefined) await openLink(lens.root, file.path, link);
};

async function pick(documents: readonly EvidenceLink[]): Promise<EvidenceLink | undefined> {
  const items = documents.map(link => ({ label: link.label, description: link.target, link }));
  return (await vscode.window.showQuickPick(items, { title: 'Open Document' }))?.link;
}
