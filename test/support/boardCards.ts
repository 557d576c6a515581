import type { Card, Column, ShownBoard } from '../../src/protocol/boardProtocol.ts';

export function createCard(key: string, overrides: Partial<Card> = {}): Card {
  const path = `outcomes/${key}.md`;
  return {
    path,
    key,
    title: `Epic ${key}`,
    outcome: 'Guests pay without an account.',
    write: null,
    type: 'feature',
    typeLabel: 'Feature',
    objective: null,
    keyResult: null,
    keyResultLabel: '',
    actual: '',
    gate: { name: 'Ready to test', met: 1, total: 3, summary: 'Ready to test: 1 of 3 met' },
    age: '12 days in Build',
    ageHow: 'Since 8 Nov 2026, as the history of its file tells.',
    signs: [],
    fixed: '',
    open: { id: 'openEpic', label: 'Open Epic File', argument: path },
    ...overrides,
  };
}

export function createColumn(stage: Column['stage'], ...cards: readonly Card[]): Column {
  return { stage, label: stage ?? 'No stage', inProgress: stage === 'build', cards: [...cards] };
}

export function createBoard(...columns: readonly Column[]): ShownBoard {
  return {
    kind: 'board',
    repository: 'web-shop',
    inProgress: '1 epic in progress, from Build to Launch',
    columns: [...columns],
    objectives: [],
    types: [],
    notices: [],
  };
}
