/* Generated from plugin/schemas/segment.json by "npm run generate". Do not edit. */
import type { Segment } from './segment';

export interface SchemaError { instancePath: string; keyword: string; params: Record< string, unknown > }
declare const validate: { ( data: unknown ): data is Segment; errors?: SchemaError[] | null };
export default validate;
