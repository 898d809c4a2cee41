/** The scanners that Assay is measured beside, in the order of the table. */

import type { Peer } from "./peer.ts";

// picklescan's exit code is 1 where a name is on its list of dangerous ones; `--strict` also where one is on no list.
const PICKLESCAN = (options: string): string => `
from picklescan.scanner import scan_file_path

def scan(path):
    result = scan_file_path(path${options})
    found = [f"{one.module}.{one.name}" for one in result.globals]
    if result.issues_count > 0:
        return "flagged", "infected", found
    if result.scan_err:
        return "open", "error", found
    return "passed", "suspicious" if result.suspicious_count > 0 else "clean", found
`;

const picklescan: Peer = { id: "picklescan", package: "picklescan", script: PICKLESCAN("") };
const picklescanStrict: Peer = { id: "picklescan -s", package: "picklescan", script: PICKLESCAN(", strict=True") };

// Exit code 3 (nothing scanned) and 2 (errors) come before 1 (issues) in its command; a finding counts here all the same.
const modelscan: Peer = {
  id: "modelscan",
  package: "modelscan",
  script: `
from modelscan.modelscan import ModelScan
MODELSCAN = ModelScan()

def scan(path):
    MODELSCAN.scan(path)
    issues = MODELSCAN.issues.all_issues
    found = [f"{i.details.module}.{i.details.operator}" for i in issues if hasattr(i.details, "module")]
    if issues:
        return "flagged", "issues", found
    if MODELSCAN.errors:
        return "open", "error", found
    return ("passed", "clean", found) if MODELSCAN.scanned else ("open", "skipped", found)
`,
};

// As its --huggingface mode reads: members of a zip, else stacked pickles.
const fickling: Peer = {
  id: "fickling",
  package: "fickling",
  missing: ["typing_extensions"],
  script: `
import zipfile
from fickling.loader import scan_file, scan_zip_archive

def scan(path):
    if zipfile.is_zipfile(path):
        results = list(scan_zip_archive(path, graceful=True, json_output_path=os.devnull).values())
    else:
        results = [scan_file(path, graceful=True, json_output_path=os.devnull)]
    if any(not result.is_safe and result.results for result in results):
        return "flagged", "unsafe", ()
    if any(result.errors for result in results):
        return "open", "error", ()
    return ("passed", "safe", ()) if results else ("open", "skipped", ())
`,
};

// A cache of results would answer for files that were scanned before.
const modelaudit: Peer = {
  id: "modelaudit",
  package: "modelaudit",
  script: `
from modelaudit.core import determine_exit_code, scan_model_directory_or_file

def scan(path):
    result = scan_model_directory_or_file(path, skip_file_types=False, cache_enabled=False)
    code = determine_exit_code(result)
    flagged = any(str(getattr(i.severity, "value", i.severity)) in ("warning", "critical") for i in result.issues)
    outcome = "flagged" if code == 1 or flagged else "open" if code == 2 else "passed"
    return outcome, f"exit {code}", ()
`,
};

/** picklescan both ways that it can be asked. */
export const PEERS: readonly Peer[] = [picklescan, picklescanStrict, modelscan, fickling, modelaudit];
