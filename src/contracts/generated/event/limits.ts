/* Generated from plugin/schemas/event.json by "npm run generate". Do not edit. */
/** Lowest id of a node or style sheet: rrweb writes -1 and -2 for one it has no number for. */
export const lowestId = -2;
/** Highest id: far beyond what a page can have. */
export const highestId = 2147483648;
/** Largest number, either way, in CSS px: no page is longer. A card number is. */
export const farthest = 1000000;
/** Digits kept behind the point: they are digits too. */
export const decimals = 3;
/** Largest time of an event: 1 January 2100 as Unix time, ms. */
export const latestMs = 4102444800000;
/** Longest name of an element, attribute or property, in characters. */
export const nameLength = 101;
/** Rules inside rules inside rules. */
export const indexDepth = 10;
/** Most properties of one object: no element has so many attributes, and no rule so many declarations. */
export const properties = 1000;
/** Most levels of JSON: an element takes two, itself and its list of children. The recorder tells what is deeper than 200 elements in later events that are not nested, so that no page comes near. It is PHP's own default; twice as deep runs over the stack that PHP in WebAssembly has. */
export const depth = 512;
