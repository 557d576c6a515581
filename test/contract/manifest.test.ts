import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { argumentDocs } from '../../src/agents/arguments.ts';
import { AGENT_TOOLS } from '../../src/agents/tools.ts';
import {
  AGENT_TOOL_IDS,
  COMMANDS,
  CONTEXT_KEYS,
  EXTENSION_ID,
  MCP_PROVIDER,
  PANELS,
  SETTINGS,
  VIEWS,
} from '../../src/vscode/ids.ts';
import { ROOT, filesBelow, textOf } from './sourceTree.ts';

interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly icon: string;
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string; readonly when: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope: string }>> };
    readonly languageModelTools: readonly {
      readonly name: string;
      readonly toolReferenceName: string;
      readonly modelDescription: string;
      readonly canBeReferencedInPrompt: boolean;
      readonly when: string;
      readonly inputSchema: object;
    }[];
    readonly mcpServerDefinitionProviders: readonly { readonly id: string }[];
    readonly walkthroughs: readonly { readonly steps: readonly { readonly media: { readonly image: string } }[] }[];
  };
}

const manifest = JSON.parse(textOf('package.json')) as Manifest;
const strings = JSON.parse(textOf('package.nls.json')) as Readonly<Record<string, string>>;
const { contributes } = manifest;

describe('manifest', () => {
  it('is the extension that the code says it is', () => {
    assert.equal(`${manifest.publisher}.${manifest.name}`, EXTENSION_ID);
  });

  it('declares exactly the commands that the code registers', () => {
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), Object.values(COMMANDS).sort());
    for (const { category } of contributes.commands) assert.equal(category, 'Outcome Lens');
  });

  it('declares exactly the views and settings of the code', () => {
    const declared = Object.values(contributes.views).flatMap(views => views.map(({ id }) => id));
    assert.deepEqual(declared.sort(), [VIEWS.outcome, VIEWS.readiness, VIEWS.epics].sort());
    assert.deepEqual(Object.keys(contributes.views), [VIEWS.container]);
    assert.deepEqual(
      contributes.viewsContainers.activitybar.map(({ id }) => id),
      [VIEWS.container],
    );
    const properties = Object.keys(contributes.configuration.properties);
    assert.deepEqual(
      properties.sort(),
      Object.values(SETTINGS)
        .map(key => `outcomeLens.${key}`)
        .sort(),
    );
    assert.deepEqual(PANELS, { insights: 'outcomeLens.insights', board: 'outcomeLens.board' });
  });

  it('keeps the solo setting and the switch for agents out of any repository’s reach', () => {
    for (const setting of ['outcomeLens.privacy.soloRepository', 'outcomeLens.agents.enabled'])
      assert.equal(contributes.configuration.properties[setting]?.scope, 'application');
  });

  it('declares the tools for language models as the code has them, hidden while agents are off', () => {
    const { languageModelTools: tools, mcpServerDefinitionProviders: providers } = contributes;
    assert.deepEqual(
      tools.map(({ name }) => name),
      Object.values(AGENT_TOOL_IDS),
    );
    assert.deepEqual(Object.keys(AGENT_TOOL_IDS), [...AGENT_TOOLS.map(({ name }) => name)]);
    for (const [index, { name, description, schema }] of AGENT_TOOLS.entries()) {
      const declared = tools[index];
      assert.deepEqual([declared?.toolReferenceName, declared?.modelDescription], [name, description]);
      assert.equal(declared?.canBeReferencedInPrompt, true);
      assert.equal(declared.when, 'config.outcomeLens.agents.enabled');
      const { $schema: _, ...expected } = z.toJSONSchema(schema, { metadata: argumentDocs, io: 'input' });
      assert.deepEqual(declared.inputSchema, JSON.parse(JSON.stringify(expected)));
    }
    assert.deepEqual(
      providers.map(({ id }) => id),
      [MCP_PROVIDER],
    );
  });

  it('names only known commands in menus, and hides menu-only ones from the palette', () => {
    const known: readonly string[] = Object.values(COMMANDS);
    for (const entries of Object.values(contributes.menus))
      for (const { command } of entries) assert.ok(known.includes(command), command);
    const hidden = contributes.menus['commandPalette']
      ?.filter(({ when }) => when === 'false')
      .map(({ command }) => command);
    assert.deepEqual(hidden, [COMMANDS.openEvidence, COMMANDS.openItem, COMMANDS.whyFolder]);
  });

  it('uses in `when` only context keys that the code sets', () => {
    const conditions = [
      ...Object.values(contributes.menus).flatMap(entries => entries.map(({ when }) => when ?? '')),
      ...contributes.viewsWelcome.map(({ when }) => when),
    ];
    const used = new Set(conditions.flatMap(when => when.match(/outcomeLens\.\w+/g) ?? []));
    const known: readonly string[] = [...Object.values(CONTEXT_KEYS), ...Object.values(VIEWS)];
    for (const key of used) assert.ok(known.includes(key), `${key} is set nowhere`);
    const code = filesBelow('src/vscode', '.ts').map(textOf).join('\n');
    for (const name of Object.keys(CONTEXT_KEYS))
      assert.ok(code.includes(`setContext', CONTEXT_KEYS.${name},`), `no code sets ${name}`);
    for (const key of Object.values(CONTEXT_KEYS)) assert.ok(used.has(key), `${key} is used in no condition`);
  });

  it('has every string it refers to, and no other', () => {
    const used = [...textOf('package.json').matchAll(/"%([\w.]+)%"/g)].map(match => match[1] ?? '');
    assert.deepEqual([...new Set(used)].sort(), Object.keys(strings).sort());
  });

  it('links only to known commands from its texts', () => {
    const known: readonly string[] = Object.values(COMMANDS);
    for (const text of Object.values(strings))
      for (const match of text.matchAll(/\(command:([\w.]+)\)/g)) assert.ok(known.includes(match[1] ?? ''), match[1]);
  });

  it('has every picture it names', () => {
    const pictures = [
      manifest.icon,
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.image)),
    ];
    for (const picture of pictures) assert.ok(existsSync(path.join(ROOT, picture)), picture);
  });

  it('types against the oldest VS Code it runs on', () => {
    const minimum = /\^(\d+\.\d+)\./.exec(manifest.engines.vscode)?.[1];
    assert.ok(manifest.devDependencies['@types/vscode']?.startsWith(`${minimum ?? 'none'}.`));
  });
});
