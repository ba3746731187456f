/* Generated from plugin/schemas/settings.json by "npm run generate". Do not edit. */
import type { Settings } from './settings';

export interface SchemaError { instancePath: string; keyword: string; params: Record< string, unknown > }
declare const validate: { ( data: unknown ): data is Settings; errors?: SchemaError[] | null };
export default validate;
