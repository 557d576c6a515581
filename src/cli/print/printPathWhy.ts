import { plainLine } from '../../export/plain.ts';
import { wrap } from '../../export/plainText.ts';
import type { PathWhyAnswer } from '../../model/pathWhy.ts';
import { changesText, epicOutcomeText, groupText, pathMissingText } from '../../wording/pathWhy.ts';
import { plain, row } from './plain.ts';

/** The outcomes that shaped a file or folder, for people. */
export function printPathWhy({ value: why, missing }: PathWhyAnswer, timeZone: string): string {
  if (why === null) return 'No answer.';
  const lines = [`${plainLine(why.path === '' ? 'The repository' : why.path, 200)}: ${changesText(why.changes)}`, ''];
  for (const shaped of why.outcomes) {
    lines.push(...wrap(epicOutcomeText(shaped.epic), ''));
    const epic = shaped.epic.epic;
    if (epic !== null) lines.push(row('epic', `${epic.key} ${plainLine(epic.title, 200)} (${shaped.epic.path})`));
    lines.push(row('tickets', shaped.tickets.join(', ')), row('changes', groupText(shaped, why.changes, timeZone)), '');
  }
  if (why.withoutEpic.length > 0) {
    lines.push('Without an epic');
    for (const loose of why.withoutEpic) lines.push(row(loose.ticket, groupText(loose, why.changes, timeZone)));
    lines.push('');
  }
  if (why.withoutTicket.changes > 0)
    lines.push('Without a ticket', row('changes', groupText(why.withoutTicket, why.changes, timeZone)), '');
  for (const code of missing) lines.push(...wrap(pathMissingText(code), '  '));
  return plain(lines.join('\n').trimEnd());
}
