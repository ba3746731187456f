/* Generated from plugin/schemas/front-config.json by "npm run generate". Do not edit. */

/**
 * What the loader and the recorder read from the one JSON tag in a page (id candid-config). The same for every visitor: page caches may keep it.
 */
export interface FrontConfig {
v: 1
/**
 * Address that takes segments.
 */
door: string
/**
 * Account key.
 */
key: string
/**
 * Address of the recorder script.
 */
recorder: string
/**
 * settings.record_inputs
 */
inputs: boolean
preset: ("strict" | "balanced" | "open")
/**
 * settings.blocked_selectors after the filter candid_blocked_selectors
 */
block: string[]
/**
 * settings.allowed_query_keys
 */
keep: string[]
/**
 * Whether this page shows personal data by its nature (account, order received, reset password): every text is masked, whatever the preset.
 */
maskPage: boolean
}
