/** Variables of the caller that git needs to find itself, its user's files and (on Windows) the system. Nothing else is passed on. */
const KEPT = new Set(
  (
    'PATH PATHEXT HOME HOMEDRIVE HOMEPATH USERPROFILE APPDATA LOCALAPPDATA PROGRAMDATA SYSTEMROOT SYSTEMDRIVE WINDIR COMSPEC ' +
    'TEMP TMP TMPDIR DEVELOPER_DIR SUDO_UID XDG_CONFIG_HOME GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM'
  ).split(' '),
);

const FIXED = {
  /** Lets a monitor tell our children from those of other extensions. */
  OUTCOME_LENS: '1',
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  /** A missing object is an error, never a fetch. The first is obeyed by newer gits only, the second by all. */
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_LITERAL_PATHSPECS: '1',
  /** Git flushes after each commit when it writes to a pipe; whole buffers are twice as fast. */
  GIT_FLUSH: '0',
} as const;

/**
 * Arguments before every command: nothing the repository's config says may start a program or change what is printed.
 * An empty `core.fsmonitor` is "off" for every git; older ones take the word `false` for a program.
 */
export const FIXED_ARGUMENTS: readonly string[] = [
  '--no-pager',
  '--no-replace-objects',
  ...[
    'log.showSignature=false',
    'core.fsmonitor=',
    'core.hooksPath=/dev/null',
    'i18n.logOutputEncoding=UTF-8',
    'color.ui=false',
  ].flatMap(setting => ['-c', setting]),
];

/** The whole environment of a git process of ours, made from the caller's. */
export function gitEnvironment(from: Readonly<NodeJS.ProcessEnv>): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(from)) {
    if (value !== undefined && KEPT.has(name.toUpperCase())) environment[name] = value;
  }
  return { ...environment, ...FIXED };
}
