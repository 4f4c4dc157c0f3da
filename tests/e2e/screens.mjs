// Pictures of the built app for people to look at.
//
//   node screens.mjs OUTDIR [HASH ...]      e.g. node screens.mjs screens '#/' '#/networks'
//
// Every route at three sizes, in light and dark, the full page. Console errors are printed.
import { chromium } from "@playwright/test";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { serve } from "./serve.mjs";
import { chrome } from "./support/chrome.mjs";

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

const [outDir, ...hashes] = process.argv.slice(2);
if (outDir === undefined) {
  console.error("Usage: node screens.mjs OUTDIR [HASH ...]");
  process.exit(2);
}
await mkdir(outDir, { recursive: true });

const server = await serve();
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch(chrome);
let errors = 0;
try {
  for (const colorScheme of ["light", "dark"]) {
    for (const viewport of SIZES) {
      await shootAll(colorScheme, viewport);
    }
  }
} finally {
  await browser.close();
  server.close();
}
if (errors > 0) process.exitCode = 1;

async function shootAll(colorScheme, viewport) {
  const context = await browser.newContext({ colorScheme, viewport, reducedMotion: "reduce" });
  context.on("console", (message) => {
    if (message.type() === "error") report(message.text());
  });
  context.on("weberror", (error) => report(error.error().message));
  for (const hash of hashes.length > 0 ? hashes : [""]) {
    // A page of its own for each route: changing only the hash would not load the app anew.
    const page = await context.newPage();
    await page.goto(`${origin}/${hash}`);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const route = hash.replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "") || "start";
    const file = join(outDir, `${route}-${viewport.width}-${colorScheme}.png`);
    await page.screenshot({ path: file, fullPage: true });
    console.log(file);
    await page.close();
  }
  await context.close();
}

function report(text) {
  errors += 1;
  console.error(`console error: ${text}`);
}
