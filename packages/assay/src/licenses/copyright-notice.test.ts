import { expect, test } from "vitest";

import { isCopyrightNotice, isDatedNotice, isHolderName } from "./copyright-notice.ts";

test.each([
  "Copyright (c) <year> <copyright holders>",
  "Copyright [yyyy] [name of copyright owner]",
  "Copyright © 2007 Free Software Foundation, Inc. <https://fsf.org/>",
  "Copyright 2018- The Hugging Face team. All rights reserved.",
  "Copyright (c) 2014-present, Facebook, Inc. and its affiliates.",
  "Copyright (c) Meta Platforms, Inc. and affiliates.",
  "(c) 2012 John Doe.",
  "Copyright (c) 2012-2021 Ada Able, Bo Best, Cy van Clay, Di Dell, Ed East, Flo Fox, Gil Gray, Hal Hay",
  "2012 Copyright, John Doe. All rights reserved.",
  "Copyright (C) 2007-2024 the scikit-learn developers",
  "COPYRIGHT 1998 O'Neill & Söhne GmbH",
  "Portions Copyright 1999 by Acme Ltd",
  "Copyright 2023 The Board of Trustees of the Leland Stanford Junior University",
  "Copyright (c) 2021 Allen Institute for AI",
  "Copyright (c) 2024 DeepMind, OpenAI, Inc.",
  "Copyright (c) 2023 nexB Inc. and others. All rights reserved.",
  "Copyright (c) 1991, 1999 Guido van Rossum <guido@example.org>",
  "Copyright (C) year name of author",
  "Copyright (c) 2024 智谱AI",
  "Copyright (c) 2024 智谱AI, 清华大学",
  "Copyright (c) 2023 陈小明(Walter)",
  "Copyright 2023 上海人工智能实验室",
  "Copyright (c) 2024 株式会社サイバー",
])("is a notice: %s", (line) => {
  expect(isCopyrightNotice(line)).toBe(true);
});

test.each([
  "",
  "Copyright",
  "(c) Definitions",
  "(c) the licensee",
  "COPYRIGHT HOLDERS AND CONTRIBUTORS",
  "Copyright License",
  "copyright notice and this permission notice appear in all copies",
  "Copyright 2024 Acme. Commercial use is prohibited.",
  "Copyright 2024 Acme. Everything below is void",
  "Copyright 2024 Acme; do what you like",
  "Copyright 2024 Ac\u200bme",
  "Copyright 2024 \u202eemcA",
  "Copyright 2024 {no commercial use}",
  "Copyright 2024 Acme Cоmmercial Uѕe Prоhibited",
  "Copyright 2024 Acme Commércial Üse",
  "Copyright 2024 Acme ＮＯ ＳＡＬＥ",
  "Copyright 2024 Acme Kommerzielle Nutzung Verboten",
  "Copyright 2024 禁止商业用途",
  "Copyright (C) year name of author and nobody else",
  "Copyright (c) 2024 智谱AI 禁止商用",
  "Copyright (c) 2024 智谱AI, 仅供研究",
  "Copyright (c) 2024 智谱AI 不得再分发",
  "Copyright (c) 2024 智谱AI 内部资料",
  "Copyright (c) 2024 智谱AI 商用利用不可",
  "Copyright (c) 2024 智谱AI 学术研究院校专用",
  "Copyright (c) 2024 智谱AI；须付费",
  "Copyright (c) 2024 智谱人工智能大模型一号二号三号",
  "Copyright (c) 2024 智谱AI Commercial",
  "Copyright (c) 2024 Noncommercial智能",
  "Copyright (c) 2024 智谱(Noncommercial)",
  "Copyright (c) 2024 智谱(不得转载)",
  "Copyright (c) 2024 無断転載",
  "Copyright (c) 2024 네이버 상업적 이용 금지",
  `Copyright 2024 ${"Acme ".repeat(8)}`,
  "Copyright 2024 Acme for Research and Teaching Inside the European Union",
  "Copyright (c) 2024 Acme Corp, Sublicensing Barred",
  "Copyright (c) 2024 Acme, Hobbyists Alone",
  "Copyright 2024 Acme, Resale Denied to Competitors",
  "Copyright (c) 2024 Acme Students Teachers and Hobbyists Alone",
  "Copyright (c) 2024 Acme Hosting Refused",
  "Copyright (c) 2024 Acme Inc. barred elsewhere",
  "Copyright (c) 2024 Acme, European Union Member States And Beyond",
])("is text: %j", (line) => {
  expect(isCopyrightNotice(line)).toBe(false);
});

test("amid a text a notice needs a year, or a place for one", () => {
  expect(isDatedNotice("Copyright (c) 2024 Acme")).toBe(true);
  expect(isDatedNotice("Copyright [yyyy] [name]")).toBe(true);
  expect(isDatedNotice("Copyright Acme")).toBe(false);
});

test.each([
  ["Google Inc.", true],
  ["the University of Kassel", true],
  ["<organization>", true],
  ["FOO the copyright holder", false],
  ["any user", false],
  ["competitors", false],
])("%s reads as a name: %s", (holder, is) => {
  expect(isHolderName(holder)).toBe(is);
});
