/* Generated from plugin/rules/privacy-rules.json by "npm run generate". Do not edit. */
export const sensitive = "(?:^|\\s)(?:cc-[a-z-]+|(?:current|new)-password|one-time-code|transaction-(?:amount|currency))(?:\\s|$)";
export const personal = "(?:^|\\s)(?:bday|tel|email|sex|impp|username|postal-code|organization)|(?:^|\\s)(?:street-)?address";
