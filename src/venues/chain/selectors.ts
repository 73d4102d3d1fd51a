import { id } from "ethers";

/** First four bytes of the hash of a signature, by which a contract knows a call or an error. */
export function selector(signature: string): string {
  return id(signature).slice(0, 10);
}

/** First four bytes of a call, by what it does. */
export const SELECTOR = {
  approve: selector("approve(address,uint256)"),
  transfer: selector("transfer(address,uint256)"),
  deposit: selector("deposit()"),
  createPair: selector("createPair(address,address)"),
  getPair: selector("getPair(address,address)"),
  mint: selector("mint(address)"),
  sync: selector("sync()"),
  read: selector("read()"),
  quote: selector("quote(bool,uint256)"),
  executorSwap: selector("swap(bool,uint256,uint256)"),
  flashCarry: selector("carry(address,address,uint256,uint256)"),
  flashBelowMinimumProfit: selector("FlashExecutor_BelowMinimumProfit(uint256,uint256)"),
  executorWithdraw: selector("withdraw(address,address,uint256)"),
  swapExactTokens: selector("swapExactTokensForTokens(uint256,uint256,address[],address,uint256)"),
  addLiquidity: selector("addLiquidity(address,address,uint256,uint256,uint256,uint256,address,uint256)"),
  removeLiquidity: selector("removeLiquidity(address,address,uint256,uint256,uint256,address,uint256)"),
  openPosition: selector("open(address,uint256,uint256)"),
  kick: selector("kick(address)"),
  bid: selector("bid(uint256,uint256,uint256)"),
  settle: selector("settle(uint256)"),
  restart: selector("restart(uint256)"),
  pokeFeed: selector("poke(uint256)"),
  pokeAverage: selector("poke()"),
  belowMinimumProfit: selector("ArbitrageExecutor_BelowMinimumProfit(uint256,uint256)"),
  insufficientBalance: selector("FixedSupplyToken_InsufficientBalance(address,uint256,uint256)"),
  errorString: selector("Error(string)"),
} as const;

/** First topic of a logged event. */
export const TOPIC = {
  swap: id("Swap(address,uint256,uint256,uint256,uint256,address)"),
  transfer: id("Transfer(address,address,uint256)"),
  poked: id("Poked(uint256)"),
  sync: id("Sync(uint112,uint112)"),
  deposit: id("Deposit(address,uint256)"),
  withdrawal: id("Withdrawal(address,uint256)"),
  opened: id("Opened(address,uint256,uint256)"),
  kicked: id("Kicked(uint256,address,uint256,uint256)"),
  bid: id("Bid(uint256,address,uint256,uint256)"),
  settled: id("Settled(uint256,address,uint256,uint256,uint256)"),
  restarted: id("Restarted(uint256)"),
} as const;
