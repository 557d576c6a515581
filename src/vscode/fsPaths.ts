import path from 'node:path';

/** True when both name the same file, by the file system's usual rule on letter case. */
export function samePath(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

/** True when `file` is inside `folder`, at any depth. */
export function isBelow(folder: string, file: string): boolean {
  const base = comparable(folder);
  return comparable(file).startsWith(base.endsWith(path.sep) ? base : base + path.sep);
}

function comparable(fsPath: string): string {
  return process.platform === 'linux' ? fsPath : fsPath.toLowerCase();
}
