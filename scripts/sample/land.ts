import type { FastImport, Mark } from './fastImport.ts';
import type { HistoryWriter, HistoryNode, NodeData } from './historyWriter.ts';
import type { Planned } from './plan/plan.ts';
import { branchName, type Merge, type Revert } from './story/change.ts';
import { changeTag } from './weave.ts';

/** A merge that landed, with what a revert of it must know. */
interface LandedMerge {
  readonly title: string;
  readonly subject: string;
  readonly tags: readonly string[];
  readonly node: HistoryNode;
  readonly before: HistoryNode;
  reverted: HistoryNode | null;
}

/** Writes everything that landed on main, with the release tags, in order. Returns the tip of main. */
export async function landStory(planned: readonly Planned[], writer: HistoryWriter, stream: FastImport): Promise<Mark> {
  const merges = new Map<string, LandedMerge>();
  let news: string[] = [];
  for (const item of planned) {
    const { event } = item;
    if (event.kind === 'release') {
      const notes = [`Release ${event.version}`, '', ...news.map(line => `- ${line}`)].join('\n');
      stream.tag(`v${event.version}`, tipOf(writer).mark, item.by, item.at, `${notes}\n`);
      news = [];
    } else if (event.kind === 'merge') {
      merges.set(event.id, landMerge(item, event, writer));
      news.push(event.title);
    } else if ('of' in event) {
      const merge = merges.get(event.of);
      if (merge === undefined) throw new Error(`${event.of} has not landed`);
      await landRevert(item, event, merge, writer, stream);
      news.push(`${event.kind === 'revert' ? 'Taken back' : 'Back again'}: ${merge.title}`);
    } else {
      const title = event.kind === 'trunk' ? event.title : `${event.title} (#${item.number})`;
      const refs = event.kind === 'squash' && event.refs !== null ? `\n\nRefs: ${event.refs}` : '';
      const applied = new Set([...(writer.main?.applied ?? []), changeTag(event.id)]);
      writer.land(commitOf(item, `${title}${refs}`, applied));
      if (event.kind === 'squash') news.push(event.title.replace(/^.*?: /, ''));
    }
  }
  return tipOf(writer).mark;
}

function landMerge(item: Planned, event: Merge, writer: HistoryWriter): LandedMerge {
  if (item.branch === null) throw new Error(`${event.id} has no branch`);
  const name = branchName(event);
  const before = tipOf(writer);
  const branch = writer.branch(item.branch, name);
  const tags = item.branch.commits.map(commit => commit.tag);
  const subject = `Merge pull request #${item.number} from ${item.branch.owner.login}/${name}`;
  const applied = new Set([...before.applied, ...tags]);
  const node = writer.land(commitOf(item, `${subject}\n\n${event.title}`, applied), branch);
  return { title: event.title, subject, tags, node, before, reverted: null };
}

/** In the words that `git revert` itself uses for a merge, and for a revert of a revert. */
async function landRevert(
  item: Planned,
  event: Revert,
  merge: LandedMerge,
  writer: HistoryWriter,
  stream: FastImport,
): Promise<void> {
  const { applied } = tipOf(writer);
  if (event.kind === 'revert') {
    const [hash, parent] = [await stream.hashOf(merge.node.mark), await stream.hashOf(merge.before.mark)];
    const body = `This reverts commit ${hash}, reversing\nchanges made to ${parent}.`;
    const rest = new Set([...applied].filter(tag => !merge.tags.includes(tag)));
    merge.reverted = writer.land(commitOf(item, `Revert "${merge.subject}"\n\n${body}`, rest));
  } else {
    if (merge.reverted === null) throw new Error(`${event.of} was not reverted`);
    const body = `This reverts commit ${await stream.hashOf(merge.reverted.mark)}.`;
    writer.land(commitOf(item, `Reapply "${merge.subject}"\n\n${body}`, new Set([...applied, ...merge.tags])));
  }
}

function commitOf(item: Planned, message: string, applied: ReadonlySet<string>): NodeData {
  return { author: item.by, written: item.written, landed: item.at, message, applied };
}

function tipOf(writer: HistoryWriter): HistoryNode {
  if (writer.main === null) throw new Error('nothing has landed yet');
  return writer.main;
}
