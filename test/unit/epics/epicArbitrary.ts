import fc from 'fast-check';

/** A generated file, and what the reader should find in it. */
export interface GeneratedFile {
  readonly text: string;
  /** Words and box of the tasks that belong to gates, in the order of the file. */
  readonly tasks: readonly { readonly words: string; readonly ticked: boolean }[];
  readonly tickets: readonly string[] | null;
}

interface Block {
  readonly lines: readonly string[];
  readonly tasks: readonly boolean[];
}

const word = fc.constantFrom(
  'alpha',
  'beta',
  'größe',
  '👩‍🚀',
  'x_y',
  '**bold**',
  '`code`',
  'a &amp; b',
  '[link](docs/a.md) here',
  '\\*',
);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map(parts => parts.join(' '));
const box = fc.constantFrom(' ', 'x', 'X');
const bullet = fc.constantFrom('-', '*', '+', '1.', '23)');

/** Placeholder of a task's own number, which makes its words unlike any other. */
const NUMBER = '\u0001';

interface Item {
  readonly box: string;
  readonly words: string;
  readonly extra: readonly string[];
  readonly children: readonly Item[];
}

const item: fc.Memo<Item> = fc.memo(depth =>
  fc.record({
    box,
    words,
    extra: fc.oneof(
      { weight: 6, arbitrary: fc.constant([]) },
      fc.constantFrom(
        ['  continued'],
        ['<!-- note -->'],
        ['', 'Another paragraph [ ] here.'],
        ['', '```', '- [ ] fake', '```'],
        ['', '> quoted'],
        ['<!-- proof: file docs/a.md -->'],
      ),
    ),
    children: depth > 1 ? fc.array(item(depth - 1), { maxLength: 2 }) : fc.constant([]),
  }),
);

function itemLines(items: readonly Item[], marker: string, gap: string): { lines: string[]; tasks: boolean[] } {
  const lines: string[] = [];
  const tasks: boolean[] = [];
  const indent = ' '.repeat(marker.length + 1);
  for (const one of items) {
    lines.push(
      `${marker}${gap}[${one.box}] ${NUMBER} ${one.words}`,
      ...one.extra.map(line => (line === '' ? '' : indent + line)),
    );
    tasks.push(one.box !== ' ');
    if (one.children.length === 0) continue;
    const inner = itemLines(one.children, marker, gap);
    if (one.extra.length > 0) lines.push('');
    lines.push(...inner.lines.map(line => (line === '' ? '' : indent + line)));
    tasks.push(...inner.tasks);
  }
  return { lines, tasks };
}

const list: fc.Arbitrary<Block> = fc
  .tuple(fc.array(item(3), { minLength: 1, maxLength: 4 }), fc.constantFrom('-', '*', '+', '1.'))
  .map(([items, marker]) => itemLines(items, marker, ' '));

const tabbed: fc.Arbitrary<Block> = fc
  .tuple(bullet, box, words)
  .map(([marker, mark, text]) => ({ lines: [`${marker}\t[${mark}]\t${NUMBER} ${text}`], tasks: [mark !== ' '] }));

const quoted: fc.Arbitrary<Block> = fc
  .tuple(list, fc.constantFrom('> ', '>', '> > ', '>\t'))
  .map(([{ lines, tasks }, quote]) => ({ lines: lines.map(line => quote + line), tasks }));

const plain = (...lines: string[]): Block => ({ lines, tasks: [] });
const decoy: fc.Arbitrary<Block> = fc.constantFrom(
  plain('Some prose with [ ] and [x] in it.'),
  plain('```md', '- [ ] fake', '## Ready to build', '```'),
  plain('~~~', '', '- [x] fake', '```', '~~~'),
  plain('    - [ ] indented code'),
  plain('<!--', '- [ ] fake', '## Outcome review', '-->'),
  plain('<div>', '- [ ] fake', '</div>'),
  plain('- plain', '- [y] fake', '- [] fake', '- [ ]'),
  plain('***'),
  plain('> ## Ready to build'),
  plain('[ref]: https://example.com'),
  plain('| a | b |', '|---|---|', '| [ ] | x |'),
  plain('', ''),
);

const block = fc.oneof({ weight: 4, arbitrary: list }, tabbed, quoted, { weight: 3, arbitrary: decoy });

const gateHeading = fc.constantFrom(
  ['## Ready to build'],
  ['## ready to TEST ##'],
  ['Definition of done', '---'],
  ['### Legal <!-- gate: launch -->'],
  ['## Security', '<!-- gate: qa -->'],
  ['# *Outcome review*'],
);
// Of the first rank, so that it ends whatever gate is open.
const otherHeading = fc.constantFrom(['# Notes'], ['Notes', '==='], ['# Ready to build soon'], ['# Open questions']);

const section = fc.record({
  isGate: fc.boolean(),
  gate: gateHeading,
  other: otherHeading,
  blocks: fc.array(block, { maxLength: 5 }),
});

