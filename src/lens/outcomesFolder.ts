import type { EpicFile, NamedTeam, OutcomesFolder, TeamFile, ValueTree } from '../model/epic.ts';
import { ProblemError, type Problem } from '../model/problem.ts';
import { placesIn } from '../model/textRange.ts';
import { projectOfKey, type KeyRules } from '../model/text/ticketKeys.ts';
import type { LensPorts } from './ports.ts';
import type { Source } from './sources.ts';

const MAX_EPICS = 2000;
const MAX_TEAMS = 50;

/** The team file and whether its text is an editor's that was not saved. */
export interface TeamReading {
  readonly team: TeamFile;
  readonly unsaved: boolean;
}

/**
 * Reads `outcomes/` from sources, of which an earlier one hides the same path of a later one. Files whose text did not
 * change are not parsed again.
 */
export interface OutcomesReader {
  /** null when the source has no team file. One that cannot be read counts as empty, with the problem. */
  team(source: Source): Promise<TeamReading | null>;
  read(sources: readonly Source[], team: TeamFile): Promise<OutcomesFolder>;
}

export function createOutcomesReader(ports: LensPorts): OutcomesReader {
  let parsed = new Map<string, EpicFile>();

  async function team(source: Source): Promise<TeamReading | null> {
    const path = `${ports.outcomesFolder()}/team.yaml`;
    const { text, unsaved, problems } = await readGently(source, path);
    if (text === null && problems.length === 0) return null;
    const read = ports.epics.parseTeam(path, text);
    return { team: { ...read, problems: [...problems, ...read.problems] }, unsaved };
  }

  async function read(sources: readonly Source[], knownTeam: TeamFile): Promise<OutcomesFolder> {
    const folder = ports.outcomesFolder();
    const places = await placesOf(folder, sources);
    const wanted = [...places].filter(([path]) => isEpicPath(folder, path)).sort(([a], [b]) => (a < b ? -1 : 1));
    const files = await Promise.all(wanted.slice(0, MAX_EPICS).map(([path, source]) => readEpic(path, source)));
    const epics = files.filter(file => file !== null);
    parsed = new Map(epics.map(file => [file.path, file]));
    const teams = await readTeams(folder, places);
    return { epics: withDuplicates(epics), valueTree: await readValueTree(folder, places), team: knownTeam, teams };
  }

  async function readEpic(path: string, source: Source): Promise<EpicFile | null> {
    try {
      const loaded = await source.read(path);
      if (loaded === null) return null;
      const before = parsed.get(path);
      const same = before?.text === loaded.text && before.origin === loaded.origin && before.unsaved === loaded.unsaved;
      return same ? before : ports.epics.parseEpic({ path, ...loaded });
    } catch (error) {
      return unreadable(path, source, problemOf(error, path));
    }
  }

  async function readValueTree(folder: string, places: ReadonlyMap<string, Source>): Promise<ValueTree> {
    const path = `${folder}/value-tree.yaml`;
    const source = places.get(path);
    if (source === undefined) return ports.epics.parseValueTree(path, null);
    const { text, problems } = await readGently(source, path);
    const tree = ports.epics.parseValueTree(path, text);
    return { ...tree, problems: [...problems, ...tree.problems] };
  }

  async function readTeams(folder: string, places: ReadonlyMap<string, Source>): Promise<NamedTeam[]> {
    const below = `${folder}/teams/`;
    const files = [...places]
      .filter(([path]) => path.startsWith(below) && /^[\w.-]+\.ya?ml$/.test(path.slice(below.length)))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, MAX_TEAMS);
    return Promise.all(
      files.map(async ([path, source]) => {
        const { text, problems } = await readGently(source, path);
        const file = ports.epics.parseTeam(path, text);
        const id = path.slice(below.length).replace(/\.ya?ml$/, '');
        return { id, file: { ...file, problems: [...problems, ...file.problems] } };
      }),
    );
  }

  return { team, read };
}

/** Paths below `folder`, each with the first source that has it. */
async function placesOf(folder: string, sources: readonly Source[]): Promise<ReadonlyMap<string, Source>> {
  const places = new Map<string, Source>();
  for (const source of sources)
    for (const path of await source.list(folder)) if (!places.has(path)) places.set(path, source);
  return places;
}

/** One bad file must not take the others' answers down: it counts as absent, and its problem is told. */
async function readGently(
  source: Source,
  path: string,
): Promise<{ text: string | null; unsaved: boolean; problems: readonly Problem[] }> {
  try {
    const loaded = await source.read(path);
    return { text: loaded?.text ?? null, unsaved: loaded?.unsaved ?? false, problems: [] };
  } catch (error) {
    return { text: null, unsaved: false, problems: [problemOf(error, path)] };
  }
}

function problemOf(error: unknown, path: string): Problem {
  if (error instanceof ProblemError) return { ...error.problem, file: path };
  throw error;
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

function unreadable(path: string, { origin }: Source, problem: Problem): EpicFile {
  return { path, origin, text: '', unsaved: false, epic: null, problems: [problem], ranges: new Map() };
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
      ...(range === undefined ? {} : { range, ...placesIn(file.text)(range.start) }),
    };
    return { ...file, problems: [...file.problems, problem] };
  });
}
