/** Makes the example files; `npm run examples` writes them. */

/** Files by path. */
export const examples: Readonly<Record<string, string | Uint8Array>> = {
  "good/prompt.j2": "{% set name = 'owl' -%}\nHello {{ name | upper }}, {{ guest.title() }}!\n",
  "good/chat.template": "{% for m in messages if m.content %}{{ loop.index }} {{ m['role'] }}{% endfor %}",
  "good/macro.jinja2":
    "{% macro line(text, end='.') %}{{ text ~ end }}{% endmacro %}{{ line(title) }}{# {{ no }} #}{% raw %}{{ no }}{% endraw %}",
  "bad/invalid-utf8.jinja": new Uint8Array([0x7b, 0x7b, 0xc3, 0x28]),
};
