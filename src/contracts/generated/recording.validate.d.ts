/* Generated from plugin/schemas/recording.json by "npm run generate". Do not edit. */
import type { Recording } from './recording';

export interface SchemaError { instancePath: string; keyword: string; params: Record< string, unknown > }
declare const validate: { ( data: unknown ): data is Recording; errors?: SchemaError[] | null };
export default validate;
