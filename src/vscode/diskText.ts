import { readFile } from 'node:fs/promises';

/** A file's text on the disk, with its byte-order mark apart; null when it cannot be read. */
export async function diskText(fsPath: string): Promise<{ mark: string; withoutMark: string } | null> {
  try {
    const text = await readFile(fsPath, 'utf8');
    return text.startsWith('\uFEFF') ? { mark: '\uFEFF', withoutMark: text.slice(1) } : { mark: '', withoutMark: text };
  } catch {
    return null;
  }
}
