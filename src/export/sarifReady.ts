import type { ItemState } from '../model/checklist.ts';
import type { ItemReadiness, Readiness, ReadyAnswer } from '../model/ready.ts';
import { placesIn } from '../model/textRange.ts';
import { answerSentences, readyMissingText, stateLabel, stateMeaning, stateReason } from '../wording/ready.ts';
import { sarifLog, type SarifLevel, type SarifResult, type SarifRule } from './sarif.ts';

/** The states that are worth a result. */
const TOLD = ['open', 'broken', 'disproved', 'unknown', 'claimed', 'stale'] as const;
const RULES: ReadonlyMap<string, SarifRule> = new Map(
  TOLD.map(state => [`ready/${state}`, { ...stateMeaning(state), level: isMetAlone(state) ? 'note' : levelOf(state) }]),
);

/**
 * Readiness as SARIF: a result for each item that is not met, and a note for each that is met by a tick alone or by one older than
 * its evidence. What earlier stages left open changes no answer and is a note. `asked` names what was asked about.
 */
export function readySarif(answer: ReadyAnswer, asked: readonly string[], version: string | null): unknown {
  const { value: ready } = answer;
  const isAnswered = ready !== null && ready.verdict !== 'unknown';
  return sarifLog({
    version,
    name: ['ready', ...asked].join('/'),
    rules: RULES,
    results: ready === null ? [] : resultsOf(ready),
    unanswered: isAnswered ? [] : answerSentences(answer),
    notes: isAnswered ? answer.missing.map(code => readyMissingText(code, answer)) : [],
  });
}

/** Counts as met, unless the gate asks for more. */
function isMetAlone(state: ItemState): boolean {
  return state === 'claimed' || state === 'stale';
}

/** Of what is not met. What cannot be checked here is no "no". */
function levelOf(state: ItemState): SarifLevel {
  return state === 'unknown' ? 'warning' : 'error';
}

function resultsOf(ready: Readiness): readonly SarifResult[] {
  const { text, path } = ready.epic;
  const places = placesIn(text);
  const resultOf = (item: ItemReadiness, gate: string, isAsked: boolean): SarifResult[] => {
    const { state, met } = item;
    if (!TOLD.some(told => told === state) || (met && !isAsked)) return [];
    const { start, end } = item.item.range;
    const reasons = item.reasons.map(reason => stateReason(reason, item)).join(' ');
    const earlier = isAsked ? '' : ' It belongs to an earlier stage.';
    return [
      {
        rule: `ready/${state}`,
        level: met || !isAsked ? 'note' : levelOf(state),
        message: `“${item.item.text}” (${gate}): ${stateLabel(state)}. ${reasons}${earlier}`,
        path,
        start: places(start),
        end: places(end),
        subject: `${gate}\n${item.item.text}`,
      },
    ];
  };
  const of = (gates: Readiness['asked'], isAsked: boolean) =>
    gates.flatMap(({ gate, items }) => items.flatMap(item => resultOf(item, gate.name, isAsked)));
  return [...of(ready.asked, true), ...of(ready.earlierOpen, false)];
}
