/** Each worker's own ports, for two specs run at a time; CANDID_REPLAY_PORT moves them for a second run beside this one. */
export const SITE_PORT = Number( process.env.CANDID_REPLAY_PORT ?? 8130 ) + 10 * Number( process.env.TEST_PARALLEL_INDEX ?? 0 );
export const ATTACKER_PORT = SITE_PORT + 2;
