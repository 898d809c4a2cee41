// SPDX-License-Identifier: Apache-2.0
/** Text to numbers and back: one token per character. The full stop ends a sentence and also starts the next. */

/** Every character the model knows; a character's token is its place in this list. */
export const ALPHABET = " .efghilnoprstuvwxyz";

/** Token of the full stop. */
export const STOP: number = ALPHABET.indexOf(".");

/** Returns the tokens of a text. @throws RangeError naming the first character that the model does not know. */
export function encode(text: string): number[] {
  return [...text].map((character) => {
    const token = ALPHABET.indexOf(character);
    if (token < 0) throw new RangeError(`the model has no token for "${character}"; it knows "${ALPHABET}"`);
    return token;
  });
}

/** Returns the text of tokens. */
export function decode(tokens: readonly number[]): string {
  return tokens.map((token) => ALPHABET[token]).join("");
}

/** Returns the content of tokenizer.json, in the shape of the `tokenizers` library. */
export function describeTokenizer(): unknown {
  return {
    version: "1.0",
    added_tokens: [],
    pre_tokenizer: { type: "Split", pattern: { Regex: "." }, behavior: "Isolated", invert: false },
    decoder: { type: "Fuse" },
    model: {
      type: "WordLevel",
      vocab: Object.fromEntries([...ALPHABET].map((character, token) => [character, token])),
      unk_token: "<unk>",
    },
  };
}
