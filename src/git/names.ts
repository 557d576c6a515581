const FULL_HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const SHORT_HASH = /^[0-9a-f]{7,64}$/;
/** What `git check-ref-format` refuses anywhere in a name. */
const REFUSED_IN_REF = /[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|\/$|\.$|(?:^|\/)\.|\.lock(?:\/|$)/;

/** True for a complete SHA-1 or SHA-256 object name in lower case. */
export function isFullHash(text: string): boolean {
  return FULL_HASH.test(text);
}

/** True for 7 to 64 hexadecimal digits in lower case. */
export function isShortHash(text: string): boolean {
  return SHORT_HASH.test(text);
}

/** True for a full branch or remote branch name (`refs/heads/…`, `refs/remotes/…`) by the rules of `git check-ref-format`. */
export function isBranchRef(text: string): boolean {
  return /^refs\/(?:heads|remotes)\/./.test(text) && !REFUSED_IN_REF.test(text);
}

/** `refs/heads/a/b` -> `a/b`, `refs/remotes/origin/a/b` -> `a/b`. */
export function shortBranchName(ref: string): string {
  return ref.replace(/^refs\/(?:heads\/|remotes\/[^/]+\/)/, '');
}

/** A path inside the repository with `/`, without a trailing one; null when it is absolute, leaves the tree or holds a NUL. */
export function pathInTree(path: string): string | null {
  const parts = path.split('/').filter(part => part !== '.' && part !== '');
  if (path.startsWith('/') || path.includes('\0') || parts.includes('..')) return null;
  return parts.join('/');
}
