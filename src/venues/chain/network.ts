/** Name of the network that the plugin adds: a chain in this process that mines only on request, in order of submission. */
export const CRASH_NETWORK = "crash";
