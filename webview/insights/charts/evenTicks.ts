/** The smallest of 1, 2 and 5 times a power of ten that divides `span` into at most `most` steps. */
export function evenStep(span: number, most: number): number {
  const least = span / most;
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5, 10].find(factor => factor * power >= least * (1 - 1e-9)) ?? 10);
}

/** The multiples of `step` from `low` to `high`, without the dust of floating-point sums. */
export function evenTicks(low: number, high: number, step: number): number[] {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    return Number(((first + index) * step).toPrecision(12));
  });
}

/** 1, 2 and 5 times the powers of ten between two positive numbers; only the powers where those would be too many. */
export function logTicks(low: number, high: number, most: number): number[] {
  const powers = Array.from({ length: Math.floor(Math.log10(high)) - Math.floor(Math.log10(low)) + 1 }, (_, index) => {
    return 10 ** (Math.floor(Math.log10(low)) + index);
  });
  const inside = (ticks: number[]) => ticks.filter(tick => tick >= low && tick <= high);
  const many = inside(powers.flatMap(power => [power, power * 2, power * 5]));
  return many.length <= most ? many : inside(powers);
}
