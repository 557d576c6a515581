import type { Uri } from 'vscode';
import type { StorePort } from '../model/ports/storePort.ts';
import { fileStore, noStore } from '../store/fileStore.ts';

/** The workspace's storage (`context.storageUri`); nothing is kept in a window without a workspace. */
export function workspaceStore(storage: Uri | undefined): StorePort {
  return storage?.scheme === 'file' ? fileStore(storage.fsPath) : noStore;
}
