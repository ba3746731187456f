/* Generated from plugin/schemas/front-config.json by "npm run generate". Do not edit. */
import type { FrontConfig } from './front-config';

export interface SchemaError { instancePath: string; keyword: string; params: Record< string, unknown > }
declare const validate: { ( data: unknown ): data is FrontConfig; errors?: SchemaError[] | null };
export default validate;
