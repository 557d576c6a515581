import path from 'node:path';
import * as vscode from 'vscode';
import { pullRequest } from '../../export/pullRequest.ts';
import type { RequestTemplate } from '../../model/branchChanges.ts';
import { copiedText, NOTHING_TO_DESCRIBE } from '../../wording/pullRequest.ts';
import { askedRoot, repositoryAt } from '../sourceControl/askedRepository.ts';
import type { Command } from './context.ts';

/** Puts the description of the branch's pull request into the clipboard: why, what changed, what is ready. */
export const copyPullRequestDescription: Command = async ({ session }, wanted) => {
  const root = askedRoot(wanted);
  const lens = root === null ? await session.repository() : await repositoryAt(session, root);
  const part = await lens.sourceControl();
  const [why, changes, ready, templates] = await Promise.all([
    lens.why(),
    part.changes(),
    lens.ready({ epic: null, gate: null, strict: false }),
    part.templates(),
  ]);
  if ((why.value?.ticket ?? null) === null && changes.byTicket.length === 0) {
    void vscode.window.showInformationMessage(NOTHING_TO_DESCRIBE);
    return;
  }
  const template = await pickTemplate(templates);
  if (template === undefined) return;
  await vscode.env.clipboard.writeText(pullRequest({ why, changes, ready }, template?.text ?? null));
  void vscode.window.showInformationMessage(copiedText(template?.path ?? null));
};

/** null: none is there, or none is wanted; undefined: the person backed out. */
async function pickTemplate(templates: readonly RequestTemplate[]): Promise<RequestTemplate | null | undefined> {
  if (templates.length < 2) return templates[0] ?? null;
  const items: (vscode.QuickPickItem & { readonly template: RequestTemplate | null })[] = templates.map(template => ({
    template,
    label: path.posix.basename(template.path, path.posix.extname(template.path)),
    description: template.path,
  }));
  items.push({ template: null, label: 'No template', description: 'why, changes and readiness' });
  const options = { title: 'Copy Pull Request Description', placeHolder: 'Which template should it fill?' };
  return (await vscode.window.showQuickPick(items, options))?.template;
}
