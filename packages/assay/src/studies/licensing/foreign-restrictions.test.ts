import { expect, test } from "vitest";
import { findForeignRestriction } from "./foreign-restrictions.ts";

test.each([
  "本模型仅供学术研究使用，禁止商业用途。",
  "模型权重仅限研究用途，商用需申请授权。",
  "商用请联系我们。",
  "本模型不得用于商业目的",
  "僅供非商業用途",
  "填写问卷登记后允许免费商业使用",
  "本モデルは商用利用できません。",
  "研究目的のみで利用可能です。",
  "상업적 이용은 금지됩니다.",
  "Die kommerzielle Nutzung ist untersagt.",
  "Nur für Forschungszwecke.",
  "L'utilisation commerciale est interdite.",
  "Usage non commercial uniquement.",
  "Prohibido el uso comercial.",
  "Uso exclusivo para investigación.",
  "É proibido o uso comercial.",
  "L'uso commerciale è vietato.",
  "Коммерческое использование запрещено.",
])("a restriction is read in other languages: %s", (words) => {
  expect(findForeignRestriction(words)).not.toBeNull();
});

test.each([
  "本模型完全开放，允许免费商业使用。",
  "模型支持免费商用，无需申请授权。",
  "模型可用于商业和非商业用途。",
  "不仅可用于研究，也可商用。",
  "数据集仅供研究使用。",
  "商用利用可能です。",
  "商用・非商用を問わず利用できます。",
  "상업적 이용이 가능합니다.",
  "Die kommerzielle Nutzung ist erlaubt.",
  "Für kommerzielle und nicht-kommerzielle Nutzung.",
  "L'utilisation commerciale est autorisée.",
  "El uso comercial está permitido.",
  "Коммерческое использование разрешено.",
  "The datasets are for recherche, and commercial use is fine.",
])("what permits, or speaks of data, is none: %s", (words) => {
  expect(findForeignRestriction(words)).toBeNull();
});

test.each(["商业", "禁止", "只限", "申请商", "prohibido ", "kommerzielle Nutzung é", "запрещ "])(
  "a line full of %s takes no time",
  (words) => {
    const before = performance.now();
    findForeignRestriction(words.repeat(30_000));
    expect(performance.now() - before).toBeLessThan(2000);
  },
);
