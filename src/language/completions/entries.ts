import { dayAfter } from '../../model/calendarDay.ts';
import type { YamlPath } from '../yaml/outline.ts';
import type { Proposal } from './completion.ts';

interface Template {
  readonly label: string;
  readonly documentation: string;
  /** Keys with the place that is to be filled in; `DAY` is a day ahead. */
  readonly fields: readonly (readonly [key: string, value: string])[];
}

const TEMPLATES: Readonly<Record<string, Template>> = {
  'outcome.measures.*': {
    label: 'measure',
    documentation: 'How you would see the outcome: a value today, the one you hope for, and by when.',
    fields: [
      ['name', '${1:what you look at}'],
      ['unit', '${2:minutes}'],
      ['baseline', '${3:0}'],
      ['target', '${4:0}'],
      ['by', '${5:DAY}'],
    ],
  },
  'outcome.earlySigns.*': {
    label: 'early sign',
    documentation: 'Something you would see soon if the bet works.',
    fields: [
      ['sign', '${1:what you would see}'],
      ['by', '${2:DAY}'],
    ],
  },
  'beliefs.*': {
    label: 'belief',
    documentation: 'Something the bet rests on, how sure the team is (in percent), and what would change its mind.',
    fields: [
      ['belief', '${1:what the bet rests on}'],
      ['confidence', '$2'],
      ['wouldChangeOurMind', '${3:what you would have to see}'],
      ['review', '${4:DAY}'],
    ],
  },
};

/** How the entry is written: as lines whose keys stand behind so many blanks, or on one line in braces. */
export type EntryStyle = { readonly indent: number } | 'braces';

/** A whole entry of a list of maps, to fill in; null where none is prepared for this list. */
export function entryProposal(path: YamlPath, style: EntryStyle, today: string): Proposal | null {
  const template = TEMPLATES[path.map(step => (typeof step === 'number' ? '*' : step)).join('.')];
  if (template === undefined) return null;
  const day = dayAfter(today, 30);
  const pairs = template.fields.map(([key, value]) => `${key}: ${value.replace('DAY', day)}`);
  const insert = style === 'braces' ? `{ ${pairs.join(', ')} \\}` : pairs.join(`\n${' '.repeat(style.indent)}`);
  const { label, documentation } = template;
  return { label, kind: 'snippet', detail: 'with its fields', documentation, insert, snippet: true };
}
