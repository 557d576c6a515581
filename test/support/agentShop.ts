import { makeRepo, type TestRepo } from './repo.ts';

export const EPIC = `---
key: PAY-100
title: Guest checkout
stage: launch
keyResult: KR-1
outcome:
  statement: Guests pay without an account, so fewer give up.
  benefits: [customer]
  measures: [{ name: Completed guest orders, unit: '%', baseline: 12, target: 20, measured: [{ on: 2026-10-01, value: 14 }] }]
tickets: [PAY-101]
---
The shop asks for an account before it takes money.

## Go-live readiness
- [x] Rollback criteria agreed
- [ ] Support briefed
- [x] Runbook written ([runbook](../docs/runbook.md))
`;

/** An epic, and a branch of somebody for a ticket of it. */
export function agentShop(epic = EPIC): TestRepo {
  const repo = makeRepo();
  repo.commit('Begin', { files: { 'outcomes/PAY-100.md': epic, 'docs/other.md': 'x' } });
  repo.switchTo('ada/feature/PAY-101-form');
  repo.commit('PAY-101 A subject that no agent reads');
  return repo;
}
