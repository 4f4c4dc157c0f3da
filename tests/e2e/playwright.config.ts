import { defineConfig, devices } from "@playwright/test";
import { chrome } from "./support/chrome.mjs";

const rootPort = Number(process.env.E2E_ROOT_PORT ?? 4173);
const subpathPort = Number(process.env.E2E_SUBPATH_PORT ?? 4174);

// GitHub Pages serves a project below its name.
const SUBPATH = "/azureml-vnet-wizard/";
const rootURL = `http://127.0.0.1:${rootPort}/`;
const subpathURL = `http://127.0.0.1:${subpathPort}${SUBPATH}`;

export default defineConfig({
  testDir: "specs",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["html", { open: "never", outputFolder: "playwright-report" }]],
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1440, height: 900 },
    launchOptions: chrome,
    permissions: ["clipboard-read", "clipboard-write"],
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
  },
  projects: [
    { name: "root", use: { baseURL: rootURL } },
    // Where the site lives changes only how files are found, so one spec is enough.
    { name: "subpath", testMatch: "smoke.spec.ts", use: { baseURL: subpathURL } },
  ],
  webServer: [
    { command: `node serve.mjs --port ${rootPort}`, url: rootURL },
    { command: `node serve.mjs --port ${subpathPort} --base ${SUBPATH}`, url: subpathURL },
  ],
});
