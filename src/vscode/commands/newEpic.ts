import * as vscode from 'vscode';
import { OUTCOME_PLACEHOLDER } from '../../model/outcome.ts';
import { keyResultIn } from '../views/epics/epicRows.ts';
import { askKey } from './askTicket.ts';
import type { Command } from './context.ts';
import { createFile } from './createFile.ts';
import { showFile } from './showFile.ts';
import { tellTemplate } from './tellTemplate.ts';

/** Makes an epic's file from the template, under the key result of the row where there is one, and opens it at its outcome. */
export const newEpic: Command = async ({ session }, row) => {
  const lens = await session.repository();
  const keyResult = keyResultIn(row);
  const title = keyResult === null ? 'New Epic' : `New Epic Under ${keyResult}`;
  const key = await askKey(title, 'Key of the epic: the tracker’s key, or any unique id (1 of 2)', '');
  if (key === undefined) return;
  const name = await vscode.window.showInputBox({
    title,
    prompt: 'What is it about, in a few words? (2 of 2)',
    validateInput: text => (text.trim() === '' ? 'A few words, so that others recognise it' : undefined),
  });
  if (name === undefined) return;
  const draft = await lens.writer.draft(key, name.trim(), []);
  const { path, text, template } = keyResult === null ? draft : await lens.writer.draftUnder(draft, keyResult);
  await createFile(lens.root, path, text);
  await session.refresh('files');
  const start = text.indexOf(OUTCOME_PLACEHOLDER);
  await showFile(lens.root, path, start === -1 ? null : { start, end: start + OUTCOME_PLACEHOLDER.length });
  await tellTemplate(lens.root, template);
};
