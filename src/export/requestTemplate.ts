import { REQUEST_SECTIONS, SECTION_TITLES, type RequestSectionKind } from '../wording/pullRequest.ts';
import type { RequestSection } from './pullRequest.ts';
import { templateHeadings, type TemplateHeading } from './templateHeadings.ts';

/** Words of a heading that ask for a section. */
const ASKS: Readonly<Record<RequestSectionKind, RegExp>> = {
  why: /\b(?:why|motivation|context|background|purpose|rationale|problem|goals?|reason|outcomes?|intent|value)\b/,
  changes: /\b(?:what|changes?|changed|modifications?|implementation)\b/,
  testing: /\b(?:tests?|tested|testing|qa|verify|verification|verified|validation|validated)\b/,
  readiness:
    /\b(?:checklist|check list|readiness|ready|definition of done|dod|to ?dos?|before merging|before you merge)\b/,
};
/** A heading over everything that is said, where none asks for why or what. */
const ASKS_FOR_ALL = /\b(?:description|summary|overview|details)\b/;
/** "Types of changes" and "Breaking changes" are questions of their own. */
const ASKS_ELSE = /\b(?:types?|kinds?|breaking|how|screenshots?|related|linked)\b/;
const WHAT_AND_WHY = /\bwhat\b.*\bwhy\b|\bwhy\b.*\bwhat\b/;

/** A text that is added to a template at an offset. */
interface Addition {
  readonly at: number;
  readonly text: string;
}

/**
 * A team's template with our sections under the headings that ask for them. What fits none is added: why above everything, the
 * rest at the end. Everything of the template stays, byte for byte; nothing is added inside a comment or code that has no end.
 */
export function fillTemplate(template: string, sections: readonly RequestSection[]): string {
  const { headings, begin, end } = templateHeadings(template);
  const places = placesFor(headings, sections);
  const level = '#'.repeat(Math.min(Math.max(headings.find(({ level }) => level > 1)?.level ?? 2, 2), 6));
  const titled = ({ kind, text }: RequestSection) => `${level} ${SECTION_TITLES[kind]}\n\n${text}`;
  const additions: Addition[] = [];
  for (const heading of headings) {
    const own = sections.filter(({ kind }) => places.get(kind) === heading);
    if (own.length === 0) continue;
    const [first, ...others] = own.map(({ kind, text }, at) =>
      at === 0 ? text : `**${SECTION_TITLES[kind]}**\n\n${text}`,
    );
    additions.push({ at: heading.contentEnd, text: [first, ...others].join('\n\n') });
  }
  const left = sections.filter(({ kind }) => !places.has(kind));
  const why = left.filter(({ kind }) => kind === 'why').map(titled);
  const others = left.filter(({ kind }) => kind !== 'why' && kind !== 'testing').map(titled);
  if (why.length > 0) additions.unshift({ at: begin, text: why.join('') });
  if (others.length > 0) additions.push({ at: end, text: others.join('\n\n') });
  return withAdditions(template, additions);
}

/** The heading that each section stands under. Headings that ask for one thing only come before those that ask for more. */
function placesFor(
  headings: readonly TemplateHeading[],
  sections: readonly RequestSection[],
): ReadonlyMap<RequestSectionKind, TemplateHeading> {
  const asking = headings.map(heading => ({ heading, kinds: kindsAsked(heading.text) }));
  const all = headings.find(({ text }) => ASKS_FOR_ALL.test(text));
  const places = new Map<RequestSectionKind, TemplateHeading>();
  for (const { kind } of sections) {
    const fitting = asking.filter(({ kinds }) => kinds.includes(kind));
    const best = fitting.toSorted((a, b) => a.kinds.length - b.kinds.length)[0]?.heading;
    const place = best ?? (kind === 'why' || kind === 'changes' ? all : undefined);
    if (place !== undefined) places.set(kind, place);
  }
  return places;
}

function kindsAsked(heading: string): readonly RequestSectionKind[] {
  if (ASKS.testing.test(heading)) return ['testing'];
  if (ASKS.readiness.test(heading)) return ['readiness'];
  const kinds = REQUEST_SECTIONS.filter(kind => ASKS[kind].test(heading));
  if (WHAT_AND_WHY.test(heading)) return ['why', 'changes'];
  if (kinds.includes('why')) return heading.includes('change') ? kinds : ['why'];
  return ASKS_ELSE.test(heading) ? [] : kinds;
}

/** Puts each text between blank lines, with the template's own line ends. */
function withAdditions(template: string, additions: readonly Addition[]): string {
  const eol = template.includes('\r\n') ? '\r\n' : '\n';
  let out = '';
  let from = 0;
  for (const { at, text } of additions) {
    out += template.slice(from, at);
    from = at;
    const rest = template.slice(at);
    out += out === '' || out === '\ufeff' ? '' : missingBreaks(/(?:\r?\n[ \t]*)*$/.exec(out)?.[0] ?? '', eol);
    out += text.replaceAll('\n', eol);
    out +=
      rest.trim() === '' && rest !== ''
        ? ''
        : rest === ''
          ? eol
          : missingBreaks(/^(?:[ \t]*\r?\n)*/.exec(rest)?.[0] ?? '', eol);
  }
  return out + template.slice(from);
}

/** Two line breaks make a blank line. */
function missingBreaks(found: string, eol: string): string {
  return eol.repeat(Math.max(0, 2 - (found.match(/\n/g) ?? []).length));
}
