import { EventInteraction, EventPointer, EventSource } from '../../contracts/generated/event';
import { LIMITS } from '../limits';
import { asArray, asNumber, asObject, asString } from '../parse';
import { isProperty } from './attributes';
import type { PageContext } from './page';
import { CONTROLS } from './vocabulary';

type Data = Record< string, unknown >;

const POINTERS: ReadonlySet< unknown > = new Set( [ EventPointer.mouse, EventPointer.pen, EventPointer.touch ] );

/** Moves of a mouse or finger, and drags. */
export function cleanPointer( data: Data, page: PageContext ): Data | null {
	const positions = asArray( data.positions );
	const most = page.takePositions( positions.length );
	if ( positions.length > most ) {
		page.drop();
	}
	const clean: Data[] = [];
	// Of too many positions, evenly spread ones are taken, and always the last one.
	for ( let n = 1; n <= most; n++ ) {
		const raw = positions[ Math.ceil( ( n * positions.length ) / most ) - 1 ];
		const at = asObject( raw );
		const x = asNumber( at?.x, -LIMITS.offset, LIMITS.offset );
		const y = asNumber( at?.y, -LIMITS.offset, LIMITS.offset );
		const timeOffset = asNumber( at?.timeOffset, -5_000, 0 );
		if ( x === null || y === null || timeOffset === null ) {
			page.drop();
		} else if ( page.nodes.get( at?.id ) ) {
			clean.push( { x, y, timeOffset, id: at?.id } );
		}
	}
	return clean.length > 0 ? { source: data.source, positions: clean } : null;
}

/** Clicks, touches, focus. */
export function cleanInteraction( data: Data, page: PageContext ): Data | null {
	const type = data.type;
	if ( typeof type !== 'number' || ! Number.isInteger( type ) || type < 0 || type > EventInteraction.touchCancel ) {
		return page.drop();
	}
	const node = page.nodes.get( data.id );
	if ( ! node || node.kind === 'emptied' ) {
		return null;
	}
	const clean: Data = { source: EventSource.mouseInteraction, type, id: data.id };
	const x = asNumber( data.x, -LIMITS.offset, LIMITS.offset );
	const y = asNumber( data.y, -LIMITS.offset, LIMITS.offset );
	if ( x !== null && y !== null ) {
		clean.x = x;
		clean.y = y;
	}
	if ( POINTERS.has( data.pointerType ) ) {
		clean.pointerType = data.pointerType;
	}
	return clean;
}

export function cleanScroll( data: Data, page: PageContext ): Data | null {
	const x = asNumber( data.x, -LIMITS.offset, LIMITS.offset );
	const y = asNumber( data.y, -LIMITS.offset, LIMITS.offset );
	if ( x === null || y === null ) {
		return page.drop();
	}
	const node = page.nodes.get( data.id );
	return node && ( node.kind === 'element' || node.kind === 'document' ) ? { source: EventSource.scroll, id: data.id, x, y } : null;
}

/** Size of the window, within what a stage may be. */
export function cleanSize( width: unknown, height: unknown ): { width: number; height: number } | null {
	const w = asNumber( width, 1, LIMITS.viewport );
	const h = asNumber( height, 1, LIMITS.viewport );
	return w === null || h === null ? null : { width: Math.round( w ), height: Math.round( h ) };
}

export function cleanInput( data: Data, page: PageContext ): Data | null {
	const node = page.nodes.get( data.id );
	const text = asString( data.text, LIMITS.text );
	if ( text === null || ! node ) {
		return page.drop();
	}
	return CONTROLS.has( node.tag ) ? { source: EventSource.input, id: data.id, text, isChecked: data.isChecked === true } : null;
}

export function cleanSelection( data: Data, page: PageContext ): Data | null {
	const ranges: Data[] = [];
	for ( const raw of asArray( data.ranges ).slice( 0, 20 ) ) {
		const range = asObject( raw );
		const startOffset = asNumber( range?.startOffset, 0, LIMITS.offset );
		const endOffset = asNumber( range?.endOffset, 0, LIMITS.offset );
		if ( page.nodes.get( range?.start ) && page.nodes.get( range?.end ) && startOffset !== null && endOffset !== null ) {
			ranges.push( { start: range?.start, startOffset, end: range?.end, endOffset } );
		}
	}
	return ranges.length > 0 ? { source: EventSource.selection, ranges } : null;
}

