import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { ProblemError } from '../model/problem.ts';

/** A file's text on the disk, with its byte-order mark apart. */
export interface DiskText {
  readonly mark: string;
  readonly text: string;
}

/**
 * null when it cannot be read. Rejects with `file/unreadable` when it is not UTF-8: decoded and written back, every byte
 * that is none would be lost. `file` is its path inside the repository, for the message.
 */
export async function diskText(fsPath: string, file: string): Promise<DiskText | null> {
  let bytes: Buffer;
  try {
    bytes = await readFile(fsPath);
  } catch {
    return null;
  }
  if (!isUtf8(bytes))
    throw new ProblemError({ code: 'file/unreadable', file, detail: 'it is not UTF-8 and was left alone' });
  const text = bytes.toString('utf8');
  return text.startsWith('\uFEFF') ? { mark: '\uFEFF', text: text.slice(1) } : { mark: '', text };
}
