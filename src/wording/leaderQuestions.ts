import type { Try } from '../model/epic.ts';
import type { FeatureFactory } from '../model/flow/featureFactory.ts';
import type { FocusMetric } from '../model/flow/focus.ts';
import type { Share } from '../model/flow/share.ts';
import type { DebtFacts, FinishedFacts, LeaderFacts, LearnAnswer, OutcomeChanges, Ties } from '../model/learn/learn.ts';
import { dayLabel } from './dates.ts';
import { inWeek } from './figures/calibrationNotes.ts';
import { shareOpening } from './figures/share.ts';
import { countLabel } from './figures/places.ts';
import { workTypeLabel } from './flow.ts';
import { FOCUS_TEXT } from './focus.ts';

/** More keys in one sentence are read by nobody. */
const MOST_KEYS = 8;
/** More weeks of one epic are read by nobody. */
const MOST_WEEKS = 4;

/** One of the questions that leaders ask: what the product knows of it, and what only people can answer. */
export interface LeaderQuestion {
  readonly about: string;
  readonly known: readonly string[];
  readonly asked: readonly string[];
}

/** What the answer about flow adds. */
export interface LeaderContext {
  /** The Feature Factory Ratio over time, by what may be told of it. */
  readonly periods: FeatureFactory['periods'];
  readonly tries: readonly Try[];
  readonly focus: readonly FocusMetric[];
}

/** Answered where there is data, asked where there is none; worded as curiosity, never as a check on anybody. */
export function leaderQuestions(answer: LearnAnswer, context: LeaderContext): LeaderQuestion[] {
  const { questions } = answer;
  return [
    intent(questions, answer.type),
    {
      about: 'Strategic connection',
      known: tiesText(questions.ties),
      asked: ['Where no business reason is written down: are we at ease asking for it?'],
    },
    {
      about: 'Awareness in the team',
      known: changesText(questions.changes),
      asked: [
        'Would a developer, a tester and a designer describe the purpose of our current work alike?',
        'Could we say what success looks like beyond "delivered"?',
      ],
    },
    {
      about: 'Product empowerment',
      known: [],
      asked: [
        'Was the problem framed together with the product person, or handed over as a solution?',
        'If they seem far away: what upstream makes it so?',
      ],
    },
    ...(answer.type === null || answer.type === 'debt' ? [debt(questions.debt)] : []),
    {
      about: 'Measurement and reflection',
      known: [
        ...ratioText(answer, context.periods),
        ...finishedText(questions.finished),
        ...measuredText(answer.calibration.all.measured),
      ],
      asked: ['What did comparing teach us, and what would make it easier next time?'],
    },
    {
      about: 'Culture',
      known: [],
      asked: ['Do we ask for outcomes to focus, not to control?', 'When we met resistance: were we curious first?'],
    },
    {
      about: 'Each month',
      known: [...triesText(context.tries), ...focusText(context.focus)],
      asked: [
        'What did we decide to try last month, and what do the charts say since?',
        'Which three to five inputs do we look at next month?',
      ],
    },
  ];
}

function intent(
  { inFlight, withoutOutcome, withoutBenefit, onlyFeature }: LeaderFacts,
  type: LearnAnswer['type'],
): LeaderQuestion {
  const stating = inFlight.length - withoutOutcome.length;
  const known =
    inFlight.length === 0
      ? [`No epic${ofType(type)} is in flight.`]
      : [
          `${stating} of ${countLabel(inFlight.length, 'epic')} in flight ${isOne(stating, inFlight.length) ? 'has' : 'have'} an anticipated outcome.${named(' Without one', withoutOutcome)}`,
          ...(stating === 0 ? [] : [benefitText(withoutBenefit)]),
          ...(onlyFeature.length === 0
            ? []
            : [
                `${onlyFeature.length === 1 ? 'Reads' : 'Read'} like a thing to build, with no end state: ${keys(onlyFeature)}.`,
              ]),
        ];
  const open = withoutOutcome.length + onlyFeature.length > 0;
  return {
    about: 'Intent before execution',
    known,
    asked: [
      open
        ? 'If one of those worked: what would be different, and for whom?'
        : 'Which of these outcomes would we write differently today?',
    ],
  };
}

function benefitText(without: readonly string[]): string {
  return without.length === 0
    ? 'Each outcome says whether it matters to customer, business or platform.'
    : `${without.length === 1 ? 'Does' : 'Do'} not say whether it matters to customer, business or platform: ${keys(without)}.`;
}

function tiesText({ keyResult, measure, nothing }: Ties): string[] {
  const all = keyResult.length + measure.length + nothing.length;
  if (all === 0) return [];
  return [
    `${ofEpics(keyResult.length, all)} tied to a key result.${named(' Tied to a measure of its own', measure, ' Tied to measures of their own')}${named(' Tied to none', nothing)}`,
  ];
}

