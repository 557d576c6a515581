import type { OutcomePast, OutcomeVersion } from '../../answers/learn/outcomeVersions.ts';
import { dayIn } from '../../model/calendarDay.ts';
import type { EpicFile } from '../../model/epic.ts';
import type { FileVersions } from '../../model/ports/gitPort.ts';
import type { EpicPasts } from '../epicPasts.ts';

/**
 * What an epic file said of its outcome over time. `versions`: undefined for a file that is committed nowhere; null where
 * git cannot tell.
 */
export async function outcomePast(
  pasts: EpicPasts,
  file: EpicFile,
  versions: FileVersions | null | undefined,
  timeZone: string,
): Promise<OutcomePast> {
  const past = versions == null ? { versions: [], cut: false } : await pasts(versions);
  const committed = past.versions.toReversed().map(({ written, outcome, launched }): OutcomeVersion => {
    return { on: dayIn(timeZone, written), outcome, launched };
  });
  const isCommitted = versions?.versions[0]?.text === file.text;
  const { outcome = null, launched = null } = file.epic ?? {};
  const now: OutcomeVersion = { on: null, outcome, launched };
  const reach = versions === null ? 'none' : past.cut ? 'cut' : 'whole';
  return { reach, versions: isCommitted ? committed : [...committed, now] };
}
