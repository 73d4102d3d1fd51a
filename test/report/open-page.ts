import { expect } from "chai";
import type { Browser, Page } from "playwright-core";

interface View {
  readonly width: number;
  readonly scheme?: "light" | "dark";
  /** Part of the page that its address leads to, from `#` on. */
  readonly hash?: string;
}

/** Runs a check on an opened page, and fails on any request but the file itself, anything on the console, a dialog and any uncaught error. */
export async function openPage(
  browser: Browser,
  address: string,
  { width, scheme = "light", hash = "" }: View,
  check: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on("request", (request) => {
    if (request.url() !== address) trouble.push(`request of ${request.url()}`);
  });
  page.on("console", (message) => trouble.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => trouble.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  try {
    await page.goto(address + hash);
    await check(page);
    expect(trouble).to.deep.equal([]);
  } finally {
    await context.close();
  }
}
