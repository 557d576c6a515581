/** The epic of the host suite's repository: every part of the format once, and two gates with open and ticked items. */
export const guestCheckoutEpic = `---
key: PAY-100                  # the tracker's key, or any unique id
title: Guest checkout
type: feature                 # feature | defect | risk | debt
stage: qa
outcome:
  statement: Guests pay without an account, so fewer carts are abandoned.
  benefits: [customer, business]
  measures:
    - name: cart abandonment
      unit: "%"
      baseline: 31
      target: 26
      measured:
        - { on: 2026-10-01, value: 30.2 }
  earlySigns: [a fifth of checkouts use the guest button in week one]
  reviews: [2026-12-01, 2027-01-01, 2027-02-01]
keyResult: KR-2.1
tickets: [PAY-101, PAY-102]
commitment: { on: 2026-12-10, confidence: 85 }
---
# Guest checkout

Two in three visitors leave when we ask them to register.

## Definition of done

- [x] Functional quality tested against the acceptance criteria
- [ ] Telemetry live for the behaviour to watch
- [ ] User-facing copy final

## Go-live readiness

- [ ] Rollback criteria agreed beforehand
- [ ] Support briefed on likely questions and known issues
`;
