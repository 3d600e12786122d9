const collator = new Intl.Collator('vi');

/** Orders words as a Vietnamese dictionary does: a, ă, â … d, đ, with tones after letters. */
export function compareWords(one: string, other: string): number {
  return collator.compare(one, other);
}

/** Orders full names as Vietnamese lists do: by the given name, which stands last, then by the whole. */
export function compareNames(one: string, other: string): number {
  return (
    collator.compare(givenName(one), givenName(other)) ||
    collator.compare(one, other) ||
    Number(one > other) - Number(one < other)
  );
}

function givenName(fullName: string): string {
  return fullName.trim().split(/\s+/u).at(-1) ?? '';
}
