import { announcesEffect } from './effects.ts';
import {
  ABSTRACT,
  COMMON_PARTICIPLES,
  COMMON_VERBS,
  EFFECT_VERBS,
  FINITE,
  LINKS,
  NOT_ENGLISH,
  PEOPLE,
  PLANS,
  TASK_NOUNS,
  TASK_PARTICIPLES,
  TASK_VERBS,
  TECHNOLOGY,
  THINGS,
} from './words.ts';

const WORK = [THINGS, TECHNOLOGY, PLANS];
/** A statement is a sentence or two; a longer text says more than these rules understand. */
const MAX_LENGTH = 1_000;
/** "The new, fully responsive dashboard": more words before the thing make a sentence of it. */
const MAX_BEFORE_THING = 4;

/**
 * True when a statement names nothing but tasks and things to build. Made for plain English and careful: with any sign of an
 * effect, or a sentence that it does not understand, it is false. Linear in the length of the text.
 */
export function namesOnlyTasks(statement: string): boolean {
  if (statement.length > MAX_LENGTH) return false;
  const text = statement.toLowerCase().replaceAll('’', "'");
  if (announcesEffect(text)) return false;
  const clauses = text.split(/[.;:!?](?=\s|$)|[\r\n]+|\s[-–—]\s|—/).map(tokensOf);
  const said = clauses.filter(tokens => tokens.length > 0);
  if (said.flat().some(word => NOT_ENGLISH.has(word))) return false;
  return said.length > 0 && said.every(tokens => isTask(tokens) && !tellsOfPeople(tokens));
}

/** Words and commas. Particles are joined to their verbs, and what only leads to the verb is cut. */
function tokensOf(clause: string): readonly string[] {
  const joined = clause
    .replace(/\b(set|clean|cleaned|roll|rolled|kick|work)(ed)? (up|out|off|on)\b/g, '$1_$3')
    .replace(/\b(front|back) end\b/g, '$1end')
    .replace(/^[\s>*•+-]+|^\s*\d+[.)]\s+/, ' ')
    .replace(/^\s*(?:please|first|then|finally|goal|our goal is to|the goal is to|and|to)\b/, ' ')
    .replace(/^\s*(?:we|the team|our team)\s+(?:will|want to|plan to|need to|must|should|shall|are going to)\b/, ' ');
  return joined.match(/[\p{L}\p{N}_'/-]+|,/gu) ?? [];
}

function isTask(tokens: readonly string[]): boolean {
  return (
    beginsWithTask(tokens) || isTaskDone(tokens) || isNounOfTask(tokens) || isThing(tokens) || isThingGiven(tokens)
  );
}

/** "Rewrite the panel", "deliver the new checkout", "improve the code". */
function beginsWithTask(tokens: readonly string[]): boolean {
  const [verb = '', ...rest] = tokens;
  if (TASK_VERBS.has(verb)) return !rest.slice(0, 3).some(word => ABSTRACT.has(word));
  if (!COMMON_VERBS.has(verb)) return false;
  return EFFECT_VERBS.has(verb) ? rest.some(word => TECHNOLOGY.has(word)) : rest.some(isWork);
}

/** "The module is rewritten", "all services will be migrated". */
function isTaskDone(tokens: readonly string[]): boolean {
  return tokens.some((word, at) => {
    if (word !== 'is' && word !== 'are' && word !== 'be' && word !== 'been') return false;
    const next = tokens.slice(at + 1, at + 3);
    if (next.some(done => TASK_PARTICIPLES.has(done))) return true;
    return next.some(done => COMMON_PARTICIPLES.has(done)) && tokens.slice(0, at).some(isWork);
  });
}

/** A thing to build, what only engineers see, or what work is planned in; also in the plural. */
function isWork(word: string): boolean {
  return word === 'new' || [word, word.replace(/s$/, '')].some(one => WORK.some(set => set.has(one)));
}

/** "Implementation of a chatbot", "version 2 of the API". */
function isNounOfTask(tokens: readonly string[]): boolean {
  const [first = '', second = ''] = withoutArticle(tokens);
  const goesOn = /^\d/.test(second) || second === 'of' || second === 'to' || second === 'for' || second === 'from';
  return TASK_NOUNS.has(first) && goesOn && !hasVerb(tokens);
}

/** "Dark mode", "a new dashboard for sales managers". */
function isThing(tokens: readonly string[]): boolean {
  const phrase = withoutArticle(tokens);
  const head = phrase.findLastIndex((word, at) => THINGS.has(word) && at <= MAX_BEFORE_THING && !hasLink(phrase, at));
  if (head === -1 || hasVerb(phrase) || PEOPLE.has(phrase[0] ?? '')) return false;
  const next = phrase[head + 1];
  return next === undefined || LINKS.has(next) || next === ',';
}

/** "The app will get a new home screen". */
function isThingGiven(tokens: readonly string[]): boolean {
  const verb = tokens.findIndex(word => /^(?:gets?|receives?|has|have)$/.test(word));
  const isNew = tokens.slice(verb + 1, verb + 3).includes('new');
  return verb > 0 && isNew && tokens.slice(0, verb).some(word => THINGS.has(word));
}

/** ", and customers love it": people who do something after a task. */
function tellsOfPeople(tokens: readonly string[]): boolean {
  return tokens.some((word, at) => {
    if (word !== 'and' && word !== ',' && word !== 'which') return false;
    const next = tokens[at + 1] === 'our' || tokens[at + 1] === 'the' ? at + 2 : at + 1;
    const verb = tokens[next + 1];
    return PEOPLE.has(tokens[next] ?? '') && verb !== undefined && verb !== ',' && !LINKS.has(verb);
  });
}

function hasVerb(tokens: readonly string[]): boolean {
  return tokens.some(word => FINITE.has(word));
}

function hasLink(tokens: readonly string[], end: number): boolean {
  return tokens.slice(0, end).some(word => LINKS.has(word));
}

function withoutArticle(tokens: readonly string[]): readonly string[] {
  const [first = ''] = tokens;
  return first === 'a' || first === 'an' || first === 'the' || first === 'our' ? tokens.slice(1) : tokens;
}
