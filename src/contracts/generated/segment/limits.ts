/* Generated from plugin/schemas/segment.json by "npm run generate". Do not edit. */
export const protocolVersion = 1;
export const contentType = "application/octet-stream";
export const maxBodyBytes = 1048576;
export const maxDecodedBytes = 8388608;
export const maxLineBytes = 6291456;
export const maxEnvelopeBytes = 8192;
export const maxSequence = 20000;
export const targetBodyBytes = 14336;
export const sealEveryMs = 5000;
export const keepaliveBudgetBytes = 60000;
export const maxPages = 1000;
export const maxEventsPerSegment = 50000;
export const maxReadMs = 1000;
