/** Error codes: JSON-RPC 2.0, section 5.1, and EIP-1474, section "Error codes". */
export const rpcCodes = {
  /** The text is no JSON. */
  parseError: -32700,
  /** The JSON is no request. */
  invalidRequest: -32600,
  /** There is no such method here. */
  methodNotFound: -32601,
  /** The method does not take these parameters. */
  invalidParams: -32602,
  /** A defect behind the method. */
  internalError: -32603,
  /** The node refuses what was sent, as "nonce too low". */
  invalidInput: -32000,
  /** More than is allowed at once. */
  limitExceeded: -32005,
} as const;
