import { EPIC_KEYS, OUTCOME_KEYS } from '../../../../model/epicKeys.ts';
import { nearMiss } from '../../../../model/text/nearMiss.ts';
import type { Rule } from '../rule.ts';

/** A key that nothing reads, a letter away from one that the file does not have. */
export const keyNearMiss: Rule = {
  id: 'key/near-miss',
  severity: 'hint',
  reads: 'key',
  find({ file }) {
    const paths = [...file.ranges.keys()];
    return [
      ...near(
        paths.filter(path => !path.includes('.')),
        '',
        EPIC_KEYS,
      ),
      ...near(
        paths.filter(path => /^outcome\.[^.]+$/.test(path)),
        'outcome.',
        OUTCOME_KEYS,
      ),
    ];
  },
};

function near(paths: readonly string[], above: string, known: readonly string[]) {
  const written = paths.map(path => path.slice(above.length));
  const absent = known.filter(name => !written.includes(name));
  return written
    .filter(name => !known.includes(name))
    .flatMap(name => {
      const target = nearMiss(name, absent);
      return target === null ? [] : [{ at: [above + name], data: { name, target } }];
    });
}
