// Catches what the page hands over as a file.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

export type Downloaded = { name: string; bytes: Buffer };

/** Does `act` and gives back the file that the page offers because of it. */
export async function downloaded(page: Page, act: () => Promise<void>): Promise<Downloaded> {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return {
    name: download.suggestedFilename(),
    bytes: await readFile(await download.path()),
  };
}
