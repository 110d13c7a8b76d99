import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

/** The folder of the built site. */
export const folder = fileURLToPath(new URL("../../docs/site/", import.meta.url));

/** The strictest policy: nothing inline, nothing from elsewhere, and no text that becomes code. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const types = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  json: "application/json",
  xml: "application/xml",
  txt: "text/plain; charset=utf-8",
};

/** Serves the site; resolves to its address and a function that ends it. */
export async function serve() {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = folder + (pathname.endsWith("/") ? `${pathname}index.html` : pathname).slice(1);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, {
      "content-type": types[file.split(".").at(-1)],
      "content-security-policy": policy,
    });
    return response.end(readFileSync(file));
  });
  await new Promise((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return { base: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
