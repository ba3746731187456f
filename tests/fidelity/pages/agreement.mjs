/** Compares what was seen of a page with what is seen of its replay, element by element. */

/** What a mask leaves of a text (src/privacy). */
const MASK = '***';

/** What a recording keeps back: a text, what a field holds, and where inputs are not recorded, what is chosen. */
const isMasked = ( { tag, text, value, isChoice, isOther }, inputs ) => isOther || text.includes( MASK ) || value.includes( MASK ) || ( isChoice && tag === 'input' && ! inputs );

/**
 * Which elements are the same: pairs of their numbers. A blocked element is one box in the replay, without children.
 *
 * @param {Object[]} page   What look() gives of the page.
 * @param {Object[]} replay The same of the replay.
 */
export function pair( page, replay ) {
	const pairs = [];
	let at = 0;
	for ( let n = 0; n < replay.length && at < page.length; n++ ) {
		const { tag, depth, isBlocked } = replay[ n ];
		if ( page[ at ].tag !== tag || page[ at ].depth !== depth ) {
			break;
		}
		// A date or a number cannot be written as a mask: the field becomes one of text.
		replay[ n ].isOther = page[ at ].type !== replay[ n ].type;
		pairs.push( [ at++, n ] );
		while ( isBlocked && at < page.length && page[ at ].depth > depth ) {
			at++;
		}
	}
	return pairs;
}

/** Boxes of what a recording has masked or blocked, on either side, px of the picture. A choice is drawn by its label. */
export function hiddenBoxes( pairs, page, replay, { inputs, scale } ) {
	return pairs.filter( ( [ , n ] ) => replay[ n ].isBlocked || isMasked( replay[ n ], inputs ) ).flatMap( ( [ at, n ] ) => [ page[ at ].box, replay[ n ].box, ...page[ at ].labels ] ).map( ( box ) => box.map( ( side ) => side * scale ) );
}

/** Chromium tells automatic margins as 0 once a part of the page was laid out anew: what they do is seen by where the box is. */
const MARGIN = /^margin-/;
const isInPlace = ( { box: one }, { box: other } ) => one.every( ( side, n ) => Math.abs( side - other[ n ] ) < 0.5 );

/** Elements of the replay that hold something masked or blocked. */
function holders( replay, inputs ) {
	const found = new Set();
	const open = [];
	replay.forEach( ( element, n ) => {
		open.length = Math.min( open.length, element.depth );
		open[ element.depth ] = n;
		if ( element.isBlocked || isMasked( element, inputs ) ) {
			open.forEach( ( holder ) => found.add( holder ) );
		}
	} );
	return found;
}

const name = ( { tag, depth, text } ) => `${ tag }@${ depth }${ text ? ` "${ text.slice( 0, 24 ) }"` : '' }`;

/** Properties that follow from what stands in an element: a mask is shorter than the text behind it. */
const SIZES = /^(block-size|inline-size|height|width|perspective-origin|transform-origin|grid-template-(rows|columns))$/;

/** What the replay has otherwise; as many as tell what is wrong. */
export function differences( { elements: page, names }, replay, pairs, styled, inputs, most = 12 ) {
	const texts = [];
	const styles = [];
	const end = pairs.at( -1 ) ?? [ -1, -1 ];
	const isWhole = end[ 1 ] === replay.length - 1 && ( end[ 0 ] === page.length - 1 || replay[ end[ 1 ] ]?.isBlocked );
	if ( ! isWhole ) {
		const around = ( list, at ) => list.slice( Math.max( 0, at - 1 ), at + 3 ).map( name ).join( ' ' );
		texts.push( `after ${ pairs.length } of ${ page.length } elements the page has ${ around( page, end[ 0 ] + 1 ) }, the replay ${ around( replay, end[ 1 ] + 1 ) }` );
	}
	for ( const [ at, n ] of pairs ) {
		const [ one, other ] = [ page[ at ], replay[ n ] ];
		if ( ! other.isBlocked && ! isMasked( other, inputs ) && ( one.text !== other.text || one.value !== other.value ) ) {
			texts.push( `${ name( one ) } "${ one.text } ${ one.value }" is "${ other.text } ${ other.value }"` );
		}
	}
	const holds = holders( replay, inputs );
	for ( const [ at, n ] of styled ) {
		const { style: one } = page[ at ];
		const { style: other, isBlocked, isChoice, isOther } = replay[ n ];
		const named = isBlocked || isOther || ( isChoice && ! inputs ) ? [] : names.flatMap( ( key, place ) => ( one[ place ] === other?.[ place ] || ( holds.has( n ) && SIZES.test( key ) ) || ( MARGIN.test( key ) && isInPlace( page[ at ], replay[ n ] ) ) ? [] : [ place ] ) );
		if ( named.length ) {
			styles.push( `${ name( page[ at ] ) } ${ named.slice( 0, 6 ).map( ( place ) => `${ names[ place ] }: ${ one[ place ] } is ${ other?.[ place ] }` ).join( '; ' ) }` );
		}
	}
	return { texts: texts.slice( 0, most ), styles: styles.slice( 0, most ) };
}
