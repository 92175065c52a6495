/** A part of a regular expression: one character, a place, or where to go on. */
export type LinearStep = RegExp | '^' | '$' | '\\b' | '\\B' | readonly number[];

/**
 * A regular expression that could backtrack for ever, as a program that follows all its ways at once: it takes time in
 * proportion to the text. What runs past the last step has matched.
 *
 * @param isUnicode - Whether characters are code points, and not code units.
 * @see https://swtch.com/~rsc/regexp/regexp2.html
 */
export function linearPattern(
  steps: readonly LinearStep[],
  isUnicode = true,
): { test(text: string): boolean } {
  return {
    test: (text) => {
      const characters = isUnicode ? Array.from(text) : text.split('');
      let places: number[] = [];
      for (let index = 0; index <= characters.length; index += 1) {
        // A match may start anywhere.
        const reached = followWays(steps, [...places, 0], characters, index);
        if (reached.has(steps.length)) return true;
        places = [...reached]
          .filter((place) => matchesCharacter(steps[place], characters[index]))
          .map((place) => place + 1);
      }
      return false;
    },
  };
}

function matchesCharacter(step: LinearStep | undefined, character: string | undefined): boolean {
  return step instanceof RegExp && character !== undefined && step.test(character);
}

/** All steps that can be reached from `places` without another character. */
function followWays(
  steps: readonly LinearStep[],
  places: number[],
  characters: readonly string[],
  index: number,
): Set<number> {
  const reached = new Set<number>();
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    if (reached.has(place)) continue;
    reached.add(place);
    const step = steps[place];
    if (Array.isArray(step)) places.push(...step);
    else if (typeof step === 'string' && holdsAt(step, characters, index)) places.push(place + 1);
  }
  return reached;
}

function holdsAt(assertion: string, characters: readonly string[], index: number): boolean {
  if (assertion === '^') return index === 0;
  if (assertion === '$') return index === characters.length;
  const isWord = (at: number): boolean => /^\w$/.test(characters[at] ?? '');
  return (isWord(index - 1) !== isWord(index)) === (assertion === '\\b');
}
