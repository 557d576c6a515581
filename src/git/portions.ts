/** Characters of arguments that one command gets: Windows stops at 32,767 for the whole line. */
const LONGEST = 24_000;

/** The arguments in portions that fit on a command line, in their order. An argument that is too long has its own. */
export function portions(args: readonly string[], longest = LONGEST): readonly (readonly string[])[] {
  const all: string[][] = [];
  let room = 0;
  for (const arg of args) {
    // With a blank and two quotes.
    const length = arg.length + 3;
    const last = all.at(-1);
    if (last === undefined || length > room) {
      all.push([arg]);
      room = longest - length;
    } else {
      last.push(arg);
      room -= length;
    }
  }
  return all;
}
