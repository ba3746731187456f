/** QR codes as pages draw them without a picture: one holds a secret, or a person's ticket, for whoever points a camera at the replay. */
import { codeWords } from '../contracts/generated/privacy-rules/patterns';
import { SHOW_TEXTS, childCountOf, childElementsOf, documentOf, localNameOf, parentElementOf, textOf, treeIn } from './natives';

/** Fewest squares: the smallest QR code has three finder patterns of three squares each, and what lies between. */
const FEWEST = 10;
/** Fewest squares where each is an element of its own. */
const FEWEST_CELLS = 60;
/** A path of so many squares is a QR code, whatever else is known of the drawing: the server knows nothing else. */
export const FEWEST_IN_PATH = 25;
/** Modules of a side: versions 1 to 40 (ISO/IEC 18004), with a quiet zone of 4 at both sides. */
const SMALLEST_SIDE = 21;
const LARGEST_SIDE = 185;
/** A smaller drawing is an icon: no camera reads it (CSS px). */
const ICON_PX = 48;
/** A longer path is a map or a picture (characters). */
const LONGEST_PATH = 200_000;
const WORDS = new RegExp( codeWords, 'i' );
/** Texts looked at around a picture. */
const MOST_TEXTS = 40;
const LEVELS = 4;

/** How many figures a path has, all of upright and level lines; 0 when one line is neither. */
export function squaresIn( path: string ): number {
	if ( path.length > LONGEST_PATH || /[^mhvlz\d\s,.+-]/i.test( path ) ) {
		return 0;
	}
	let count = 0;
	let at = [ 0, 0 ];
	let start = at;
	for ( const [ , command, rest ] of path.matchAll( /([a-z])([^a-z]*)/gi ) ) {
		const kind = command!.toLowerCase();
		const isRelative = command === kind;
		const numbers = ( rest!.match( /[+-]?(?:\d*\.\d+|\d+)/g ) ?? [] ).map( Number );
		if ( kind === 'h' || kind === 'v' ) {
			const axis = kind === 'h' ? 0 : 1;
			numbers.forEach( ( number ) => {
				at = at.map( ( old, i ) => ( i === axis ? number + ( isRelative ? old : 0 ) : old ) );
			} );
		} else if ( kind === 'z' ) {
			at = start;
		}
		for ( let i = 0; ( kind === 'm' || kind === 'l' ) && i + 1 < numbers.length; i += 2 ) {
			const [ x = 0, y = 0 ] = at;
			at = [ numbers[ i ]! + ( isRelative ? x : 0 ), numbers[ i + 1 ]! + ( isRelative ? y : 0 ) ];
			if ( kind === 'm' && i === 0 ) {
				count++;
				start = at;
			} else if ( at[ 0 ] !== x && at[ 1 ] !== y ) {
				return 0;
			}
		}
	}
	return count;
}

function isDrawnInSvg( svg: Element ): boolean {
	const cells = [ ...svg.querySelectorAll( 'rect,use,circle' ) ];
	if ( cells.length >= FEWEST_CELLS ) {
		// A calendar of activity has squares in many colors.
		const colors = new Set( cells.map( ( cell ) => `${ cell.getAttribute( 'fill' ) }${ cell.getAttribute( 'style' ) }${ cell.getAttribute( 'class' ) }` ) );
		const squares = cells.filter( ( cell ) => cell.getAttribute( 'width' ) === cell.getAttribute( 'height' ) );
		if ( colors.size <= 4 && squares.length * 10 >= cells.length * 9 ) {
			return true;
		}
	}
	const counts = [ ...svg.querySelectorAll( 'path' ) ].map( ( path ) => squaresIn( path.getAttribute( 'd' ) ?? '' ) );
	return counts.some( ( count ) => count >= FEWEST ) || counts.reduce( ( sum, count ) => sum + count, 0 ) >= FEWEST_CELLS;
}

/** As many rows as each row has cells, and no text. */
function isDrawnInCells( rows: HTMLCollection, box: Element ): boolean {
	const { length } = rows;
	return length >= SMALLEST_SIDE && length <= LARGEST_SIDE && [ ...rows ].every( ( row ) => childCountOf( row ) === length ) && ! textOf( box )!.trim();
}

/** Texts in and before a place, as far as they are near: a heading, a sentence, a label. */
export function textsNear( element: Element, most: number ): string[] {
	const texts: string[] = [];
	const walker = treeIn( documentOf( element )!, element, SHOW_TEXTS );
	for ( let count = 0; count < most && walker.nextNode(); ) {
		const { data } = walker.currentNode as Text;
		if ( /\S/.test( data ) ) {
			count++;
			texts.push( data.slice( 0, 500 ).trim() );
		}
	}
	return texts;
}

/** Whether words near an element say that a code or key of authenticator apps, or a recovery code, is shown there. */
export function saysCode( element: Element ): boolean {
	let at: Element | null = element;
	for ( let level = 0; at && level < LEVELS; level++, at = parentElementOf( at ) ) {
		if ( WORDS.test( textsNear( at, MOST_TEXTS ).join( ' ' ) ) ) {
			return true;
		}
	}
	return false;
}

/** Names of elements that isQrCode() looks into. */
export const DRAWINGS = 'svg,table,div,img';

/** Whether an element is a QR code: an SVG drawing, a table or a grid of cells, a picture in its own address beside words that say so. */
export function isQrCode( element: Element ): boolean {
	switch ( localNameOf( element ) ) {
		case 'svg': {
			const { width } = isDrawnInSvg( element ) ? element.getBoundingClientRect() : { width: 1 };
			return width === 0 || width >= ICON_PX;
		}
		case 'table':
			return isDrawnInCells( ( element as HTMLTableElement ).rows, element );
		case 'div':
			return childCountOf( element ) >= SMALLEST_SIDE && isDrawnInCells( childElementsOf( element ), element );
		case 'img':
			return /^data:image/i.test( element.getAttribute( 'src' ) ?? '' ) && ( /\bqr/i.test( `${ element.getAttribute( 'alt' ) } ${ element.className } ${ element.id }` ) || saysCode( element ) );
		default:
			return false;
	}
}
