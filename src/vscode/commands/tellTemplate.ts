import * as vscode from 'vscode';
import type { UsedTemplate } from '../../lens/teamTemplate.ts';
import { templateText } from '../../wording/documents.ts';
import { showFile } from './showFile.ts';

/** Says what is odd about the team's template that was just used, and offers to open it. Silent when nothing is. */
export async function tellTemplate(root: string, template: UsedTemplate | null): Promise<void> {
  if (template === null || template.problems.length === 0) return;
  const open = 'Open Template';
  const picked = await vscode.window.showInformationMessage(templateText(template.path, template.problems), open);
  if (picked === open) await showFile(root, template.path, null);
}
