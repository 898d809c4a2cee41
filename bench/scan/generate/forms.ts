/** Ways in which opcodes import a callable and call it. Each leaves one object on the stack. */

import type { Form } from "./forms/form.ts";
import { frameForms } from "./forms/frames.ts";
import { memoForms } from "./forms/memo.ts";
import { nameForms } from "./forms/names.ts";
import { objectForms } from "./forms/objects.ts";
import { plainForms } from "./forms/plain.ts";
import { wrappedForms } from "./forms/wrapped.ts";

/** All forms. */
export const FORMS: readonly Form[] = [
  ...plainForms,
  ...nameForms,
  ...memoForms,
  ...objectForms,
  ...wrappedForms,
  ...frameForms,
];
