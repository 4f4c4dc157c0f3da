// How to start the browser, for the tests and for the screenshots.

/** Launch options: the browser `CHROME` names, and no conversation with the outside. */
export const chrome = {
  executablePath: process.env.CHROME || undefined,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    // No name resolves but the loopback address, so nothing can be loaded from elsewhere.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  ],
};
