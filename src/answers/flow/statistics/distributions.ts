/** P(Z > z) of the standard normal distribution. */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  // Near the middle by the power series of the area (Abramowitz and Stegun 26.2.11) ...
  if (z < 3) {
    let term = z;
    let sum = z;
    for (let n = 3; Math.abs(term) > 1e-17 * sum; n += 2) {
      term *= (z * z) / n;
      sum += term;
    }
    return 0.5 - sum * density(z);
  }
  // ... and in the tail, where that would cancel, by the continued fraction (26.2.14).
  let fraction = z;
  for (let n = 60; n > 0; n--) fraction = z + n / fraction;
  return density(z) / fraction;
}

/** P(|T| > |t|) of Student's distribution with `freedom` degrees of freedom, by its series (26.7.3 and 26.7.4). */
export function studentTwoSided(t: number, freedom: number): number {
  const angle = Math.atan(Math.abs(t) / Math.sqrt(freedom));
  const cosine = Math.cos(angle);
  const odd = freedom % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let n = odd ? 3 : 2; n < freedom - 1; n += 2) {
    term *= ((n - 1) / n) * cosine * cosine;
    sum += term;
  }
  const inside = odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
  return Math.max(0, 1 - inside);
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}
