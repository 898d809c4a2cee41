// SPDX-License-Identifier: Apache-2.0
/** English words for the numbers from 0 to 99. */

const SMALL = [
  ...["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
  ...["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
];
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/** Returns a number from 0 to 99 in words: 42 is "forty two". */
export function spell(number: number): string {
  if (number < 20) return SMALL[number];
  const units = number % 10;
  const tens = TENS[(number - units) / 10];
  return units === 0 ? tens : `${tens} ${SMALL[units]}`;
}

const NUMBERS: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 100 }, (_, number) => [spell(number), number]),
);

/** Returns the number that the words spell, or undefined where they spell none. */
export function unspell(words: string): number | undefined {
  return NUMBERS.get(words);
}
