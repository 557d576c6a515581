import path from 'node:path';
import * as vscode from 'vscode';
import { insideRepository } from '../../insideRepository.ts';
import { ProblemError } from '../../../model/problem.ts';

const MAX_PATHS = 500;

/** Files and folders (with `/` at their end) of one folder of the repository whose path begins with `prefix`; links are left out. */
export async function listPaths(root: string, prefix: string): Promise<readonly string[]> {
  const slash = prefix.lastIndexOf('/') + 1;
  const folder = prefix.slice(0, slash);
  const entries = await entriesOf(root, folder);
  return entries
    .filter(([name, type]) => name !== '.git' && (type & vscode.FileType.SymbolicLink) === 0)
    .map(([name, type]) => `${folder}${name}${(type & vscode.FileType.Directory) === 0 ? '' : '/'}`)
    .filter(found => found.toLowerCase().startsWith(prefix.toLowerCase()))
    .sort()
    .slice(0, MAX_PATHS);
}

async function entriesOf(root: string, folder: string): Promise<readonly [string, vscode.FileType][]> {
  try {
    const inside = folder === '' ? root : await insideRepository(root, path.normalize(folder).replace(/[\\/]$/, ''));
    return inside === null ? [] : await vscode.workspace.fs.readDirectory(vscode.Uri.file(inside));
  } catch (error) {
    // Half a path leads nowhere yet.
    if (error instanceof ProblemError || error instanceof vscode.FileSystemError) return [];
    throw error;
  }
}
