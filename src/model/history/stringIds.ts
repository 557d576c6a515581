/** Small numbers for the few texts that come again and again: what stands before the number of a ticket key. */
export class StringIds {
  private readonly texts: string[] = [];
  private readonly ids = new Map<string, number>();

  constructor(texts: readonly string[] = []) {
    for (const text of texts) this.idOf(text);
  }

  /** All texts, in the order of their ids. */
  get all(): readonly string[] {
    return this.texts;
  }

  idOf(text: string): number {
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    const own = copyOf(text);
    this.ids.set(own, this.texts.length);
    return this.texts.push(own) - 1;
  }

  textOf(id: number): string {
    return this.texts[id] ?? '';
  }
}

/** A part of a longer text keeps all of that text in memory; this is a text of its own. */
function copyOf(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}
