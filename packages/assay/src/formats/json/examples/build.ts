/** Makes the example files; `npm run examples` writes them. */

/** Files by path. */
export const examples: Readonly<Record<string, string>> = {
  "good/values.json":
    '{"text":"ä\\n\\ud83d\\ude00","numbers":[0,-1,1.5,2e3,9007199254740993],"yes":true,"nothing":null,\n"a/b~c":{"":1},"__proto__":{"x":2}}',
  "good/scalar.json": ' "alone" ',
  "good/empty.json": "[]",
  "bad/not-json.json": '{"a": 1, // comment\n "b": 2}',
  "bad/not-json-trailing.json": '{"a": 1} x',
  "bad/not-json-nan.json": '{"a": 1, "b": NaN}',
  "bad/too-deep.json": `${"[".repeat(129)}${"]".repeat(129)}`,
  "bad/duplicate-key.json": '{"a":1,"\\u0061":2}',
  "bad/lone-surrogate.json": '{"a":"\\udc00"}',
  "bad/byte-order-mark.json": "\ufeff[1]",
};
