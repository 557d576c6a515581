import { readFile } from 'node:fs/promises';
import type { TitledCommit } from '../model/commit.ts';
import type { TitlesRequest } from '../model/ports/gitPort.ts';
import { readMessage } from '../model/text/commitMessage.ts';
import { shownTitle } from '../model/text/shownTitle.ts';
import { COMMIT_FORMAT } from './commitParser.ts';
import type { GitClient } from './gitClient.ts';
import type { Layout } from './layout.ts';
import { createSplitter, toTheEnd } from './pieces.ts';

const FIELDS = 5;

/** Just these commits, each with its title after the title rule, in the order asked; those that are not here are left out. */
export async function readTitledCommits(
  client: GitClient,
  { root, shallowFile }: Layout,
  { commits, main, rules }: TitlesRequest,
  signal?: AbortSignal,
): Promise<readonly TitledCommit[]> {
  if (commits.length === 0) return [];
  const found: TitledCommit[] = [];
  let fields: string[] = [];
  const parse = createSplitter(0, field => {
    fields.push(field.toString('utf8'));
    if (fields.length < FIELDS) return;
    const [hash = '', parents = '', written = '', landed = '', message = ''] = fields;
    fields = [];
    found.push({
      hash: hash.slice(1),
      parents: parents === '' ? [] : parents.split(' '),
      written: Number(written),
      landed: Number(landed),
      facts: readMessage(message, { rules, main }),
      title: shownTitle(firstLine(message)),
      edge: false,
    });
  });
  await client.stream(root, { stream: 'given', format: COMMIT_FORMAT, commits }, toTheEnd(parse), signal);
  if (found.every(({ parents }) => parents.length > 0)) return found;
  const edges = await readEdges(shallowFile);
  return found.map(commit => ({ ...commit, edge: edges.has(commit.hash) }));
}

function firstLine(message: string): string {
  return message.trimStart().split(/[\r\n]/, 1)[0] ?? '';
}

/** Commits whose parents are elsewhere; none unless the clone is shallow. */
async function readEdges(shallowFile: string): Promise<ReadonlySet<string>> {
  try {
    return new Set((await readFile(shallowFile, 'utf8')).split('\n'));
  } catch {
    return new Set();
  }
}
