import { OUTCOME_PLACEHOLDER } from '../model/outcome.ts';
import { yamlString } from './yamlString.ts';

/** The template for new epic files where a team has none of its own; `template.ts` explains the placeholders. */
export const BUILT_IN_TEMPLATE = `---
# The tracker's key, or any id that no other epic has.
key: {{key}}
title: {{title}}
# feature | defect | risk | debt
type: feature
# discovery | build | qa | launch | review | closed | stopped
stage: discovery
outcome:
  # What changes for the customer, the business or the platform? An intention, not a promise.
  statement: ${yamlString(OUTCOME_PLACEHOLDER)}
  # Who is better off: customer, business, platform.
  benefits: []
  # How you would see it, for example: { name: cart abandonment, unit: "%", baseline: 31, target: 26, by: 2026-12-01 }
  measures: []
  # What would tell you early that the bet works, for example: a fifth of checkouts use it in the first week.
  earlySigns: []
  # The days on which you look at it again, for example: [2026-12-01, 2027-01-01, 2027-02-01]
  reviews: {{reviews}}
# What must be true for it to work, how sure you are in percent, what would change your mind, and when you look again:
# - { belief: the account is the obstacle, confidence: 70, wouldChangeOurMind: as many leave as before, review: 2026-12-01 }
beliefs: []
# The key result in value-tree.yaml that this serves, if there is one.
# keyResult: KR-2.1
# Work under this epic, where no tracker tells. Keys like "#12" need quotes.
tickets: {{tickets}}
# A date that somebody counts on, and how sure you are, in percent.
# commitment: { on: 2026-12-10, confidence: 85 }
---
# {{title}}

<!-- Why now? A few lines that a new colleague would understand. -->

## Non-goals

<!-- What this will not do, one line each. It saves the most talk later. -->

## Decisions

<!-- What was decided and why, one line each. -->

## Open questions

<!-- What you do not know yet, one line each. -->

## Problem worth solving

- [ ] The pain is described as something people do, or a workflow that breaks
- [ ] The business reason is named: retention, growth, cost or position
- [ ] We know who it is for first
- [ ] What is out of scope is written down
- [ ] It is clear who decides trade-offs

## Ready to build

- [ ] The problem is stated, not only the solution
- [ ] The target user is named
- [ ] The signal that will tell us it worked is defined
- [ ] The non-goals are written above
- [ ] The user flow is clear from start to end
- [ ] Every acceptance criterion can be tested
- [ ] Dependencies on other teams and systems are identified
- [ ] There is a plan for what we will measure in the product
- [ ] Edge cases are listed
- [ ] We know who decides when goals compete
- [ ] Constraints are visible: legal, data, platform, migration, pricing, partners, timing
- [ ] Open questions are listed above

## Ready to test

- [ ] There is a summary of what changed
- [ ] The expected behaviour is described
- [ ] Known risk areas are pointed out
- [ ] Accounts and data for testing are ready
- [ ] Release notes exist as a draft

## Definition of done

- [ ] It was tested against the acceptance criteria
- [ ] Telemetry for the behaviour we want to see is live
- [ ] The words that users read are final
- [ ] Support, sales and success know what is coming
- [ ] Rollout controls are in place where exposure is staged
- [ ] Somebody outside the team could use it, and we saw it

## Go-live readiness

- [ ] The rollout plan has one owner, named as a role
- [ ] Monitoring shows product and technical signals
- [ ] Support knows the likely questions and the known issues
- [ ] Customer-facing copy is final
- [ ] Criteria for a rollback were agreed beforehand
- [ ] The review after the launch is in the calendar
- [ ] Internal stakeholders know the date and the scope
- [ ] Access, permissions and migrations were tried out
- [ ] Analytics events arrive
- [ ] Signals of success and of failure are visible on day one

## Outcome review

- [ ] Measured against the baseline after 30 days
- [ ] Measured against the baseline after 60 days
- [ ] Measured against the baseline after 90 days
- [ ] What we hoped for and what happened are compared
- [ ] What we learnt is written down
- [ ] The follow-up is decided: keep, change or stop
`;
