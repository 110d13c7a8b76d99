/**
 * Names and terms that our texts share with the sources, because the thing has no other name. Their
 * words do not count as copied; the words around them do. Titles of registered documents are names
 * too, and need no entry.
 */
export const definedTerms: readonly string[] = [
  // The program, its roles and ids.
  "Microsoft Cloud Solution Provider",
  "Cloud Solution Provider (CSP) program",
  "direct bill partner",
  "direct bill partners",
  "indirect provider",
  "indirect providers",
  "indirect reseller",
  "indirect resellers",
  "Microsoft Partner Network (MPN) ID",
  "MPN ID",
  "Microsoft Partner Agreement",
  "Microsoft Customer Agreement",
  // What the list names as one thing.
  "Advanced Support for Partners (ASfP) or Premier Support for Partners (PSfP)",
  "managed service, IP service or customer solution",
  "managed service, IP service or customer solution application",
  // Products and offers.
  "Azure Marketplace",
  "Azure partner shared services",
  "license-based subscriptions",
  "Visual Studio subscriptions",
  // Ways through the menus of Partner Center.
  "Account settings, Legal profile, Program info",
  "Partner settings, Partner Profile",
];
