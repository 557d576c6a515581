import type { Place } from '../model/textRange.ts';
import { encodedPath, plainLine } from './plain.ts';

/** Readers of SARIF show a message up to about here. */
const MOST_CHARACTERS = 1000;

export type SarifLevel = 'error' | 'warning' | 'note';

/** What a kind of result is about. */
export interface SarifRule {
  /** A few words, without a full stop. */
  readonly title: string;
  /** Sentences: why it matters. */
  readonly description: string;
  readonly level: SarifLevel;
}

/** Where a result is. `path` is inside the repository, with `/`. Without places it is the file as a whole. */
export interface SarifLocation {
  readonly path: string;
  readonly start: Place | null;
  readonly end: Place | null;
}

export interface SarifResult extends SarifLocation {
  readonly rule: string;
  readonly level: SarifLevel;
  readonly message: string;
  /** What the result is about beside its rule and file: stays the same while lines move. */
  readonly subject: string;
}

/** What one run of a command found. */
export interface SarifRun {
  /** Of the command line; null when it runs from source. */
  readonly version: string | null;
  /** Tells one run from others of the same commit, such as `ready/PAY-100`. */
  readonly name: string;
  readonly rules: ReadonlyMap<string, SarifRule>;
  readonly results: readonly SarifResult[];
  /** Why there is no answer; empty when there is one. */
  readonly unanswered: readonly string[];
  /** What is to be known of the answer. */
  readonly notes?: readonly string[];
}

/**
 * A SARIF 2.1.0 log (docs.oasis-open.org/sarif/sarif/v2.1.0). Texts are made harmless and cut; only rules that a result names are
 * listed. Without an answer the run counts as failed, so that no results never pass for a good sign.
 */
export function sarifLog({ version, name, rules, results, unanswered, notes = [] }: SarifRun): unknown {
  const notifications = [
    ...unanswered.map(text => notification(text, 'error')),
    ...notes.map(text => notification(text, 'note')),
  ];
  const ids = [...new Set(results.map(({ rule }) => rule))].sort();
  const seen = new Map<string, number>();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Outcome Lens',
            ...(version === null ? {} : { version, semanticVersion: version }),
            rules: ids.map(id => descriptor(id, rules.get(id))),
          },
        },
        automationDetails: { id: `outcome-lens/${encodedPath(name)}/` },
        invocations: [
          {
            executionSuccessful: unanswered.length === 0,
            ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: results.map(result => ({
          ruleId: result.rule,
          ruleIndex: ids.indexOf(result.rule),
          level: result.level,
          message: message(result.message),
          locations: [location(result)],
          partialFingerprints: { 'outcomeLens/v1': fingerprint(result, seen) },
        })),
      },
    ],
  };
}

function descriptor(id: string, rule: SarifRule | undefined): unknown {
  if (rule === undefined) return { id };
  return {
    id,
    shortDescription: message(rule.title),
    fullDescription: message(rule.description),
    help: message(rule.description),
    defaultConfiguration: { level: rule.level },
  };
}

function notification(text: string, level: SarifLevel): unknown {
  return { level, message: message(text) };
}

function location({ path, start, end }: SarifLocation): unknown {
  // GitHub takes no result without a line.
  const region = {
    startLine: start?.line ?? 1,
    ...(start === null ? {} : { startColumn: start.column }),
    ...(start === null || end === null ? {} : { endLine: end.line, endColumn: end.column }),
  };
  return { physicalLocation: { artifactLocation: { uri: encodedPath(path), uriBaseId: '%SRCROOT%' }, region } };
}

/** Plain text: braces are doubled, as the standard asks, and no words of a repository become a link. */
function message(text: string): { readonly text: string } {
  return { text: plainLine(text, MOST_CHARACTERS).replace(/[{}]/g, '$&$&').replaceAll('](', '] (') };
}

/** The same for the same finding in another commit; the second of two equal ones differs from the first. */
function fingerprint({ rule, path, subject }: SarifResult, seen: Map<string, number>): string {
  const about = JSON.stringify([rule, path, subject]);
  const before = seen.get(about) ?? 0;
  seen.set(about, before + 1);
  return `${hash(about)}:${before + 1}`;
}

/** FNV-1a, 64 bit (isthe.com/chongo/tech/comp/fnv), over UTF-16 units. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at++)
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  return value.toString(16).padStart(16, '0');
}
