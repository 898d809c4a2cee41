/** Businesses that are shut out, or have to ask: hosting, model as a service, competition with the publisher. */

import { FORBIDS, patternRule, type Rule } from "./rule.ts";

const SERVICE = String.raw`(?:hosted (?:or managed|service|solution)|managed service|\bas a service\b|software-as-a-service|model[- ]as[- ]a[- ]service|MaaS\b|via your APIs?)`;

export const serviceGateRules: readonly Rule[] = [
  patternRule("service-gate", "hosted|managed|as-a-service|as a service|as-a service|as a-service|maas|api|compet", [
    {
      value: "hosted-service",
      words: new RegExp(
        `${FORBIDS}[^;]{0,200}${SERVICE}|\\bfunctionality of the \\w+ (?:or a modified version )?available to third parties as a service\\b`,
        "i",
      ),
      unless: /\byou may host\b|\bnot (?:prohibit|restrict)\b/i,
    },
    {
      value: "model-as-a-service",
      words:
        /\b(?:model[- ]as[- ]a[- ]service|MaaS)\b[^;]{0,260}\b(?:must|shall|required to|need to)\b[^;]{0,80}\b(?:agreement|licen[cs]e|review|contact)\b/i,
    },
    {
      value: "competes-with-licensor",
      words:
        /\b(?:product|service)s?\b[^;]{0,80}\bcompetes? with\b[^;]{0,120}\b(?:must|shall)\b[^;]{0,40}\brequest\b|\bnot in connection with any product or service that competes with\b|\b(?:must|shall|may) not\b[^;]{0,120}\bcompet(?:e|es|ing|itive) with (?:us|our|licensor|the licensor)\b/i,
    },
  ]),
];
