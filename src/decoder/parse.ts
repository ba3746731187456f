const FORBIDDEN = new Set( [ '__proto__', 'constructor', 'prototype' ] );

/**
 * Parses untrusted JSON, without the keys that could reach a prototype.
 *
 * @throws SyntaxError when the text is not JSON.
 */
export function parseUntrusted( text: string ): unknown {
	return JSON.parse( text, ( key, value: unknown ) => ( FORBIDDEN.has( key ) ? undefined : value ) );
}

/** A plain object, or null. */
export function asObject( value: unknown ): Record< string, unknown > | null {
	return typeof value === 'object' && value !== null && ! Array.isArray( value ) ? ( value as Record< string, unknown > ) : null;
}

/** The array, or an empty one. */
export function asArray( value: unknown ): readonly unknown[] {
	return Array.isArray( value ) ? value : [];
}

/** A finite number within [min, max], or null when it is no finite number. */
export function asNumber( value: unknown, min: number, max: number ): number | null {
	return typeof value === 'number' && Number.isFinite( value ) ? Math.min( max, Math.max( min, value ) ) : null;
}

/** A string of at most `max` characters, or null. */
export function asString( value: unknown, max: number ): string | null {
	return typeof value === 'string' && value.length <= max ? value : null;
}
