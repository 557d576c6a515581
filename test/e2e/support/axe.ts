import type { AxeResults, RunOptions } from 'axe-core';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export interface AxeOptions {
  /** Rules that are switched off beside those that do not fit a part of a page. */
  readonly without?: readonly string[];
}

/** One broken rule, short enough for an assertion's message. */
export interface AxeViolation {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  readonly places: readonly string[];
}

/** A webview is a part of VS Code's page, which has the landmarks and the first heading. */
const notForFragments = ['region', 'page-has-heading-one'];

/** Checks one document, open shadow roots included. The script comes in beside the page's content security policy. */
export async function axeViolations(frame: Frame, options: AxeOptions = {}): Promise<AxeViolation[]> {
  const off = [...notForFragments, ...(options.without ?? [])];
  const run: RunOptions = {
    resultTypes: ['violations'],
    rules: Object.fromEntries(off.map(rule => [rule, { enabled: false }])),
  };
  await frame.evaluate(`globalThis.axe === undefined && (() => { ${await readFile(axeFile, 'utf8')} })()`);
  const results = await frame.evaluate<AxeResults>(`globalThis.axe.run(${JSON.stringify(run)})`);
  return results.violations.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact: impact ?? 'unknown',
    help,
    places: nodes.map(node => node.target.join(' ')),
  }));
}
