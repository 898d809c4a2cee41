/** All peers, in the order of the table. */

import { askalono, askalonoInside } from "./askalono.ts";
import { licenseclassifier } from "./identify-license.ts";
import { licensecheck } from "./licensecheck.ts";
import { licensee } from "./licensee.ts";
import type { Peer } from "./peer.ts";
import { scancode } from "./scancode.ts";

/** The tools that the issue names; askalono both ways that it can be asked. */
export const PEERS: readonly Peer[] = [licensee, licensecheck, askalono, askalonoInside, licenseclassifier, scancode];
