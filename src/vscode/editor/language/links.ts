import * as vscode from 'vscode';
import { lineOfPlace, linksOf, type LanguageLink } from '../../../language/links.ts';
import { ProblemError } from '../../../model/problem.ts';
import { insideRepository } from '../../insideRepository.ts';
import type { Session } from '../../session.ts';
import { rangeOf } from './ranges.ts';
import { surroundingsOf } from './surroundings.ts';

class EpicLink extends vscode.DocumentLink {
  readonly root: string;
  readonly link: LanguageLink;
  constructor(range: vscode.Range, root: string, link: LanguageLink) {
    super(range);
    this.root = root;
    this.link = link;
  }
}

/** Tickets, key results, evidence and proofs lead to their files, which are looked for when somebody follows one. */
export function linkProvider(session: Session): vscode.DocumentLinkProvider<EpicLink> {
  return {
    async provideDocumentLinks(document) {
      const around = await surroundingsOf(document, session);
      if (around === null) return [];
      const { root, context } = around;
      return linksOf(around.document, context).map(link => new EpicLink(rangeOf(document, link.range), root, link));
    },
    async resolveDocumentLink(link) {
      const target = await targetOf(link);
      if (target !== null) link.target = target;
      return link;
    },
  };
}

/** Links that leave the repository lead nowhere. */
async function targetOf({ root, link }: EpicLink): Promise<vscode.Uri | null> {
  for (const path of link.paths) {
    const found = await existing(root, path);
    if (found === null) continue;
    const uri = vscode.Uri.file(found);
    if (link.place === null) return uri;
    const text = await textOf(uri);
    return text === null ? uri : uri.with({ fragment: `L${lineOfPlace(text, link.place) + 1}` });
  }
  return null;
}

async function existing(root: string, path: string): Promise<string | null> {
  try {
    return await insideRepository(root, path);
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}

/** null for what is no text. */
async function textOf(uri: vscode.Uri): Promise<string | null> {
  try {
    return (await vscode.workspace.openTextDocument(uri)).getText();
  } catch {
    return null;
  }
}
