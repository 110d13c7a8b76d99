import * as z from "zod";

/**
 * Makes an object schema that zod interprets. Otherwise, zod tries `new Function` as soon as the schema
 * is made, and a page with a strict Content-Security-Policy or Trusted Types reports a violation. zod
 * decides by a flag of its global configuration, which is set for as long as the schema is made and
 * then is as it was: schemas of the host are not affected.
 */
function interpret<Schema extends z.ZodObject>(make: () => Schema): Schema {
  const config = z.config();
  const { jitless } = config;
  const hadFlag = Object.hasOwn(config, "jitless");
  config.jitless = true;
  try {
    const schema = make();
    // What makes its copies, such as those with a check or a description.
    schema._zod.constr = Interpreted as unknown as typeof z.ZodObject;
    return schema;
  } finally {
    if (hadFlag) config.jitless = jitless;
    else delete config.jitless;
  }
}

type Definition = ConstructorParameters<typeof z.ZodObject>[0];

function Interpreted(definition: Definition): z.ZodObject {
  return interpret(() => new z.ZodObject(definition));
}
Interpreted.prototype = z.ZodObject.prototype;

/** The schema of an object with these fields and no others. */
export function strictObject<Shape extends z.ZodRawShape>(
  shape: Shape,
  params?: Parameters<typeof z.strictObject>[1],
): z.ZodObject<Shape, z.core.$strict> {
  return interpret(() => z.strictObject(shape, params) as unknown as z.ZodObject) as never;
}

/** The schema of an object with these fields, and any others, which it keeps. */
export function looseObject<Shape extends z.ZodRawShape>(
  shape: Shape,
): z.ZodObject<Shape, z.core.$loose> {
  return interpret(() => z.looseObject(shape) as unknown as z.ZodObject) as never;
}
