/* Generated from plugin/schemas/privacy-rules.json by "npm run generate". Do not edit. */

export const PRIVACY_RULES = {} as const;
