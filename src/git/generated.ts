import { matchesGlob } from '../model/text/glob.ts';

const LOCK_FILES = new Set(
  (
    'package-lock.json|npm-shrinkwrap.json|pnpm-lock.yaml|bun.lockb|go.sum|packages.lock.json|gradle.lockfile|' +
    'buildscript-gradle.lockfile|package.resolved|.terraform.lock.hcl'
  ).split('|'),
);
const NOT_WRITTEN = [
  /\.lock$/,
  /\.min\.(?:js|css)$/,
  /\.snap$/,
  /(?:^|\/)(?:__snapshots__|vendor|node_modules|third_party)\//,
];

const ATTRIBUTES = ['linguist-generated', 'linguist-vendored'];
/** Bounds on what a repository can make us compare. */
const MOST_RULES = 500;
const LONGEST_PATTERN = 300;

interface Rule {
  readonly matches: (path: string) => boolean;
  readonly attribute: string;
  readonly value: boolean;
}

/**
 * Tells files that people write from those that a program writes or that were copied in (METRICS.md R16): lock files,
 * minified files, snapshots, vendored folders, and what `attributes`, the text of a `.gitattributes` file at the
 * repository's root, marks as `linguist-generated` or `linguist-vendored`. Character classes in its patterns match nothing.
 */
export function createWrittenFilter(attributes: string): (path: string) => boolean {
  const rules = attributes.split(/\r?\n/).flatMap(readRules).slice(0, MOST_RULES).reverse();
  const isMarked = (path: string) =>
    ATTRIBUTES.some(
      attribute => rules.find(rule => rule.attribute === attribute && rule.matches(path))?.value === true,
    );
  const known = new Map<string, boolean>();
  return path => {
    let written = known.get(path);
    if (written === undefined) {
      written = !isByNature(path.toLowerCase()) && !isMarked(path);
      known.set(path, written);
    }
    return written;
  };
}

function isByNature(path: string): boolean {
  return LOCK_FILES.has(path.slice(path.lastIndexOf('/') + 1)) || NOT_WRITTEN.some(pattern => pattern.test(path));
}

function readRules(line: string): Rule[] {
  const [, quoted, plain, rest = ''] = /^[ \t]*(?:"([^"\\]*)"|([^\s"#[]\S*))[ \t]+(.*)$/.exec(line) ?? [];
  const pattern = quoted ?? plain;
  if (pattern === undefined || pattern.length > LONGEST_PATTERN) return [];
  const found = rest.split(/[ \t]+/).flatMap(word => {
    const [, not = '', attribute = '', value = 'true'] = /^([-!]?)([^=]+)(?:=(.*))?$/.exec(word) ?? [];
    return ATTRIBUTES.includes(attribute) ? [{ attribute, value: not === '' && value !== 'false' }] : [];
  });
  if (found.length === 0) return [];
  const matches = createMatcher(pattern);
  return found.map(rule => ({ ...rule, matches }));
}

/** As gitignore reads a pattern: without a slash it means a name in any folder. A folder's pattern marks no file. */
function createMatcher(pattern: string): (path: string) => boolean {
  const glob = pattern.includes('/') ? pattern.replace(/^\//, '') : `**/${pattern}`;
  // Most paths fail at the plain text at either end, which costs nothing to compare.
  const head = /^[^*?]*/.exec(glob)?.[0] ?? '';
  const tail = (/[^*?]*$/.exec(glob)?.[0] ?? '').replace(/^\//, '');
  return path => path.startsWith(head) && path.endsWith(tail) && matchesGlob(glob, path);
}
