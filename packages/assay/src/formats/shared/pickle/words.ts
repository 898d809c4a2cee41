import type { FaultWords, Words } from "../words.ts";

/** Codes of {@link PICKLE_FAULTS}. */
export type PickleFault =
  | "computed-name"
  | "computed-call"
  | "changed-import"
  | "unregistered-extension"
  | "frame-divergence"
  | "array-divergence"
  | "array-in-frame"
  | "frame-straddled"
  | "frame-left"
  | "persistent-object"
  | "unfolds"
  | "memo-index"
  | "unknown-protocol"
  | "hidden-pickle"
  | "no-stop"
  | "cut-off"
  | "unknown-operation"
  | "bad-argument"
  | "bad-stack"
  | "bad-memo";

/** What is wrong with a pickle. */
export const PICKLE_FAULTS: FaultWords<PickleFault> = {
  "computed-name": ["error", "{operation} takes a name that is worked out only while the file is loaded"],
  "computed-call": ["error", "{operation} calls something that no name in the file stands for"],
  "changed-import": ["error", "{operation} changes {name} itself, which is imported"],
  "unregistered-extension": [
    "error",
    "{operation} imports what stands under number {number} in the program's registry",
  ],
  "frame-divergence": ["error", "loaders disagree at a frame's end, and what they import differs: {names}"],
  "array-divergence": ["error", "bytes of an array are operations to other loaders, which import {names}"],
  "array-in-frame": ["error", "an array begins inside of a frame, where loaders disagree on what it is made of"],
  "frame-straddled": ["warning", "{operation} goes on behind the end of its frame, where loaders disagree"],
  "frame-left": ["warning", "STOP stands in front of the end of its frame, where loaders disagree on what follows"],
  "persistent-object": ["warning", "{operation} asks the loading program for an object by a name of the file's choice"],
  unfolds: ["error", "containers that hold each other unfold to more than {count} elements"],
  "memo-index": ["error", "memo index {index} makes a loader reserve memory for everything below it"],
  "unknown-protocol": ["error", "protocol {protocol} is not known: loaders refuse it"],
  "hidden-pickle": ["note", "bytes that are data hold a pickle that imports names"],
  "no-stop": ["error", "the pickle ends without STOP", "damage"],
  "cut-off": ["error", "the pickle ends inside of {operation}", "damage"],
  "unknown-operation": ["error", "byte {byte} is no operation", "damage"],
  "bad-argument": ["error", "the argument of {operation} cannot be read", "damage"],
  "bad-stack": ["error", "{operation} needs more than the stack holds", "damage"],
  "bad-memo": ["error", "{operation} takes entry {index} of the memo, which holds none", "damage"],
};

/** Codes of {@link PICKLE_GAPS}. */
export type PickleGap = "over-limit" | "memo-full" | "not-unpacked";

/** What is left out of a pickle. */
export const PICKLE_GAPS: Words<PickleGap> = {
  "over-limit": "reading stops at byte {offset}: {what}",
  "memo-full": "values of the memo are used that are not kept: it holds more than 5,000,000",
  "not-unpacked": "{count} bytes that a call reads as a pickle are not read: they are written as text and too long",
};
