/**
 * Ids of the suggested actions of NIST AI 600-1, Generative AI Profile (July 2024, doi:10.6028/NIST.AI.600-1), as listed by
 * IBM/ai-atlas-nexus at commit a8af9d79. What an action asks for is read there.
 */

import type { GuidancePack } from "./pack.ts";

/** Numbers of the actions under each outcome of the AI Risk Management Framework. */
const ACTIONS: Readonly<Record<string, string>> = {
  "GV-1.1": "001",
  "GV-1.2": "001 002",
  "GV-1.3": "001 002 003 004 005 006 007",
  "GV-1.4": "001 002",
  "GV-1.5": "001 002 003",
  "GV-1.6": "001 002 003",
  "GV-1.7": "001 002",
  "GV-2.1": "001 002 003 004 005",
  "GV-3.2": "001 002 003 004 005",
  "GV-4.1": "001 002 003",
  "GV-4.2": "001 002 003",
  "GV-4.3": "001 002 003",
  "GV-5.1": "001 002",
  "GV-6.1": "001 002 003 004 005 006 007 008 009 010",
  "GV-6.2": "001 002 003 004 005 006 007",
  "MG-1.3": "001 002",
  "MG-2.2": "001 002 003 004 005 006 007 008 009",
  "MG-2.3": "001",
  "MG-2.4": "001 002 003 004",
  "MG-3.1": "001 002 003 004 005",
  "MG-3.2": "001 002 003 004 005 006 007 008 009",
  "MG-4.1": "001 002 003 004 005 006 007",
  "MG-4.2": "001 002 003",
  "MG-4.3": "001 002 003",
  "MP-1.1": "001 002 003 004",
  "MP-1.2": "001 002",
  "MP-2.1": "001 002",
  "MP-2.2": "001 002",
  "MP-2.3": "001 002 003 004 005",
  "MP-3.4": "001 002 003 004 005 006",
  "MP-4.1": "001 002 003 004 005 006 007 008 009 010",
  "MP-5.1": "001 002 003 004 005 006",
  "MP-5.2": "001 002",
  "MS-1.1": "001 002 003 004 005 006 007 008 009",
  "MS-1.3": "001 002 003",
  "MS-2.10": "001 002 003",
  "MS-2.11": "001 002 003 004 005",
  "MS-2.12": "001 002 003 004",
  "MS-2.13": "001",
  "MS-2.2": "001 002 003 004",
  "MS-2.3": "001 002 003 004",
  "MS-2.5": "001 002 003 004 005 006",
  "MS-2.6": "001 002 003 004 005 006 007",
  "MS-2.7": "001 002 003 004 005 006 007 008 009",
  "MS-2.8": "001 002 003 004",
  "MS-2.9": "001 002",
  "MS-3.2": "001",
  "MS-3.3": "001 002 003 004 005",
  "MS-4.2": "001 002 003 004 005",
};

/** References to actions: `nist-600-1:GV-1.1-001`. */
export const nist6001: GuidancePack = {
  id: "nist-600-1",
  title: "NIST AI 600-1, Generative AI Profile: suggested actions",
  source: "https://doi.org/10.6028/NIST.AI.600-1",
  items: Object.entries(ACTIONS).flatMap(([outcome, numbers]) =>
    numbers.split(" ").map((number) => ({ id: `${outcome}-${number}`, text: `Action ${number} under ${outcome}` })),
  ),
};
