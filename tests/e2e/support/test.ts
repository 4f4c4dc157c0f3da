// The `test` every spec imports: Playwright's, with the app and a watch on its manners.
import { test as base, expect, type BrowserContext, type ConsoleMessage } from "@playwright/test";
import { AppPage } from "../pages/app-page.ts";
import { DivisionPage } from "../pages/division-page.ts";
import { NetworksPage } from "../pages/networks-page.ts";
import { ReviewPage } from "../pages/review-page.ts";
import { StartPage } from "../pages/start-page.ts";
import { Keyboard } from "./keyboard.ts";

type Options = {
  /** Console errors a spec provokes on purpose. Everything else fails the test. */
  expectedErrors: RegExp[];
};

type Fixtures = {
  /** The app in the test's page; nothing is opened yet. */
  app: AppPage;
  /** The same page, as its first step. */
  start: StartPage;
  /** The same page, as its step about networks. */
  networks: NetworksPage;
  /** The same page, as the blocks of a VNet in that step. */
  division: DivisionPage;
  /** The same page, as its last step. */
  review: ReviewPage;
  /** A person who uses nothing but the keyboard. */
  keyboard: Keyboard;
  /** Runs by itself in every test. */
  manners: void;
};

export const test = base.extend<Options & Fixtures>({
  expectedErrors: [[], { option: true }],

  app: async ({ page }, use) => {
    await use(new AppPage(page));
  },
  start: async ({ page }, use) => {
    await use(new StartPage(page));
  },
  networks: async ({ page }, use) => {
    await use(new NetworksPage(page));
  },
  division: async ({ page }, use) => {
    await use(new DivisionPage(page));
  },
  review: async ({ page }, use) => {
    await use(new ReviewPage(page));
  },
  keyboard: async ({ page }, use) => {
    await use(new Keyboard(page));
  },

  manners: [
    async ({ context, baseURL, expectedErrors }, use) => {
      const complaints = watch(context, new URL(baseURL ?? "http://127.0.0.1").origin);
      await use();
      const unexpected = complaints.filter(
        (complaint) => !expectedErrors.some((pattern) => pattern.test(complaint)),
      );
      expect(unexpected, "console errors, page errors and foreign requests").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Collects what a well-behaved page never does, from every page of the context. */
function watch(context: BrowserContext, origin: string): string[] {
  const complaints: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(describe(message));
  });
  context.on("weberror", (error) => {
    complaints.push(`page error: ${error.error().stack ?? error.error().message}`);
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    const leaves = ["http:", "https:", "ws:", "wss:"].includes(url.protocol);
    if (leaves && url.origin !== origin) complaints.push(`foreign request: ${request.url()}`);
  });
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "unknown";
    // A page that is left or closed gives up its requests; that is no fault.
    if (reason !== "net::ERR_ABORTED") complaints.push(`failed: ${request.url()} (${reason})`);
  });
  return complaints;
}

function describe(message: ConsoleMessage): string {
  const { url, lineNumber } = message.location();
  return `console error: ${message.text()} (${url}:${lineNumber})`;
}
