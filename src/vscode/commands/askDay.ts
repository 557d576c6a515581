import * as vscode from 'vscode';

interface DayQuestion {
  readonly title: string;
  readonly prompt: string;
  /** `YYYY-MM-DD`, as proposed. */
  readonly value: string;
}

/** Asks for a day (`YYYY-MM-DD`) with validation while typing; undefined when the person backs out. */
export async function askDay(question: DayQuestion): Promise<string | undefined> {
  const written = await vscode.window.showInputBox({
    ...question,
    validateInput: text => (isDay(text.trim()) ? null : 'A day such as 2026-12-01'),
  });
  return written?.trim();
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  // 30 February is read as a day in March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
