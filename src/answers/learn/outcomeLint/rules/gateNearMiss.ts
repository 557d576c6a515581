import { BUILT_IN_GATES } from '../../../../model/stage.ts';
import { nearMiss } from '../../../../model/text/nearMiss.ts';
import type { Rule } from '../rule.ts';

const HEADING = /^(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;

/** A heading that is no gate, a letter away from one that the file does not have. */
export const gateNearMiss: Rule = {
  id: 'gate/near-miss',
  severity: 'hint',
  reads: 'gates',
  find({ file, epic }) {
    const absent = BUILT_IN_GATES.map(({ name }) => name).filter(
      name => !epic.gates.some(gate => gate.name.toLowerCase() === name.toLowerCase()),
    );
    return headingsOf(file.text)
      .filter(({ start }) => !epic.gates.some(({ heading }) => heading.start <= start && start < heading.end))
      .flatMap(({ start, end, name }) => {
        const target = nearMiss(name, absent);
        return target === null ? [] : [{ at: { start, end }, data: { name, target } }];
      });
  },
};

/** Headings that begin with #, without those in code. */
function headingsOf(text: string): readonly { readonly start: number; readonly end: number; readonly name: string }[] {
  const found: { start: number; end: number; name: string }[] = [];
  let isCode = false;
  let start = 0;
  for (const line of text.split('\n')) {
    if (FENCE.test(line)) isCode = !isCode;
    const [, , name = ''] = isCode ? [] : (HEADING.exec(line.replace(/\r$/, '')) ?? []);
    if (name !== '') found.push({ start, end: start + line.length, name });
    start += line.length + 1;
  }
  return found;
}
