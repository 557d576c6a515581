/** Epoch seconds of the beginning of a day (`YYYY-MM-DD`): days are drawn as if they began at midnight UTC. */
export function epochOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000;
}

/** `YYYY-MM-DD` of a moment in epoch seconds. */
export function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-12-01` -> `1 Dec 2026`, for people. */
export function dayText(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1] ?? ''} ${year}`;
}

/** A domain for a time axis. */
export function timeDomain(from: number, to: number): Date[] {
  return [new Date(from * 1000), new Date(to * 1000)];
}
