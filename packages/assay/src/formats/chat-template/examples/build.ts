/** Makes the example files; `npm run examples` writes them. */

/** Files by path. */
export const examples: Readonly<Record<string, string | Uint8Array>> = {
  "good/plain/chat_template.jinja": "{% for m in messages %}\n{{ m.content }}\n{% endfor %}\n",
  "good/more/additional_chat_templates/rag.jinja": "{{ documents }}",
  "bad/invalid-utf8/chat_template.jinja": new Uint8Array([0x7b, 0x7b, 0xc3, 0x28]),
};
