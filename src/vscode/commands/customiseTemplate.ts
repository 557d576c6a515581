import * as vscode from 'vscode';
import { TEMPLATE_NAMES } from '../../model/documents.ts';
import { templateTitle } from '../../wording/documents.ts';
import type { Command } from './context.ts';
import { showFile } from './showFile.ts';
import { createFile } from './createFile.ts';

/** Writes the built-in template that the person picks into the team's folder, and opens it; one that is there is opened only. */
export const customiseTemplate: Command = async ({ session }) => {
  const lens = await session.repository();
  const items = await Promise.all(
    TEMPLATE_NAMES.map(async name => {
      const template = await lens.documents.customise(name);
      const description = template.created === null ? `opens ${template.path}` : `makes ${template.path}`;
      return { label: templateTitle(name), description, template };
    }),
  );
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Customise Template',
    placeHolder: 'Which template does your team want to change?',
  });
  if (picked === undefined) return;
  const { path, created } = picked.template;
  if (created !== null) await createFile(lens.root, path, created);
  await showFile(lens.root, path, null);
};
