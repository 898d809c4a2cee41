import type { Format } from "../../model/plugin.ts";
import { isTemplate, readJinjaTemplate } from "./read.ts";

const jinjaTemplate: Format<"jinja-template"> = {
  id: "jinja-template",
  version: 1,
  title: "Jinja template",
  spec: "https://jinja.palletsprojects.com/en/stable/templates/",
  isDocument: true,
  matches: isTemplate,
  read: readJinjaTemplate,
};
export default jinjaTemplate;
