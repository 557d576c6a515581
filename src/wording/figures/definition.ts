/** Where `docs/metrics.md` explains a figure: the fragment of its heading. `cycleTimeTrend` gives `cycle-time-trend`. */
export function definitionFragment(figure: string): string {
  // Each series from elsewhere is a figure of its own; one section is about all of them.
  if (/^signal-\d+$/.test(figure)) return 'signals';
  // So is each picture of what is different since a date.
  if (figure.startsWith('interventions-')) return 'interventions';
  return figure.replaceAll(/[A-Z]/g, capital => `-${capital.toLowerCase()}`);
}
