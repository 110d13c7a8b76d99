import * as z from "zod";

const config = JSON.stringify({ ...z.config(), localeError: undefined });
const { answers } = await import("./answers.mjs");
z.string().safeParse("x");
self.result = z.config().jitless === undefined && config ? answers : {};
