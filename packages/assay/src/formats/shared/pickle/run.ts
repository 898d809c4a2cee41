/** Does the operations of a stream: the commonest in one loop, each other one by a function of its own. */

import { burst } from "./burst.ts";
import { build, newObject, newObjectEx, objectOfMark, reduce } from "./calls.ts";
import { addMarked, append, dictOfMark, setItem, setMarked } from "./containers.ts";
import { ATOM, KIND } from "./handle.ts";
import { callLines, importExtension, importFromStack, importLines } from "./imports.ts";
import type { Machine } from "./machine.ts";
import { OP, type OperationName } from "./operations.ts";
import {
  finishLine,
  pushAtom,
  pushBinFloat,
  pushBuffer,
  pushCounted,
  pushInt,
  pushLong,
  pushPersistent,
  pushTextFloat,
  pushTextLine,
  pushTextNumber,
} from "./scalars.ts";
import {
  containerOfMark,
  duplicate,
  emptyContainer,
  emptyTuple,
  getBinary,
  getText,
  memoize,
  pop,
  popMark,
  pushMark,
  putBinary,
  putText,
  tupleOf,
  tupleOfMark,
} from "./stack.ts";
import { beginFrame, protectBuffer, setProtocol, stopStream } from "./stream.ts";
import { pushPersistentOf } from "./torch.ts";

type Operation = (machine: Machine) => void;

const BY_NAME: Readonly<Record<OperationName, Operation>> = {
  MARK: pushMark,
  EMPTY_TUPLE: emptyTuple,
  STOP: stopStream,
  POP: pop,
  POP_MARK: popMark,
  DUP: duplicate,
  BINBYTES: pushCounted(KIND.bytes),
  SHORT_BINBYTES: pushCounted(KIND.bytes),
  FLOAT: pushTextFloat,
  BINFLOAT: pushBinFloat,
  INT: pushTextNumber,
  BININT: pushInt(4),
  BININT1: pushInt(1),
  LONG: pushTextNumber,
  BININT2: pushInt(2),
  NONE: pushAtom(ATOM.none),
  PERSID: pushPersistent,
  BINPERSID: pushPersistentOf,
  REDUCE: reduce,
  STRING: pushTextLine,
  BINSTRING: pushCounted(KIND.text),
  SHORT_BINSTRING: pushCounted(KIND.text),
  UNICODE: pushTextLine,
  BINUNICODE: pushCounted(KIND.text),
  EMPTY_LIST: emptyContainer(KIND.list),
  APPEND: append,
  BUILD: build,
  GLOBAL: importLines,
  DICT: dictOfMark,
  APPENDS: addMarked(KIND.list),
  GET: getText,
  BINGET: getBinary(1),
  INST: callLines,
  LONG_BINGET: getBinary(4),
  LIST: containerOfMark(KIND.list),
  OBJ: objectOfMark,
  PUT: putText,
  BINPUT: putBinary(1),
  LONG_BINPUT: putBinary(4),
  SETITEM: setItem,
  TUPLE: tupleOfMark,
  SETITEMS: setMarked,
  EMPTY_DICT: emptyContainer(KIND.dict),
  PROTO: setProtocol,
  NEWOBJ: newObject,
  EXT1: importExtension(1),
  EXT2: importExtension(2),
  EXT4: importExtension(4),
  TUPLE1: tupleOf(1),
  TUPLE2: tupleOf(2),
  TUPLE3: tupleOf(3),
  NEWTRUE: pushAtom(ATOM.true),
  NEWFALSE: pushAtom(ATOM.false),
  LONG1: pushLong,
  LONG4: pushLong,
  SHORT_BINUNICODE: pushCounted(KIND.text),
  BINUNICODE8: pushCounted(KIND.text),
  BINBYTES8: pushCounted(KIND.bytes),
  EMPTY_SET: emptyContainer(KIND.set),
  ADDITEMS: addMarked(KIND.set),
  FROZENSET: containerOfMark(KIND.set),
  NEWOBJ_EX: newObjectEx,
  STACK_GLOBAL: importFromStack,
  MEMOIZE: memoize,
  FRAME: beginFrame,
  BYTEARRAY8: pushCounted(KIND.bytes),
  NEXT_BUFFER: pushBuffer,
  READONLY_BUFFER: protectBuffer,
};

const OPERATIONS: readonly (Operation | undefined)[] = Array.from({ length: 256 }, (_, code) => {
  const name = (Object.keys(OP) as OperationName[]).find((one) => OP[one] === code);
  return name === undefined ? undefined : BY_NAME[name];
});

/** Runs a machine until it has to wait, its stream has ended, or so many operations are done. */
export function run(machine: Machine, most: number = Number.POSITIVE_INFINITY): void {
  for (let done = 0; machine.status === "running" && done < most; done++) {
    if (most === Number.POSITIVE_INFINITY) burst(machine);
    step(machine);
  }
}

function step(machine: Machine): void {
  const { window, at } = machine;
  const code = window.bytes[at - window.base];
  machine.cursor = at + 1;
  if (code === undefined) {
    if (at >= window.size) machine.fail("no-stop", {});
    else machine.waitFor(at + 1);
    return;
  }
  const operation = OPERATIONS[code];
  if (operation === undefined) {
    machine.fail("unknown-operation", { byte: code });
    return;
  }
  if (machine.left === 0) {
    machine.stop("the file has more than 200,000,000 operations");
    return;
  }
  const end = machine.frameEnd;
  operation(machine);
  if (isDone(machine)) settle(machine, code, end);
}

function isDone({ status }: Machine): boolean {
  return status === "running" || status === "stopped" || status === "array";
}

/** Goes on behind an operation that is done. */
function settle(machine: Machine, code: number, frameEnd: number): void {
  machine.used[code] = 1;
  machine.left--;
  if (machine.cursor >= frameEnd) leaveFrame(machine, frameEnd);
  machine.at = machine.cursor;
}

/** Ends an operation whose line goes on far behind the window: `code` is its, and `end` where the line ends. */
export function endLine(machine: Machine, code: number, end: number): void {
  machine.resume();
  const { frameEnd } = machine;
  finishLine(machine, end);
  settle(machine, code, frameEnd);
}

/** Goes on behind a frame; an operation that began inside of it has to end with it. */
function leaveFrame(machine: Machine, end: number): void {
  if (machine.cursor > end && machine.at < end) {
    machine.isStraddled = true;
    machine.sayOnce("frame-straddled", { operation: machine.operation });
  }
  if (machine.frameEnd === end) machine.frameEnd = Number.POSITIVE_INFINITY;
}
