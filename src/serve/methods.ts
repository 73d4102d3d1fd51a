/** Every method that a visitor may call. What is not here is refused: above all what moves the chain, such as `hardhat_…`, `evm_…` and `debug_…`. */
export const methods = {
  /** Only read; the chain answers them. */
  read: [
    "web3_clientVersion",
    "net_version",
    "eth_chainId",
    "eth_blockNumber",
    "eth_getBalance",
    "eth_getCode",
    "eth_getStorageAt",
    "eth_getTransactionCount",
    "eth_call",
    "eth_estimateGas",
    "eth_gasPrice",
    "eth_maxPriorityFeePerGas",
    "eth_feeHistory",
    "eth_getBlockByNumber",
    "eth_getBlockByHash",
    "eth_getTransactionByHash",
    "eth_getTransactionReceipt",
    "eth_getLogs",
  ],
  /** Answered by the run itself, without the chain's own node. */
  run: ["eth_accounts", "eth_syncing", "eth_callBundle", "crash_addresses", "crash_referencePrice", "crash_step"],
  /** Change what the next block may hold. */
  offer: ["eth_sendRawTransaction", "eth_sendBundle", "eth_cancelBundle"],
  /** Only over a WebSocket, since the node must be able to speak first. */
  subscription: ["eth_subscribe", "eth_unsubscribe"],
} as const;

export type ReadMethod = (typeof methods.read)[number];
export type Method = (typeof methods)[keyof typeof methods][number];
