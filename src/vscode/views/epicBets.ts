import { beliefsDue, signsByDay } from '../../answers/learn/beliefsDue.ts';
import type { SignStanding } from '../../model/bets.ts';
import { isEditable, type EpicFile } from '../../model/epic.ts';
import type { Action, ActionId } from '../../protocol/actions.ts';
import type { BeliefView, EpicCard, SignView } from '../../protocol/outcomeProtocol.ts';
import { lookText, signText, surenessText } from '../../wording/bets.ts';

const SIGN_STATES: Readonly<Record<SignStanding['state'], SignView['state']>> = {
  ...{ late: 'late', seen: 'seen' },
  ...{ expected: 'open', noDay: 'open', over: 'open' },
};

/** What an epic's bet rests on, and what would tell early whether it works. `today` is `YYYY-MM-DD`. */
export function epicBets(file: EpicFile, today: string): Pick<EpicCard, 'beliefs' | 'signs' | 'betsDue'> {
  const { epic } = file;
  if (epic === null) return { beliefs: [], signs: [], betsDue: '' };
  // What only main has is changed on main.
  const mayEdit = isEditable(file);
  const act = (id: ActionId, label: string, argument: string): { action?: Action } =>
    mayEdit ? { action: { id, label, argument: argument.slice(0, MAX_ARGUMENT) } } : {};
  const beliefs = beliefsDue(epic, today).map((standing): BeliefView => {
    const { belief, confidence, wouldChangeOurMind, disagreement } = standing.belief;
    const { action } = act('revisitBelief', 'Revisit…', belief);
    return {
      belief,
      sure: surenessText(confidence),
      changeOurMind: wouldChangeOurMind ?? '',
      disagreement: disagreement ?? '',
      look: lookText(standing, today),
      due: standing.look.state === 'due',
      ...(action === undefined ? {} : { revisit: action }),
    };
  });
  const signs = signsByDay(epic, today).map((standing): SignView => {
    const { action } = standing.state === 'seen' ? {} : act('recordEarlySign', 'Seen…', standing.sign.sign);
    return {
      sign: standing.sign.sign,
      standing: signText(standing, today),
      state: SIGN_STATES[standing.state],
      ...(action === undefined ? {} : { record: action }),
    };
  });
  const due = beliefs.filter(belief => belief.due).length;
  return { beliefs, signs, betsDue: due === 0 ? '' : `${due} due for a look` };
}

/** The longest argument that the host takes; a longer sentence is asked for again. */
const MAX_ARGUMENT = 4096;
