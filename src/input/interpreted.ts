import * as z from "zod";

/**
 * Makes an object schema that zod interprets. Otherwise, zod tries `new Function` as soon as the schema
 * is made, and a page with a strict Content-Security-Policy or Trusted Types reports a violation. zod
 * decides by a flag of its global configuration, which is set for as long as the schema is made and
 * then is as it was: schemas of the host are not affected.
 */
function interpret(def: z.core.$ZodObjectDef): z.ZodObject {
  const config = z.config();
  const { jitless } = config;
  const hadFlag = Object.hasOwn(config, "jitless");
  config.jitless = true;
  try {
    const schema = new z.ZodObject(def as never);
    // What makes its copies, such as those with a check or a description.
    schema._zod.constr = Interpreted as unknown as typeof z.ZodObject;
    return schema;
  } finally {
    if (hadFlag) config.jitless = jitless;
    else delete config.jitless;
  }
}

function Interpreted(def: z.core.$ZodObjectDef): z.ZodObject {
  return interpret(def);
}
Interpreted.prototype = z.ZodObject.prototype;

type Params = Parameters<typeof z.strictObject>[1];

/** The schema of an object with these fields and no others. */
export function strictObject<Shape extends z.ZodRawShape>(
  shape: Shape,
  params?: Params,
): z.ZodObject<Shape, z.core.$strict> {
  const def = {
    type: "object",
    shape,
    catchall: z.never(),
    ...z.core.util.normalizeParams(params),
  };
  return interpret(def as z.core.$ZodObjectDef) as unknown as z.ZodObject<Shape, z.core.$strict>;
}

/** The schema of an object with these fields, and any others, which it keeps. */
export function looseObject<Shape extends z.ZodRawShape>(
  shape: Shape,
): z.ZodObject<Shape, z.core.$loose> {
  const def = { type: "object", shape, catchall: z.unknown() };
  return interpret(def as z.core.$ZodObjectDef) as unknown as z.ZodObject<Shape, z.core.$loose>;
}
