/** Makes the example files; `npm run examples` writes them. */

const page = `---
license: mit
---
# The *model* \`card\` ##

See [the paper][p], [code](https://example.org/a_(b) "title"), <https://example.org/auto> and https://example.org/bare).
![logo](img/logo.png) <a href="LICENSE">licence</a>

Results
-------

| task | score |
|:-----|------:|
| a \\| b | 0.5 |
| c | 1 |

\`\`\`python title
# not a heading
[not a link](x)
\`\`\`

<!-- # hidden

[hidden](x) -->

## [Linked](README.md) heading

\`[code](x)\` and \\[escaped](y) and [no link].

[p]: https://example.org/paper
`;

/** Files by path. */
export const examples: Readonly<Record<string, string | Uint8Array>> = {
  "good/page.md": page,
  "good/umlauts.md": "\ufeff# Größe 😀\r\n\r\n[ä](ü)\r\n\r\nZweite\r\n===\r\n",
  "good/html-heading.md":
    '<h1 align="center">\n  Big <b>name</b>\n</h1>\n\n- item\n  ## in a list\n\n> # quoted\n\n---\nend\n',
  "good/README": "plain\n",
  "good/utf-16.md": utf16("# Über\n"),
  "bad/invalid-utf8.md": new Uint8Array([0x23, 0x20, 0xff, 0x0a]),
  "bad/unclosed-front-matter.md": "---\nlicense: mit\n\n# Title\n",
  "bad/unclosed-comment.md": "text\n\n<!-- open\n\n# hidden\n",
};

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let at = 0; at < text.length; at++) view.setUint16(2 + 2 * at, text.charCodeAt(at), true);
  return bytes;
}
