/** Claims of which a yes is the worse answer: nobody hopes for it, and true of one model it is true of the release. */
export const WORSE_IF_TRUE: readonly string[] = ["remote-code.needed", "policy.remote"];
