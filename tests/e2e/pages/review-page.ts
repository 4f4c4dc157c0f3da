import type { Locator } from "@playwright/test";
import { downloaded, type Downloaded } from "../support/download.ts";
import { AppPage } from "./app-page.ts";

/** All findings, capacity, and the files. */
export class ReviewPage extends AppPage {
  readonly zip = this.main.getByRole("button", { name: "Download all as zip" });
  /** The bundle's folders and files. */
  readonly tree = this.main.getByRole("group", { name: "Files of the bundle" });
  /** The text of the file that is shown. */
  readonly source = this.main.getByRole("region", { name: /^Content of / });
  /** Lines that the last edit changed. */
  readonly marked = this.source.locator("mark");

  async downloadZip(): Promise<Downloaded> {
    return downloaded(this.page, () => this.zip.click());
  }

  folder(name: string): Locator {
    return this.tree.getByRole("button", { name: new RegExp(`^${name}\\b.* files?$`) });
  }

  /** A file of the tree, by its path in the bundle. */
  file(path: string): Locator {
    const at = path.lastIndexOf("/");
    const within =
      at < 0 ? this.tree : this.tree.locator(`[id="bundle-${path.slice(0, at).replaceAll("/", "-")}"]`);
    const name = path.slice(at + 1).replaceAll(".", "\\.");
    return within
      .locator(":scope > li, :scope > ul > li")
      .getByRole("button", { name: new RegExp(`^${name}(?![\\w.-])`) });
  }

  /** Shows a file; opens the folder that it is in. */
  async showFile(path: string): Promise<void> {
    const parents = path.split("/").slice(0, -1);
    for (const parent of parents) {
      const folder = this.folder(parent);
      if ((await folder.getAttribute("aria-expanded")) === "false") await folder.click();
    }
    await this.file(path).click();
    await this.main.getByRole("heading", { level: 3, name: path, exact: true }).waitFor();
  }
}
