import type { EpicFile, OutcomesFolder } from '../model/epic.ts';
import type { Problem } from '../model/problem.ts';
import { ProblemError } from '../model/problem.ts';
import type { FileText } from '../model/ports/filesPort.ts';
import type { RepositoryPort } from '../model/ports/gitPort.ts';
import { projectOfKey, type KeyRules } from '../model/text/ticketKeys.ts';
import type { TeamFile } from '../model/epic.ts';
import type { LensPorts } from './ports.ts';

const MAX_EPICS = 2000;

type Loaded = FileText | { readonly text: string; readonly origin: 'main'; readonly unsaved: false };

/**
 * Reads `outcomes/`: open editors first, then the work tree, then what only the main branch has (read-only). Files whose
 * text did not change are not parsed again.
 */
export function createOutcomesReader(ports: LensPorts, root: string) {
  let parsed = new Map<string, EpicFile>();

  async function team(): Promise<TeamFile> {
    const path = `${ports.outcomesFolder()}/team.yaml`;
    const file = await ports.files.read(root, path);
    return ports.epics.parseTeam(path, file?.text ?? null);
  }

  async function read(
    repository: RepositoryPort,
    main: string | null,
    knownTeam: TeamFile,
    signal?: AbortSignal,
  ): Promise<OutcomesFolder> {
    const folder = ports.outcomesFolder();
    const local = await ports.files.list(root, folder);
    const onMain = main === null ? [] : await repository.listTree(main, folder, signal);
    const paths = [...new Set([...local, ...onMain])].filter(path => isEpicPath(folder, path)).sort();
    const load = (path: string) => loadText(repository, main, local.includes(path), path, signal);

    const epics: EpicFile[] = [];
    const next = new Map<string, EpicFile>();
    for (const path of paths.slice(0, MAX_EPICS)) {
      const file = await readEpic(path, load);
      if (file === null) continue;
      epics.push(file);
      next.set(path, file);
    }
    parsed = next;
    const treePath = `${folder}/value-tree.yaml`;
    const tree = await loadText(repository, main, local.includes(treePath), treePath, signal);
    const valueTree = ports.epics.parseValueTree(treePath, tree?.text ?? null);
    return { epics: withDuplicates(epics), valueTree, team: knownTeam };
  }

  async function readEpic(path: string, load: (path: string) => Promise<Loaded | null>): Promise<EpicFile | null> {
    try {
      const loaded = await load(path);
      if (loaded === null) return null;
      const before = parsed.get(path);
      const same = before?.text === loaded.text && before.origin === loaded.origin && before.unsaved === loaded.unsaved;
      return same ? before : ports.epics.parseEpic({ path, ...loaded });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return unreadable(path, error.problem);
    }
  }

  async function loadText(
    repository: RepositoryPort,
    main: string | null,
    isLocal: boolean,
    path: string,
    signal?: AbortSignal,
  ): Promise<Loaded | null> {
    if (isLocal) return ports.files.read(root, path);
    const text = main === null ? null : await repository.readTree(main, path, signal);
    return text === null ? null : { text, origin: 'main', unsaved: false };
  }

  return { team, read };
}

/** Which keys count as tickets: the team's, and the projects that its epic files name. */
export function keyRules(team: TeamFile, epicPaths: readonly EpicFile[]): KeyRules {
  const known = new Set(team.ticketKeys.map(key => key.toUpperCase()));
  for (const { epic } of epicPaths)
    for (const key of epic === null ? [] : [epic.key, ...epic.tickets]) {
      const project = /^[A-Z][A-Z0-9_]*-\d+$/.test(key) ? projectOfKey(key) : null;
      if (project !== null) known.add(project);
    }
  return {
    known: [...known],
    knownOnly: team.ticketKeys.length > 0,
    ignored: team.ignoredKeys.map(key => key.toUpperCase()),
  };
}

function isEpicPath(folder: string, path: string): boolean {
  const name = path.slice(folder.length + 1);
  return path.startsWith(`${folder}/`) && /\.md$/i.test(name) && !name.includes('/') && !/^readme\.md$/i.test(name);
}

function unreadable(path: string, problem: Problem): EpicFile {
  return {
    path,
    origin: 'file',
    text: '',
    unsaved: false,
    epic: null,
    problems: [{ ...problem, file: path }],
    ranges: new Map(),
  };
}

/** Two files with one key would make every answer about that key a coin toss: both are told. */
function withDuplicates(epics: readonly EpicFile[]): readonly EpicFile[] {
  const byKey = new Map<string, EpicFile[]>();
  for (const file of epics) {
    const key = file.epic?.key.toUpperCase();
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), file]);
  }
  return epics.map(file => {
    const twins = byKey.get(file.epic?.key.toUpperCase() ?? '') ?? [];
    const other = twins.find(twin => twin !== file);
    if (other === undefined) return file;
    const range = file.ranges.get('key');
    const problem: Problem = {
      code: 'epic/duplicate-key',
      file: file.path,
      detail: other.path,
      ...(range === undefined ? {} : { range, line: file.text.slice(0, range.start).split('\n').length }),
    };
    return { ...file, problems: [...file.problems, problem] };
  });
}
