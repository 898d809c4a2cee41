import type { Format } from "../../model/plugin.ts";
import { readChatTemplate } from "./read.ts";

const NAME = /(?:^|\/)(?:chat_template|additional_chat_templates\/[^/]+)\.jinja$/;

const chatTemplate: Format<"chat-template"> = {
  id: "chat-template",
  version: 1,
  title: "Chat template",
  spec: "https://huggingface.co/docs/transformers/chat_templating",
  matches: (path) => NAME.test(path),
  read: readChatTemplate,
};
export default chatTemplate;
