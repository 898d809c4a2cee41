import type { Format } from "../../model/plugin.ts";
import { isChatTemplateName } from "../shared/jinja/chat-template-name.ts";
import { readChatTemplate } from "./read.ts";

const chatTemplate: Format<"chat-template"> = {
  id: "chat-template",
  version: 2,
  title: "Chat template",
  spec: "https://huggingface.co/docs/transformers/chat_templating",
  matches: isChatTemplateName,
  read: readChatTemplate,
};
export default chatTemplate;
