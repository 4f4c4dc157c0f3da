import type { Locator, Page } from "@playwright/test";

/** What every screen of the app has. Screens with parts of their own get a page object beside this. */
export class AppPage {
  readonly page: Page;
  /** The screen's heading. */
  readonly heading: Locator;
  /** The screen's content. */
  readonly main: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole("heading", { level: 1 });
    this.main = page.getByRole("main");
  }

  /** Opens the app at a route such as `#/networks` and waits until it has drawn itself. */
  async open(hash = ""): Promise<void> {
    // Relative, so that the same specs run below a path.
    await this.page.goto(`./${hash}`);
    await this.heading.first().waitFor();
  }
}
