import * as vscode from 'vscode';
import { keyRules } from '../../../lens/outcomesFolder.ts';
import { isEditable, type EpicFile } from '../../../model/epic.ts';
import { ProblemError } from '../../../model/problem.ts';
import { COMMANDS } from '../../ids.ts';
import { insideRepository } from '../../insideRepository.ts';
import type { Session } from '../../session.ts';
import { rangeOf } from '../language/ranges.ts';
import { commandAddress } from './hoverMarkdown.ts';
import { repositoryDocument } from './repositoryDocument.ts';
import { rulesFor, ticketLinks } from './ticketLinks.ts';

class TicketDocumentLink extends vscode.DocumentLink {
  readonly root: string;
  readonly file: EpicFile;
  constructor(range: vscode.Range, root: string, file: EpicFile) {
    super(range);
    this.root = root;
    this.file = file;
    this.tooltip = 'Open Epic File';
  }
}

/** Ticket keys lead to their epics' files. What is asked is what the epic files say: no git runs for a document. */
export function ticketLinkProvider(session: Session): vscode.DocumentLinkProvider<TicketDocumentLink> {
  return {
    async provideDocumentLinks(document, token) {
      const place = await repositoryDocument(document, session);
      if (place === null || place.isOutcomeFile) return [];
      const { lens, prose } = place;
      const { team, epics } = await lens.outcomes();
      if (token.isCancellationRequested) return [];
      const links = ticketLinks(document.getText(), rulesFor(prose, keyRules(team, epics)), epics);
      return links.map(link => new TicketDocumentLink(rangeOf(document, link), lens.root, link.file));
    },
    async resolveDocumentLink(link) {
      const target = await targetOf(link);
      if (target !== null) link.target = target;
      return link;
    },
  };
}

/** An epic that only main has is shown from there. A link that leaves the repository leads nowhere. */
async function targetOf({ root, file }: TicketDocumentLink): Promise<vscode.Uri | null> {
  if (!isEditable(file)) return vscode.Uri.parse(commandAddress(COMMANDS.openEpic, [file.path]));
  try {
    const found = await insideRepository(root, file.path);
    return found === null ? null : vscode.Uri.file(found);
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}
