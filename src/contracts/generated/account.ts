/* Generated from plugin/schemas/account.json by "npm run generate". Do not edit. */

/**
 * A place recordings go to.
 */
export interface Account {
id: number
/**
 * Public, write-only name of the account.
 */
key: string
name: string
legal_name: string
vat_id: string
/**
 * Unix time, s.
 */
created: number
}
