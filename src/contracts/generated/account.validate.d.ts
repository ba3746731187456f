/* Generated from plugin/schemas/account.json by "npm run generate". Do not edit. */
import type { Account } from './account';

export interface SchemaError { instancePath: string; keyword: string; params: Record< string, unknown > }
declare const validate: { ( data: unknown ): data is Account; errors?: SchemaError[] | null };
export default validate;
