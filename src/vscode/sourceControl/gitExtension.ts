import { realpath } from 'node:fs/promises';
import * as vscode from 'vscode';
import { samePath } from '../fsPaths.ts';

/** A repository of VS Code's Git extension with the box that its commit message is written in. */
export interface CommitBox {
  readonly rootUri: vscode.Uri;
  readonly inputBox: { value: string };
}

/** Those that are open; null when the extension is absent or switched off. */
export async function commitBoxes(): Promise<readonly CommitBox[] | null> {
  const found = vscode.extensions.getExtension<unknown>('vscode.git');
  if (found === undefined) return null;
  const git: unknown = await found.activate();
  if (!has(git, 'enabled') || git.enabled !== true || !has(git, 'getAPI') || typeof git.getAPI !== 'function')
    return null;
  // Called on its own object, as it is written.
  const api: unknown = Reflect.apply(git.getAPI, git, [1]);
  if (!has(api, 'repositories') || !Array.isArray(api.repositories)) return null;
  return api.repositories.filter(isCommitBox);
}

function isCommitBox(value: unknown): value is CommitBox {
  return (
    has(value, 'rootUri') &&
    value.rootUri instanceof vscode.Uri &&
    has(value, 'inputBox') &&
    has(value.inputBox, 'value') &&
    typeof value.inputBox.value === 'string'
  );
}

function has<Key extends string>(value: unknown, key: Key): value is Readonly<Record<Key, unknown>> {
  return typeof value === 'object' && value !== null && key in value;
}

/** True when both lead to the same folder, also over links. */
export async function sameFolder(a: string, b: string): Promise<boolean> {
  if (samePath(a, b)) return true;
  try {
    const [one, other] = await Promise.all([realpath(a), realpath(b)]);
    return samePath(one, other);
  } catch {
    return false;
  }
}
