/** Makes the example files; `npm run examples` writes them. */

function bytesField(number: number, content: readonly number[]): readonly number[] {
  return [number * 8 + 2, content.length, ...content];
}

function piece(text: string): readonly number[] {
  const characters = [...new TextEncoder().encode(text)];
  // Its text, its score as a float, its type as a varint.
  return bytesField(1, [...bytesField(1, characters), 0x15, 0, 0, 0x80, 0xbf, 0x18, 1]);
}

const pieces = ["<unk>", "▁a", "b"].flatMap(piece);
const trainer = bytesField(2, [0x18, 2, 0x20, 3]);

/** Files by path. */
export const examples: Readonly<Record<string, Uint8Array>> = {
  "good/bpe/tokenizer.model": Uint8Array.from([...pieces, ...trainer, ...bytesField(3, [0x0a, 0])]),
  "good/source.spm": Uint8Array.from(pieces),
  "bad/truncated/tokenizer.model": Uint8Array.from(pieces.slice(0, -2)),
  "bad/truncated-inside.model": Uint8Array.from([...pieces, ...bytesField(1, [0x0a, 9, 0x61])]),
  "bad/bad-field/tokenizer.model": Uint8Array.from([...pieces, 0x13, 0]),
  "bad/bad-field-number.model": Uint8Array.from([...pieces, 0x02, 0]),
};
