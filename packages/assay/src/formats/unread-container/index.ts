import type { Format } from "../../model/plugin.ts";
import { kindsOf } from "./kinds.ts";
import { readNothing } from "./read.ts";

const unreadContainer: Format<"unread-container"> = {
  id: "unread-container",
  version: 1,
  title: "Model, archive or program that is not read",
  spec: "https://www.iana.org/assignments/media-types/media-types.xhtml",
  matches: (path, head) => kindsOf(path, head).length > 0,
  read: readNothing,
};
export default unreadContainer;
