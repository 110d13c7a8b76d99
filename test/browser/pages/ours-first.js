import { answers } from "./answers.mjs";
import * as z from "zod";

self.result = z.string().safeParse("x").success && z.config().jitless === undefined ? answers : {};
