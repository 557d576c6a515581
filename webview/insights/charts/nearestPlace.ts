export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The index of the place nearest to a pointer and at most `reach` pixels away; null when there is none. */
export function nearestPlace(places: readonly Place[], pointer: Place, reach: number): number | null {
  let nearest: number | null = null;
  let least = reach * reach;
  places.forEach((place, index) => {
    const distance = (place.x - pointer.x) ** 2 + (place.y - pointer.y) ** 2;
    if (distance > least) return;
    least = distance;
    nearest = index;
  });
  return nearest;
}
