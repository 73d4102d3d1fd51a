import { existsSync } from "node:fs";

/** Where the browser is, and how it starts without asking the network for anything. */
export const chromiumOptions = {
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

export const hasChromium = existsSync(chromiumOptions.executablePath);
