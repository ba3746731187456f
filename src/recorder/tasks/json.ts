/**
 * JSON of events. `JSON.stringify` asks every object for a `toJSON` method, and some libraries put one into the
 * prototypes of Array and Object; where there is one, lists and objects are written here. Texts and numbers are never asked.
 */
export function toJson( value: unknown ): string {
	return 'toJSON' in [] || 'toJSON' in {} ? write( value ) : JSON.stringify( value );
}

function write( value: unknown ): string {
	if ( typeof value !== 'object' || value === null ) {
		return JSON.stringify( value ) ?? 'null';
	}
	if ( Array.isArray( value ) ) {
		return `[${ value.map( write ).join() }]`;
	}
	const parts: string[] = [];
	for ( const name of Object.keys( value ) ) {
		const part = ( value as Record<string, unknown> )[ name ];
		if ( part !== undefined && typeof part !== 'function' ) {
			parts.push( `${ JSON.stringify( name ) }:${ write( part ) }` );
		}
	}
	return `{${ parts.join() }}`;
}
