import { plainLine } from '../../../export/plain.ts';
import { COMMANDS } from '../../ids.ts';
import { plainMarkdown } from '../../plainMarkdown.ts';

/** The only commands that a hover may run. */
export const HOVER_COMMANDS = [COMMANDS.openEpic, COMMANDS.writeOutcome] as const;

export interface HoverAction {
  readonly label: string;
  readonly command: (typeof HOVER_COMMANDS)[number];
  readonly args: readonly string[];
}

/** What a hover shows: plain texts, nothing in them is markup. */
export interface HoverText {
  readonly title: string;
  readonly lines: readonly string[];
  readonly actions: readonly HoverAction[];
}

/** What is longer is cut: nobody reads more of it in a hover. */
const MAX_TEXT = 600;

/** As Markdown in which only the actions are links. */
export function hoverMarkdown({ title, lines, actions }: HoverText): string {
  const paragraphs = [`**${shown(title)}**`, ...lines.map(shown)];
  if (actions.length > 0) paragraphs.push(actions.map(actionLink).join(' · '));
  return paragraphs.join('\n\n');
}

function shown(text: string): string {
  return plainMarkdown(plainLine(text, MAX_TEXT));
}

function actionLink({ label, command, args }: HoverAction): string {
  return `[${plainMarkdown(label)}](${commandAddress(command, args)})`;
}

/** A command with its arguments as an address in which no character ends a Markdown link. */
export function commandAddress(command: string, args: readonly string[]): string {
  if (args.length === 0) return `command:${command}`;
  const written = encodeURIComponent(JSON.stringify(args));
  return `command:${command}?${written.replace(/[()'!*]/g, character => `%${character.charCodeAt(0).toString(16)}`)}`;
}