const ticket = fc.integer({ min: 1, max: 99 }).map(number => `PAY-${number}`);
const ticketLines = fc
  .tuple(
    fc.uniqueArray(ticket, { maxLength: 4 }),
    fc.constantFrom('flow', 'lines', 'block', 'indented', 'absent', 'empty'),
  )
  .map(([tickets, style]): { lines: string[]; tickets: string[] } => {
    if (style === 'absent' || style === 'empty' || (tickets.length === 0 && style !== 'flow'))
      return { lines: style === 'absent' ? [] : ['tickets: # none'], tickets: [] };
    if (style === 'flow') return { lines: [`tickets:  [ ${tickets.join(' , ')} ]  # list`], tickets };
    if (style === 'lines') return { lines: ['tickets: [', ...tickets.map(key => `  "${key}", # one`), ']'], tickets };
    const indent = style === 'block' ? '' : '    ';
    return { lines: ['tickets:', ...tickets.map(key => `${indent}-   ${key} # one`)], tickets };
  });

const otherKeys = fc.shuffledSubarray(
  [
    ['# a comment', "title: 'It''s: quoted' # c"],
    ['stage: qa'],
    ['unknown: { deep: [1, &a two, *a] }'],
    ['outcome:', '  statement: >-', '    folded', '    text', '', '  benefits: [ customer ]'],
    ['"quoted key": |', '  ---', '  # no heading', ''],
    ['launched:   2026-11-20   # day'],
    [''],
  ],
  { maxLength: 7 },
);

const frontMatter = fc
  .tuple(otherKeys, ticketLines, otherKeys, fc.constantFrom('---', '---  ', '---\t'))
  .map(([before, tickets, after, fence]) => {
    const seen = new Set(before.map(lines => lines.join('\n')));
    const rest = after.filter(
      lines => !seen.has(lines.join('\n')) && !lines.includes('unknown: { deep: [1, &a two, *a] }'),
    );
    return {
      lines: [fence, 'key: PAY-100', ...before.flat(), ...tickets.lines, ...rest.flat(), fence],
      tickets: tickets.tickets,
    };
  });

/** Files as people might write them, with the answer. */
export const generatedFile: fc.Arbitrary<GeneratedFile> = fc
  .record({
    mark: fc.boolean(),
    front: fc.option(frontMatter, { freq: 5 }),
    intro: fc.constantFrom(['# Guest checkout'], ['Prose first', '', '- [ ] of no gate'], []),
    sections: fc.array(section, { minLength: 1, maxLength: 4 }),
    endings: fc.oneof(
      fc.constantFrom(['\n'], ['\r\n']),
      fc.array(fc.constantFrom('\n', '\r\n'), { minLength: 1, maxLength: 7 }),
    ),
    lastEnding: fc.boolean(),
  })
  .map(({ mark, front, intro, sections, endings, lastEnding }) => {
    const lines = [...(front?.lines ?? []), ...intro, ''];
    const ticks: boolean[] = [];
    for (const { isGate, gate, other, blocks } of sections) {
      // A heading of the first rank before each gate, so that no gate stands inside another by accident.
      if (isGate) lines.push('# Part', '');
      lines.push(...(isGate ? gate : other), '');
      for (const one of blocks) {
        lines.push(...one.lines, '', 'Between.', '');
        if (isGate) ticks.push(...one.tasks);
        else
          lines.splice(
            -one.lines.length - 3,
            one.lines.length,
            ...one.lines.map(line => line.replace(NUMBER, 'other')),
          );
      }
    }
    let number = 0;
    const numbered = lines.map(line => line.replaceAll(NUMBER, () => `task${number++}`));
    if (!lastEnding) while (numbered.at(-1) === '') numbered.pop();
    const text = numbered.map(
      (line, index) =>
        line + (lastEnding || index < numbered.length - 1 ? (endings[index % endings.length] ?? '\n') : ''),
    );
    return {
      text: (mark ? '\uFEFF' : '') + text.join(''),
      tasks: ticks.map((ticked, index) => ({ words: `task${index}`, ticked })),
      tickets: front?.tickets ?? null,
    };
  });

/** Anything at all: any characters, and the pieces of epic files in any order. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        ...['---', '---\n', '\n', '\r\n', '\r', '\t', ' ', '  ', '\uFEFF', '\0', '\u2028', '\uD800'],
        ...[
          'key: ',
          'PAY-1',
          'tickets: ',
          'outcome:',
          'stage: build',
          'title: ',
          '[',
          ']',
          '{',
          '}',
          '&a ',
          '*a',
          '!t ',
          '|',
          '>',
          '"',
          "'",
          '#',
          ': ',
          ', ',
        ],
        ...[
          '## Ready to build\n',
          '<!-- gate: qa -->',
          '- [ ] ',
          '- [x] ',
          '* ',
          '1. ',
          '> ',
          '```',
          '~~',
          '<!-- proof: ',
          ' -->',
          'n/a: ',
        ],
        ...[
          'waived until 2027-01-31: ',
          '[a](b)',
          'https://a.b/(c',
          '&amp;',
          '\\',
          '===',
          '!',
          '![',
          '](',
          '<',
          '*',
          '_',
          'a',
        ],
      ),
      { maxLength: 60 },
    )
    .map(parts => parts.join('')),
  fc
    .tuple(generatedFile, fc.nat(), fc.nat(200), fc.string({ unit: 'binary', maxLength: 5 }))
    .map(([{ text }, at, length, put]) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + put + text.slice(start + length);
    }),
);
