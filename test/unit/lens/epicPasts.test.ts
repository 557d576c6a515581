import assert from 'node:assert/strict';
import { createEpics } from '../../../src/epics/openEpics.ts';
import { createEpicPasts } from '../../../src/lens/epicPasts.ts';
import type { FileVersion } from '../../../src/model/ports/gitPort.ts';
import { CancelledError } from '../../../src/model/problem.ts';

const epics = createEpics();
const FILE = 'outcomes/PAY-1.md';
const text = (key: string | null, stage: string, body = '') =>
  `---\n${key === null ? '' : `key: ${key}\n`}stage: ${stage}\n---\n# Epic\n${body}`;
const version = (said: string, path = FILE, written = 0): FileVersion => ({ written, path, text: said });
const past = (...versions: readonly FileVersion[]) => ({ versions, cut: true });

/** The pasts, and how often front matter was read for them. */
function counting() {
  const read: string[] = [];
  const pasts = createEpicPasts({
    frontMatter: epics.frontMatter,
    epicVersion(matter) {
      read.push(matter);
      return epics.epicVersion(matter);
    },
  });
  return { pasts, read };
}

const stagesIn = async (...versions: readonly FileVersion[]) => {
  const { versions: told, cut } = await createEpicPasts(epics)(past(...versions));
  return [told.map(({ stage }) => stage), cut];
};

describe('the pasts of epics', () => {
  it('end where the file had another name and another key: that was another epic', async () => {
    const older = version(text('PAY-9', 'closed'), 'outcomes/PAY-9.md');
    assert.deepEqual(await stagesIn(version(text('PAY-1', 'build')), older), [['build'], false]);
  });

  it('go on where only the name or only the key was another', async () => {
    const renamed = version(text('PAY-1', 'discovery'), 'outcomes/old.md');
    const before = version(text('SHOP-1', 'discovery'));
    assert.deepEqual(await stagesIn(version(text('PAY-1', 'build')), renamed), [['build', 'discovery'], true]);
    assert.deepEqual(await stagesIn(version(text('PAY-1', 'build')), before), [['build', 'discovery'], true]);
  });

  it('are not deceived by a version in between whose key cannot be read', async () => {
    const unread = version(text(null, 'qa'), 'outcomes/PAY-9.md');
    const older = version(text('PAY-9', 'closed'), 'outcomes/PAY-9.md');
    assert.deepEqual(await stagesIn(version(text('PAY-1', 'build')), unread, older), [['build', 'qa'], false]);
  });

  it('read each front matter once, for all who ask, and no more than is wanted', async () => {
    const { pasts, read } = counting();
    const file = past(
      version(text('PAY-1', 'qa', '- [x] a')),
      version(text('PAY-1', 'qa', '- [ ] a')),
      version(text('PAY-1', 'build')),
      version(text('PAY-1', 'discovery')),
    );
    const until = ({ stage }: { readonly stage: string | null }): boolean => stage !== 'qa';
    assert.equal((await pasts(file, { until })).versions.length, 3);
    assert.equal(read.length, 2);
    assert.equal((await pasts(file)).versions.length, 4);
    await pasts({ versions: file.versions.map(one => ({ ...one })), cut: true });
    assert.equal(read.length, 3);
    assert.ok(!read.some(matter => matter.includes('# Epic')), 'no Markdown is read');
  });

  it('let others have a turn in between', async () => {
    const { pasts, read } = counting();
    const readAtTurns: number[] = [];
    let done = false;
    const turn = (): void => {
      readAtTurns.push(read.length);
      if (!done) setImmediate(turn);
    };
    setImmediate(turn);
    await pasts(past(...Array.from({ length: 100 }, (_, at) => version(text(`PAY-${at}`, 'build')))));
    done = true;
    const steps = readAtTurns.map((count, at) => count - (readAtTurns[at - 1] ?? 0));
    assert.ok(Math.max(...steps) < 20, `${Math.max(...steps)} in one go`);
  });

  it('stop when they are not wanted any more', async () => {
    await assert.rejects(
      createEpicPasts(epics)(past(version(text('PAY-1', 'qa'))), { signal: AbortSignal.abort() }),
      CancelledError,
    );
  });
});
