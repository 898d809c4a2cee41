import { expect, test } from "vitest";
import { ask } from "../../../test/support/release.ts";
import probe from "./index.ts";

const askCard = (body: string): ReturnType<typeof ask> =>
  ask(probe, { target: "acme/owl", files: { "README.md": `# Owl\n\n${body}\n` } });

test.each([
  ["## [1.1.0] - 2024-05-01\n\n- It hoots lower, and not in the morning, when everybody sleeps anyway.\n", true],
  ["Nothing has changed yet, and if something changes one day then it will be written down here.\n", "unknown"],
  ["", "unknown"],
])("the changelog %j tells what changed: %s", async (content, value) => {
  const claims = await ask(probe, { files: { "CHANGELOG.md": content } });
  expect(claims.get("changelog.published")?.value).toBe(value);
});

test("a listed changelog is one, and so is a section of news with words", async () => {
  expect((await ask(probe, { listed: ["CHANGELOG.md"] })).get("changelog.published")?.value).toBe(true);
  const news = await askCard("## News\n\n- 2024-05-01: Owl 2 hoots lower than Owl 1 did in the same tree.");
  expect(news.get("changelog.published")?.value).toBe(true);
  expect((await askCard("## News\n\nComing soon.")).get("changelog.published")?.value).toBe("unknown");
  expect((await askCard("There is no changelog.")).get("changelog.published")?.value).toBe(false);
});

test.each([
  ["Releases follow semantic versioning.", true],
  ["The weights are not versioned.", false],
  ["Owl is nice.", "unknown"],
])("of %j it is said that versioning is described: %s", async (body, value) => {
  expect((await askCard(body)).get("versioning.described")?.value).toBe(value);
});

test.each([
  ["**Model Release Date** April 18, 2024.", "2024-04-18"],
  ["Release date: 2024-09-19", "2024-09-19"],
  ["## Model date\n\nJanuary 2021", "2021-01"],
  ["The model was released on 3 May 2023.", "2023-05-03"],
])("%j states a date of release", async (body, value) => {
  expect((await askCard(body)).get("release-date.stated")?.value).toBe(value);
});

test.each([
  ["The paper was published in May 2023."],
  ["Llama 2 was released in July 2023."],
  ["The model will be released on 2030-01-01."],
  ["Release date: 2024-99"],
])("%j states none of this model", async (body) => {
  expect((await askCard(body)).get("release-date.stated")?.value).toBe("unknown");
});

test("a line that lists the dates of several versions contradicts nothing", async () => {
  const claims = await askCard("## Release date\n\nDecember 2022 (large), September 2022 (first)");
  expect(claims.get("release-date.stated")?.value).toEqual(["2022-09", "2022-12"]);
});

test("dates that differ are a conflict", async () => {
  const claims = await askCard("Release date: September 2022\n\nThe model was released on 3 December 2022.");
  expect(claims.get("release-date.stated")).toMatchObject({ value: "unknown", because: "conflicting" });
});

test("a date is told in words", async () => {
  const claims = await askCard("Release date: 2024-09-19");
  expect(claims.seen.evidence.map(({ message }) => message)).toContain(
    "README.md tells when it was released: 2024-09-19",
  );
});
