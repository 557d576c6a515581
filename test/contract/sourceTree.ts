import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** Paths (relative to the repository's root, with `/`) of files below `folder` whose name ends in one of `endings`. */
export function filesBelow(folder: string, ...endings: readonly string[]): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && endings.some(ending => entry.name.endsWith(ending)))
    .map(entry => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

export function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

export interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
  readonly dynamic: boolean;
}

/** Every import of a TypeScript source, by its text. */
export function importsOf(source: string): Import[] {
  const found: Import[] = [];
  for (const match of source.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'"();]*?\sfrom\s+)?'([^']+)';/gm)) {
    const names = /\{([^}]*)\}/.exec(match[0])?.[1];
    const allTypes =
      names !== undefined && names.split(',').every(name => name.trim() === '' || name.trim().startsWith('type '));
    const onlyNamed = !/^(?:import|export)\s+(?:type\s+)?[\w*]/.test(
      match[0].replace(/^(import|export)\s+type\s+/, '$1 '),
    );
    found.push({
      specifier: match[2] ?? '',
      typeOnly: match[1] !== undefined || (allTypes && onlyNamed),
      dynamic: false,
    });
  }
  for (const match of source.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g))
    found.push({ specifier: match[1] ?? '', typeOnly: false, dynamic: true });
  return found;
}

/** The file that a relative import of `from` names. */
export function resolveImport(from: string, specifier: string): string {
  return path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier));
}
