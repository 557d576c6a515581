// Both are bounded: a long word must not be looked at from each of its letters to its end.
const MAIL = /<?[^\s@<>()[\]",;:]{1,64}@[^\s@<>()[\]",;:]{1,190}\.[\p{L}\p{N}]{2,63}>?/gu;
const MENTION = /(?<![\p{L}\p{N}_.])@[\p{L}\p{N}][\p{L}\p{N}_.-]{0,63}(?:\/[\p{L}\p{N}_.-]{1,63})?/gu;
const EMPTY_BRACKETS = /\([\s,;/&]*\)|\[[\s,;/&]*\]/g;

/** A title or a name without e-mail addresses and @mentions, which an epic file may hold and nothing of ours repeats. */
export function withoutPeople(text: string): string {
  if (!text.includes('@')) return text;
  const left = text.replace(MAIL, ' ').replace(MENTION, ' ').replace(EMPTY_BRACKETS, ' ');
  return left.replace(/\s+/g, ' ').replace(/^[\s,;:]{1,20}|[\s,;:]{1,20}$/g, '');
}
