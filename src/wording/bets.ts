import type { BeliefStanding, SignStanding } from '../model/bets.ts';
import { dayLabel, numberLabel, relativeDay } from './dates.ts';

/** How sure the team is, in words and percent. */
export function surenessText(confidence: number | null): string {
  if (confidence === null) return 'How sure are we? Nothing is written yet.';
  return `${surenessWords(confidence)} (${numberLabel(confidence)} %)`;
}

function surenessWords(percent: number): string {
  if (percent < 10) return 'We hardly believe it';
  if (percent < 40) return 'We doubt it';
  if (percent <= 60) return 'It could go either way';
  return percent <= 85 ? 'We are fairly sure' : 'We are very sure';
}

/** When a belief is looked at; '' where nobody is asked to. */
export function lookText({ look }: BeliefStanding, today: string): string {
  switch (look.state) {
    case 'due':
      if (look.since === today) return 'Due for a look today';
      return `Due for a look since ${dayLabel(look.since)} (${relativeDay(look.since, today)})`;
    case 'planned':
      return `Next look: ${dayLabel(look.on)} (${relativeDay(look.on, today)})`;
    case 'noDay':
      return 'When do we look at it again? No day is written yet.';
    case 'over':
      return '';
  }
}

/** How an early sign stands; '' where there is nothing to say. */
export function signText({ sign: { by, seen }, state }: SignStanding, today: string): string {
  const day = by === null ? '' : dayLabel(by);
  switch (state) {
    case 'late':
      return `Expected by ${day}, not seen yet. What does that tell you?`;
    case 'expected':
      return `Expected by ${day} (${relativeDay(by ?? today, today)})`;
    case 'noDay':
      return 'Not seen yet. By when would you see it?';
    case 'over':
      return day === '' ? '' : `Expected by ${day}, not seen`;
    case 'seen': {
      const late = by !== null && seen !== null && seen > by;
      return `Seen on ${dayLabel(seen ?? '')}${late ? `, expected by ${day}` : ''}`;
    }
  }
}
