/** Names under which loaders look for chat templates. */

const NAME = /(?:^|\/)(?:chat_template|additional_chat_templates\/[^/]+)\.jinja$/;

/** Whether a loader takes a file of this name for a chat template. */
export function isChatTemplateName(path: string): boolean {
  return NAME.test(path);
}
