export const SECONDS_PER_DAY = 86_400;

const minutesPerDay = 1440;

/** Elapsed days in the unit that reads best: "12 min", "5.2 h", "9.1 d". */
export function formatDays(days: number): string {
  if (days < 1 / 24) return `${Math.max(1, Math.round(days * minutesPerDay))} min`;
  if (days < 1) return `${rounded(days * 24)} h`;
  return `${rounded(days)} d`;
}

function rounded(value: number): string {
  return String(value < 100 ? Math.round(value * 10) / 10 : Math.round(value));
}
