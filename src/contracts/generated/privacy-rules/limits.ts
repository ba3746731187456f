/* Generated from plugin/rules/privacy-rules.json by "npm run generate". Do not edit. */
export const text = 262144;
export const url = 8192;
export const list = 65536;
export const token = 4096;
export const run = 200;
export const css = 2097152;
