/** What is said of a hub and its answers, in words. */

/** What the sentences speak of. */
export interface Speaking {
  /** Name of a repository or path of a file. */
  readonly what: string;
  /** Host that was asked. */
  readonly host: string;
  /** Revision, number of files, status: what the sentence needs besides. */
  readonly detail: string | number;
}

type Code =
  | "not-visible"
  | "not-visible-with-token"
  | "no-such-revision"
  | "disabled"
  | "gated"
  | "refused"
  | "unreachable"
  | "lies"
  | "gated-files"
  | "over-limit"
  | "tree-incomplete"
  | "refused-path"
  | "renamed"
  | "host-contradicts-itself";

/** Sentences by code. What a host hides and what is not there look alike from outside, so none says that it is not there. */
export const WORDS: Readonly<Record<Code, (speaking: Speaking) => string>> = {
  "not-visible": ({ what, host }) =>
    `${what} is not visible to you on ${host}: the name may be wrong, or the repository private; set HF_TOKEN if you have access`,
  "not-visible-with-token": ({ what, host }) =>
    `${what} is not visible to you on ${host}, with the token that HF_TOKEN holds: the name may be wrong, the token out of date, or without access`,
  "no-such-revision": ({ what, host, detail }) =>
    `${what} on ${host} has no revision ${detail}: name a branch, a tag or a commit of it`,
  disabled: ({ what, host }) => `${what} was disabled by ${host}: nothing of it is given out`,
  gated: ({ what, host }) => `${what} is gated on ${host}, and not even its description is given to you`,
  refused: ({ what, host, detail }) => `${host} refuses ${what} with status ${detail}`,
  unreachable: ({ what, host, detail }) => `${host} has no answer about ${what}: status ${detail}; try again later`,
  lies: ({ what, host, detail }) => `${host} answers about ${what} with ${detail}: nothing of it is believed`,
  "gated-files": ({ what, host, detail }) =>
    `${what} is gated: ${host} gives ${detail} of its files only to those who accepted its terms; accept them and set HF_TOKEN`,
  "over-limit": ({ what, detail }) =>
    `${what} has ${detail} headers of weights more than are fetched: their sizes and digests are the host's word`,
  "tree-incomplete": ({ what, detail }) => `the list of the files of ${what} is incomplete: ${detail}`,
  "refused-path": ({ what, detail }) =>
    `the list of the files of ${what} has ${detail} entries that are no files of it (a path that leaves it or stands twice, a size or a digest that is none): they were left out`,
  renamed: ({ what, detail }) => `${what} is named ${detail} by its host: that name was read`,
  "host-contradicts-itself": ({ what, host }) =>
    `${host} states a number of parameters for ${what} that is not the sum of those it states per type: neither is believed`,
};
