import * as z from 'zod/mini';
import type { Epic } from '../model/epic.ts';
import type { Outcome } from '../model/outcome.ts';
import type { EpicVersion } from '../model/ports/epicsPort.ts';
import type { Problem } from '../model/problem.ts';
import { normaliseTicketKey } from '../model/text/ticketKeys.ts';
import type { FrontMatter } from './frontMatter.ts';
import { readBySchema } from './readBySchema.ts';
import { readYaml } from './readYaml.ts';
import { epicSchema } from './schema/epicSchema.ts';
import type { SourceText } from './sourceText.ts';
import type { MapNode } from './yamlTree.ts';

/** What the front matter says; `key` and `title` may have to come from elsewhere. */
export type EpicFields = Omit<
  Epic,
  'key' | 'title' | 'nonGoals' | 'decisions' | 'openQuestions' | 'documents' | 'gates'
> & {
  readonly key: string | null;
  readonly title: string | null;
};

/** The key has a fallback, so that its absence costs nothing but a problem. */
const readable = z.partial(epicSchema, { key: true });
type Readable = z.output<typeof readable>;

/** Reads the front matter. `fields` is null when none of our keys could be used. */
export function readEpicFields(
  source: SourceText,
  { state, yaml, fence }: FrontMatter,
  problems: Problem[],
): { readonly fields: EpicFields | null; readonly root: MapNode } {
  const content = readYaml(source, yaml, problems);
  const { root } = content;
  const key = root.entries.get('key');
  if (state === 'closed' && (key === undefined || key.kind === 'null'))
    problems.push(source.problem('schema/invalid', key?.range ?? fence, 'key is missing'));
  const data = readBySchema(readable, content, source, problems);
  const known = data !== null && Object.keys(readable.shape).some(name => data[name] !== undefined);
  return { fields: known ? fieldsOf(data) : null, root };
}

const versionSchema = z.pick(readable, { key: true, stage: true, outcome: true, launched: true });

/** Reads key, stage, outcome and launch of front matter, and checks nothing else. */
export function readVersionFields(source: SourceText, { yaml }: FrontMatter): EpicVersion {
  const problems: Problem[] = [];
  const data = readBySchema(versionSchema, readYaml(source, yaml, problems), source, problems);
  return {
    key: data?.key === undefined ? null : epicKey(data.key),
    stage: data?.stage ?? null,
    outcome: data?.outcome === undefined ? null : outcomeOf(data.outcome),
    launched: data?.launched ?? null,
  };
}

function fieldsOf(data: Readable): EpicFields {
  return {
    key: data.key === undefined ? null : epicKey(data.key),
    title: data.title?.trim().replace(/\s+/g, ' ') || null,
    type: data.type ?? null,
    stage: data.stage ?? null,
    outcome: data.outcome === undefined ? null : outcomeOf(data.outcome),
    keyResult: data.keyResult === undefined ? null : String(data.keyResult),
    tickets: [...new Set((data.tickets ?? []).map(ticketKey))],
    commitment:
      data.commitment === undefined ? null : { on: data.commitment.on, confidence: data.commitment.confidence ?? null },
    launched: data.launched ?? null,
    dependsOn: (data.dependsOn ?? []).map(needed => ({
      team: needed.team,
      what: needed.for ?? null,
      since: needed.since ?? null,
      until: needed.until ?? null,
    })),
    beliefs: (data.beliefs ?? []).map(({ belief, confidence, wouldChangeOurMind, disagreement, review }) => ({
      belief,
      confidence: confidence ?? null,
      wouldChangeOurMind: wouldChangeOurMind ?? null,
      disagreement: disagreement ?? null,
      review: review ?? null,
    })),
    debt: data.debt === undefined ? null : { impacts: data.debt.impacts ?? [], paths: data.debt.paths ?? [] },
  };
}

function outcomeOf(data: NonNullable<Readable['outcome']>): Outcome {
  return {
    statement: data.statement?.trim() ?? '',
    benefits: data.benefits ?? [],
    measures: (data.measures ?? []).map(measure => ({
      name: measure.name,
      unit: measure.unit ?? null,
      baseline: measure.baseline ?? null,
      target: measure.target ?? null,
      by: measure.by ?? null,
      confidence: measure.confidence ?? null,
      tolerance: measure.tolerance ?? null,
      measured: (measure.measured ?? []).map(({ on, value }) => ({ on, value })),
    })),
    earlySigns: (data.earlySigns ?? []).map(sign =>
      typeof sign === 'string'
        ? { sign, by: null, seen: null }
        : { sign: sign.sign, by: sign.by ?? null, seen: sign.seen ?? null },
    ),
    reviews: data.reviews ?? [],
    actual:
      data.actual === undefined
        ? null
        : { verdict: data.actual.verdict, on: data.actual.on ?? null, note: data.actual.note ?? null },
  };
}

/** Numbers are numbers of the tracker, `GH-12` and the like too; everything else is an id as written. */
function epicKey(written: string | number): string {
  if (typeof written === 'number') return `#${written}`;
  const key = normaliseTicketKey(written);
  return key?.startsWith('#') === true ? key : written.trim();
}

/** As tickets are named everywhere else: `pay-101` -> `PAY-101`. */
export function ticketKey(written: string | number): string {
  return typeof written === 'number' ? `#${written}` : (normaliseTicketKey(written) ?? written.trim());
}