function changesText(changes: readonly OutcomeChanges[]): string[] {
  const changed = changes.filter(({ changedWeeks }) => changedWeeks.length > 0);
  const same = changes.filter(({ changedWeeks, past, writtenWeek }) => {
    return changedWeeks.length === 0 && past === 'whole' && writtenWeek !== null;
  });
  const unknown = changes.filter(({ past }) => past !== 'whole');
  return [
    ...changed.map(({ key, writtenWeek, changedWeeks }) => {
      const first = writtenWeek === null ? '' : ` since it was first committed${inWeek(writtenWeek)}`;
      const weeks = [...new Set(changedWeeks)];
      const newest = weeks.toReversed().slice(0, MOST_WEEKS).map(dayLabel);
      const more = weeks.length > MOST_WEEKS ? ', and before' : '';
      const lead = weeks.length === 1 ? 'in the week of' : 'in the weeks of';
      return `The outcome of ${key} was changed ${timesLabel(changedWeeks.length)}${first}: ${lead} ${newest.join(', ')}${more}.`;
    }),
    ...(same.length === 0 ? [] : [`Unchanged since it was first committed: ${keys(same.map(({ key }) => key))}.`]),
    ...(unknown.length === 0
      ? []
      : [`Of these the past is not all here, so more may have changed: ${keys(unknown.map(({ key }) => key))}.`]),
  ];
}

function timesLabel(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

function debt({ epics, named: reasons, effects, withoutReason }: DebtFacts): LeaderQuestion {
  const about = 'Debt with purpose';
  if (epics.length === 0) return { about, known: ['No epic is of the type debt.'], asked: [] };
  const name = (count: number): string =>
    `${count} of ${countLabel(epics.length, 'debt epic')} ${isOne(count, epics.length) ? 'names' : 'name'}`;
  return {
    about,
    known: [
      `${name(reasons.length)} reliability, scalability or risk.`,
      `${name(effects.length)} customer experience, volume or cost.${named(' Without any named reason', withoutReason)}`,
    ],
    asked: ['If this debt were paid: what would get better, and who would notice?'],
  };
}

function ratioText({ ratio: { ratio }, type }: LearnAnswer, periods: LeaderContext['periods']): string[] {
  if (ratio.of === 0) return [`There is no epic${ofType(type)} yet, so there is no Feature Factory Ratio.`];
  const told = periods.flatMap(({ from, epics }) => (epics === null || epics.of === 0 ? [] : [{ from, epics }]));
  const [first, last] = [told[0], told.at(-1)];
  const now = `Feature Factory Ratio: ${shareOpening(ratio, ratio.of === 1 ? 'epic' : 'epics')} without an anticipated outcome.`;
  if (first === undefined || last === undefined || first === last) return [now];
  return [
    now,
    `Of the epics worked on: ${first.epics.count} of ${first.epics.of} in the four weeks from ${dayLabel(first.from)}, ${last.epics.count} of ${last.epics.of} in those from ${dayLabel(last.from)}. With so few, one epic moves it.`,
  ];
}

function finishedText({ epics, compared }: FinishedFacts): string[] {
  if (epics.length === 0) return ['No epic is finished yet, so nothing could be compared.'];
  const missing = epics.filter(key => !compared.includes(key));
  return [
    `${compared.length} of ${countLabel(epics.length, 'finished epic')} had anticipated and actual compared.${named(' Not compared', missing)}`,
  ];
}

function measuredText({ count, of }: Share): string[] {
  if (of === 0) return [];
  const missing = of - count;
  return missing === 0
    ? ['Every due measure was measured.']
    : [`${missing} of ${countLabel(of, 'due measure')} ${isOne(missing, of) ? 'was' : 'were'} not measured.`];
}

function triesText(tries: readonly Try[]): string[] {
  if (tries.length === 0) return [];
  const open = tries.filter(({ outcome }) => outcome === null).length;
  const whose = tries.length === 1 ? '' : ` of ${open}`;
  const written = `${tries.length} ${tries.length === 1 ? 'thing is' : 'things are'} written down under "tries" in team.yaml`;
  return [
    open === 0
      ? `${written}, each with what became of it.`
      : `${written};${whose} it does not say yet what became of it.`,
  ];
}

function focusText(focus: readonly FocusMetric[]): string[] {
  return focus.length === 0 ? [] : [`Pinned now: ${focus.map(metric => FOCUS_TEXT[metric].label).join(', ')}.`];
}

/** "1 of 3 epics in flight is", "1 of 1 epic in flight is", "0 of 1 epic in flight is". */
function ofEpics(count: number, all: number): string {
  return `${count} of ${countLabel(all, 'epic')} in flight ${isOne(count, all) ? 'is' : 'are'}`;
}

function ofType(type: LearnAnswer['type']): string {
  return type === null ? '' : ` of the type ${workTypeLabel(type)}`;
}

/** Of one thing even none is singular. */
function isOne(count: number, all: number): boolean {
  return count === 1 || all === 1;
}

function named(lead: string, some: readonly string[], leadOfMany = lead): string {
  return some.length === 0 ? '' : `${some.length === 1 ? lead : leadOfMany}: ${keys(some)}.`;
}

function keys(some: readonly string[]): string {
  const more = some.length - MOST_KEYS;
  return `${some.slice(0, MOST_KEYS).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
