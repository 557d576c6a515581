import { whyOfBranch } from '../../../src/answers/why/whyOfBranch.ts';
import type { RepositoryLens } from '../../../src/lens/outcomeLens.ts';
import type { EpicFile } from '../../../src/model/epic.ts';
import type { Finding } from '../../../src/model/lint.ts';
import type { ChainState, EpicCard } from '../../../src/protocol/outcomeProtocol.ts';
import { outcomeState } from '../../../src/vscode/views/outcomeState.ts';
import { NOW, createFacts, createFolder } from '../../support/factories.ts';
import { ABOUT } from '../../support/readyText.ts';

export const TODAY = '2026-11-20';

const KEY_RESULT = { id: 'KR-1', title: 'Fewer abandoned carts', unit: null, baseline: null, target: null, by: null };
const OBJECTIVE = { id: 'O-1', title: 'Easy to buy', keyResults: [KEY_RESULT] };

/** What the Outcome view shows on a branch of this epic. */
export function shown(file: EpicFile, findings: readonly Finding[] = []): ChainState {
  const outcomes = createFolder([file], { valueTree: { objectives: [OBJECTIVE], problems: [] } });
  const why = whyOfBranch({
    repository: createFacts('PAY-100-x'),
    evidence: { pin: null, ignored: [], associated: [], commits: [] },
    commitsTruncated: false,
    outcomes,
    now: NOW,
  });
  const ready = { value: null, reasons: [], missing: [], asOf: NOW, about: ABOUT };
  // The state is computed from the answers alone.
  const lens = {} as RepositoryLens;
  const state = outcomeState(
    { kind: 'answers', lens, name: 'shop', several: false, why, ready, outcomes },
    TODAY,
    path => (path === file.path ? findings : []),
  );
  if (state.kind !== 'chain') throw new Error(`the view shows ${state.kind}`);
  return state;
}

export function cardOf(file: EpicFile, findings?: readonly Finding[]): EpicCard {
  const { epic } = shown(file, findings);
  if (epic === null) throw new Error('the view shows no epic');
  return epic;
}
