import { beforeEach } from "vitest";

import { forgetAll } from "./forgetful-memoize.ts";

beforeEach(forgetAll);
