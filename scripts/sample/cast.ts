import type { Random } from './random.ts';

/** Who a commit of the sample says it is by. All of them are invented. */
export interface Person {
  readonly name: string;
  readonly mail: string;
  /** Their account on the code host, as it stands in merge subjects. */
  readonly login: string;
  readonly weight: number;
}

/** The six of the team. The weights are close together: nobody does most of the work. */
export const CONTRIBUTORS: readonly Person[] = [
  contributor('Ash', 19),
  contributor('Birch', 18),
  contributor('Cedar', 17),
  contributor('Elm', 17),
  contributor('Hazel', 15),
  contributor('Rowan', 14),
];

export const BOT: Person = {
  name: 'dependency-bot[bot]',
  mail: 'dependency-bot[bot]@example.invalid',
  login: 'dependency-bot',
  weight: 0,
};

/** Somebody of the team, but not one of `others` (an author does not merge their own work). */
export function someone(random: Random, ...others: readonly Person[]): Person {
  return random.weighted(CONTRIBUTORS.filter(person => !others.includes(person)));
}

function contributor(tree: string, weight: number): Person {
  const login = `contributor-${tree.toLowerCase()}`;
  return { name: `Contributor ${tree}`, mail: `${login}@example.invalid`, login, weight };
}
