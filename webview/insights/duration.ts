export const SECONDS_PER_DAY = 86_400;

const minutesPerDay = 1440;

/** Elapsed days in the unit that reads best: "< 1 min", "12 min", "5.2 h", "9.1 d", "12 d"; as the sentences have it. */
export function formatDays(days: number): string {
  if (days < 1 / minutesPerDay) return '< 1 min';
  if (days < 1 / 24) return `${Math.round(days * minutesPerDay)} min`;
  if (days < 1) return `${rounded(days * 24)} h`;
  return `${days < 10 ? rounded(days) : Math.round(days)} d`;
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
