// A static server for the built site, with the manners of GitHub Pages.
//
//   node serve.mjs --port 4173                            at the root of its host
//   node serve.mjs --port 4174 --base /some-project/      below a path; everything else is 404
//
// The two never share a port: a page below a path that asks for a file at the root must fail here
// as it would on GitHub. E2E_DIST names another built site than `dist`, such as a debug build.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const DIST = resolve(process.env.E2E_DIST || fileURLToPath(new URL("../../dist", import.meta.url)));

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** The file below `root` that a request asks for, or null if there is none. */
async function findFile(root, base, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return null;
  }
  if (!path.startsWith(base)) return null;
  let file = resolve(root, "." + sep + path.slice(base.length));
  if (file !== root && !file.startsWith(root + sep)) return null;
  if (path.endsWith("/")) file = join(file, "index.html");
  const stats = await stat(file).catch(() => null);
  return stats?.isFile() ? { file, size: stats.size } : null;
}

/** Starts serving `root` below the path `base`; resolves to the server once it listens. */
export function serve({ root = DIST, base = "/", port = 0 } = {}) {
  const server = createServer(async (request, response) => {
    const found = await findFile(root, base, request.url ?? "/");
    if (found === null) {
      response.writeHead(404, { "Content-Type": TYPES[".txt"] }).end("Not found.\n");
      return;
    }
    response.writeHead(200, {
      "Content-Type": TYPES[extname(found.file)] ?? "application/octet-stream",
      "Content-Length": found.size,
      "Cache-Control": "no-cache",
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(found.file).pipe(response);
  });
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", () => done(server));
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "4173" },
      base: { type: "string", default: "/" },
    },
  });
  await serve({ base: values.base, port: Number(values.port) });
  console.log(`dist is on http://127.0.0.1:${values.port}${values.base}`);
}
