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
 * settings.logged_in; without one, mask
 */
loggedIn?: ("skip" | "mask" | "same")
/**
 * Digests of the paths whose pages are never masked as a whole, and of paths ending in /* that stand for all below. A page that is reached without a reload under any other path is masked. Without them, every such page.
 */
open?: string[]
/**
 * What stands before a search text in paths of this site, beside the words of the rules.
 */
search?: string[]
/**
 * Whether this page shows personal data by its nature (account, order received, reset password): every text is masked, whatever the preset.
 */
maskPage: boolean
/**
 * How visitors of the page agree, and what the notice says.
 */
consent: {
/**
 * settings.consent
 */
mode: ("ask" | "plugin" | "without")
/**
 * settings.consent_category
 */
category: string
/**
 * settings.privacy_signals
 */
signals: ("obey" | "yes_wins" | "ignore")
/**
 * Version of the texts that a visitor agrees to: another one asks anew.
 */
version: string
/**
 * Address of the script that decides.
 */
script: string
/**
 * Address that erases a recording.
 */
erase: string
notice: {
/**
 * Address of the notice's script.
 */
script: string
place: ("bar" | "corner" | "inline")
colors: ("theme" | "light" | "dark")
/**
 * Language tag of the texts (BCP 47).
 */
language: string
title: string
text: string
accept: string
refuse: string
/**
 * Name of the button that closes the notice without an answer, where the visitor opened the notice.
 */
close: string
/**
 * Text of the link to the privacy policy.
 */
more: string
/**
 * Address of the privacy policy; empty when there is none.
 */
policy: string
}
}
}
