/** Each worker's own ports, for two specs run at a time. */
export const SITE_PORT = 8130 + 10 * Number( process.env.TEST_PARALLEL_INDEX ?? 0 );
export const ATTACKER_PORT = SITE_PORT + 2;
