/** A page for a browser, a phone, a printer: one file, no network, no script. */

import type { Report } from "../shared/report.ts";
import { renderPage } from "./page.ts";

const html: Report<"html"> = {
  id: "html",
  version: 1,
  title: "A page in one file, to read, send and print",
  render: ({ views }) => renderPage(views),
};

export default html;
