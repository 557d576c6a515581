import type * as vscode from 'vscode';
import type { Change } from '../../../model/changeWhy.ts';
import type { PathPart } from '../../../model/pathWhy.ts';

export interface CommitItem extends vscode.QuickPickItem {
  readonly change?: Change;
}

export interface PartItem extends vscode.QuickPickItem {
  readonly part?: PathPart;
}
