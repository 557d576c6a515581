import { createEpics } from '../../../src/epics/openEpics.ts';
import type { LanguageContext, LanguageDocument } from '../../../src/language/document.ts';

const epics = createEpics();

export const PATH = 'outcomes/PAY-100-guest-checkout.md';

export const GUEST = `---
key: PAY-100
title: Guest checkout
stage: qa
outcome:
  statement: Guests pay without an account.
keyResult: KR-2.1
tickets: [PAY-101, "#12"]
---
# Guest checkout

## Definition of done
- [x] Tested [report](docs/report.md#results) [PAY-201](PAY-201)
- [ ] Telemetry <!-- proof: text src/events.ts "guest" -->
`;

export const REFUND = `---
key: PAY-200
title: Refunds
tickets: [PAY-201, PAY-100]
dependsOn: [{ team: Ledger, for: "PAY-100, then its report" }]
---
# Refunds after PAY-100

## Definition of done
- [x] Announced [plan](PAY-100-guest-checkout.md#guest-checkout) [key](PAY-100)
- [ ] Waits <!-- proof: ticket PAY-100 done -->
`;

export const VALUE_TREE = `objectives:
  - id: O-2
    title: Buying is easy
    keyResults:
      - { id: KR-2.1, title: Fewer abandoned carts, unit: "%", baseline: 31, target: 26 }
      - { id: KR-2.2, title: Faster payment }
`;

export const FILES: readonly LanguageDocument[] = [
  { path: PATH, text: GUEST },
  { path: 'outcomes/PAY-200-refunds.md', text: REFUND },
  {
    path: 'outcomes/retrospectives/2026-11.md',
    text: 'We looked at [it](../PAY-100-guest-checkout.md) and PAY-100.\n',
  },
];

const REPOSITORY = ['README.md', 'docs/', 'docs/report.md', 'docs/my notes.md', 'src/', 'src/events.ts', 'outcomes/'];

/** What is known around the two epics; the history also names PAY-300 and CHK-7. */
export function makeContext(changes: Partial<LanguageContext> = {}): LanguageContext {
  const parsed = FILES.slice(0, 2).map(({ path, text }) =>
    epics.parseEpic({ path, text, origin: 'file', unsaved: false }),
  );
  return {
    folder: 'outcomes',
    outcomes: {
      epics: parsed,
      valueTree: epics.parseValueTree('outcomes/value-tree.yaml', VALUE_TREE),
      team: epics.parseTeam('outcomes/team.yaml', 'team: Payments'),
      teams: [],
    },
    today: '2026-11-20',
    tickets: () => Promise.resolve(['PAY-300', 'PAY-101', 'CHK-7']),
    listPaths: prefix => Promise.resolve(REPOSITORY.filter(path => path.startsWith(prefix) && !inner(path, prefix))),
    ...changes,
  };
}

/** Whether a path lies deeper than the folder that the prefix names. */
function inner(path: string, prefix: string): boolean {
  return path.slice(prefix.lastIndexOf('/') + 1, -1).includes('/');
}

/** A text with the writer's place marked by `¦`. */
export function cut(marked: string, path = PATH): { readonly document: LanguageDocument; readonly offset: number } {
  const offset = marked.indexOf('¦');
  if (offset === -1) throw new Error('no place is marked');
  return { document: { path, text: marked.slice(0, offset) + marked.slice(offset + 1) }, offset };
}