/** Where in a sheet: a number, or the way down through nested rules. */
function cleanIndex( raw: unknown ): number | number[] | undefined {
	const whole = ( value: unknown ): value is number => typeof value === 'number' && Number.isInteger( value ) && value >= 0 && value <= LIMITS.rules;
	if ( Array.isArray( raw ) ) {
		return raw.length > 0 && raw.length <= 10 && raw.every( whole ) ? ( raw as number[] ) : undefined;
	}
	return whole( raw ) ? raw : undefined;
}

function cleanRules( raw: unknown, page: PageContext ): Data[] {
	const rules: Data[] = [];
	for ( const item of asArray( raw ).slice( 0, LIMITS.rules ) ) {
		const rule = asObject( item );
		const text = asString( rule?.rule, LIMITS.sheet );
		const css = text === null ? page.drop() : page.sheet( text ).trim();
		const index = cleanIndex( rule?.index );
		if ( css ) {
			rules.push( index === undefined ? { rule: css } : { rule: css, index } );
		}
	}
	return rules;
}

/** The sheet a change is for: of a style element, or an adopted one. */
function cleanOwner( data: Data, page: PageContext ): Data | null {
	const styleId = page.id( data.styleId );
	if ( styleId !== null ) {
		return { styleId };
	}
	return page.nodes.get( data.id )?.tag === 'style' ? { id: data.id } : null;
}

/** Rules put in or taken out by script. */
export function cleanSheetChange( data: Data, page: PageContext ): Data | null {
	const owner = cleanOwner( data, page );
	if ( ! owner ) {
		return null;
	}
	const clean: Data = { source: EventSource.styleSheetRule, ...owner };
	if ( Array.isArray( data.adds ) ) {
		clean.adds = cleanRules( data.adds, page );
	}
	if ( Array.isArray( data.removes ) ) {
		clean.removes = data.removes
			.slice( 0, LIMITS.rules )
			.map( ( raw ) => ( { index: cleanIndex( asObject( raw )?.index ) } ) )
			.filter( ( remove ) => remove.index !== undefined );
	}
	for ( const whole of [ 'replace', 'replaceSync' ] as const ) {
		if ( typeof data[ whole ] === 'string' ) {
			clean[ whole ] = page.sheet( data[ whole ] );
		}
	}
	return clean;
}

/** One declaration changed by script. */
export function cleanDeclarationChange( data: Data, page: PageContext ): Data | null {
	const owner = cleanOwner( data, page );
	const index = cleanIndex( data.index );
	if ( ! owner || ! Array.isArray( index ) ) {
		return null;
	}
	const clean: Data = { source: EventSource.styleDeclaration, ...owner, index };
	const set = asObject( data.set );
	const remove = asObject( data.remove );
	if ( set && isProperty( set.property ) ) {
		const value = asString( set.value, LIMITS.attribute );
		clean.set = { property: set.property, value: value === null ? null : page.declarations( value ), priority: set.priority === 'important' ? 'important' : '' };
	}
	if ( remove && isProperty( remove.property ) ) {
		clean.remove = { property: remove.property };
	}
	return clean.set || clean.remove ? clean : null;
}

/** Constructed style sheets taken over by a document or shadow tree. */
export function cleanAdoptedSheets( data: Data, page: PageContext ): Data | null {
	const node = page.nodes.get( data.id );
	if ( ! node || node.kind === 'emptied' ) {
		return page.drop();
	}
	const styleIds = asArray( data.styleIds ).slice( 0, 500 ).filter( ( id ) => page.id( id ) !== null );
	const styles: Data[] = [];
	for ( const raw of asArray( data.styles ).slice( 0, 500 ) ) {
		const style = asObject( raw );
		const styleId = page.id( style?.styleId );
		if ( styleId !== null ) {
			styles.push( { styleId, rules: cleanRules( style?.rules, page ) } );
		}
	}
	return { source: EventSource.adoptedStyleSheet, id: data.id, styleIds, styles };
}

/** A font loaded by script: noted for the host to fetch; the event itself is left out. */
export function noteFont( data: Data, page: PageContext ): null {
	const family = asString( data.family, 200 );
	const source = asString( data.fontSource, LIMITS.attribute );
	if ( family !== null && source !== null && data.buffer !== true ) {
		page.font( family.replace( /^["']|["']$/g, '' ), source, {} );
	}
	return null;
}
