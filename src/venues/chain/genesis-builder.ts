import { CrashError } from "../../core/errors.ts";
import { DEPLOYER, deployedAddress } from "./layout.ts";
import { type Provider, quantity } from "./rpc.ts";

const GENESIS_GAS = 8_000_000;
/** Transactions of a genesis block: few enough that their gas limits fit. */
const BATCH = 6;

interface Request {
  readonly from: string;
  readonly to?: string;
  readonly data: string;
  readonly value?: bigint;
}

/** Sends free transactions and seals them in blocks, and refuses to go on when one was reverted. */
export class GenesisBuilder {
  readonly #provider: Provider;
  readonly #nonces = new Map<string, number>();
  #hashes: string[] = [];
  #time = 0;
  #step = 1;

  constructor(provider: Provider) {
    this.#provider = provider;
  }

  get deployerNonce(): number {
    return this.#nonces.get(DEPLOYER) ?? 0;
  }

  async fund(address: string, wei: bigint): Promise<void> {
    await this.#provider.request({ method: "hardhat_setBalance", params: [address, quantity(wei)] });
  }

  async deploy(bytecode: string, constructorWords = ""): Promise<string> {
    const address = deployedAddress(this.deployerNonce);
    await this.call({ from: DEPLOYER, data: bytecode + constructorWords });
    return address;
  }

  async call(request: Request): Promise<void> {
    if (!this.#nonces.has(request.from)) {
      await this.#provider.request({ method: "hardhat_impersonateAccount", params: [request.from] });
    }
    const nonce = this.#nonces.get(request.from) ?? 0;
    this.#nonces.set(request.from, nonce + 1);
    const transaction = {
      from: request.from,
      ...(request.to === undefined ? {} : { to: request.to }),
      data: request.data,
      value: quantity(request.value ?? 0n),
      gas: quantity(GENESIS_GAS),
      nonce: quantity(nonce),
      maxFeePerGas: "0x0",
      maxPriorityFeePerGas: "0x0",
    };
    this.#hashes.push((await this.#provider.request({ method: "eth_sendTransaction", params: [transaction] })) as string);
    if (this.#hashes.length >= BATCH) await this.seal();
  }

  /** Mines what was sent at this time, unix seconds, and lets it stand still from then on. */
  async sealAt(timestamp: number): Promise<void> {
    this.#time = timestamp;
    this.#step = 0;
    await this.seal();
  }

  /** Mines what was sent; the time moves on by a second. */
  async seal(): Promise<void> {
    this.#time += this.#step;
    await this.#provider.request({ method: "hardhat_setNextBlockBaseFeePerGas", params: ["0x0"] });
    await this.#provider.request({ method: "evm_mine", params: [quantity(this.#time)] });
    for (const hash of this.#hashes) {
      const receipt = (await this.#provider.request({ method: "eth_getTransactionReceipt", params: [hash] })) as { status: string } | null;
      if (receipt?.status !== "0x1")
        throw new CrashError(
          "CHAIN_GENESIS",
          "the chain refused to set up the pool or its accounts; is the pool too large for its prices?",
        );
    }
    this.#hashes = [];
  }

  /** Does something, and takes back all that it did. */
  async tentatively<T>(work: () => Promise<T>): Promise<T> {
    await this.seal();
    const snapshot = await this.#provider.request({ method: "evm_snapshot" });
    const [nonces, time] = [new Map(this.#nonces), this.#time];
    try {
      return await work();
    } finally {
      await this.#provider.request({ method: "evm_revert", params: [snapshot] });
      this.#nonces.clear();
      for (const [account, nonce] of nonces) this.#nonces.set(account, nonce);
      this.#hashes = [];
      this.#time = time;
    }
  }

  /** Code at an address, `0x` where there is none. */
  async codeAt(address: string): Promise<string> {
    return (await this.#provider.request({ method: "eth_getCode", params: [address, "latest"] })) as string;
  }

  /**
   * What a call would answer, or say when it reverts.
   *
   * @param to absent for a contract that would be created
   */
  async ask(
    to: string | undefined,
    data: string,
    from: string = DEPLOYER,
  ): Promise<{ readonly answer: string; readonly refusal: string | null }> {
    const call = { from, ...(to === undefined ? {} : { to }), data, gas: quantity(GENESIS_GAS) };
    try {
      return { answer: (await this.#provider.request({ method: "eth_call", params: [call, "latest"] })) as string, refusal: null };
    } catch (error) {
      return { answer: "0x", refusal: revertedWith(error) };
    }
  }

  async readAddress(to: string, data: string): Promise<string> {
    const answer = (await this.#provider.request({ method: "eth_call", params: [{ to, data }, "latest"] })) as string;
    return `0x${answer.slice(-40)}`.toLowerCase();
  }
}

/** What a node's error says that a call was reverted with; `0x` where it says nothing. */
function revertedWith(error: unknown): string {
  const data: unknown = (error as { data?: unknown }).data;
  if (typeof data === "string") return data;
  const inner: unknown = (data as { data?: unknown } | undefined)?.data;
  return typeof inner === "string" ? inner : "0x";
}
