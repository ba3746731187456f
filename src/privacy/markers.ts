import { markers, shops } from '../contracts/generated/privacy-rules';
import { attributeOf, matches } from './natives';

/** What mark-up can ask for, strictest first. */
export type Marker = 'sensitive' | 'block' | 'mask' | 'ignore' | 'allow';

/** Parts of shop pages that show a customer's name, address, e-mail or coupon. */
export const SHOP_PARTS = Object.values( shops ).flat().join();

/** Selectors of all marks of one fate, for querySelectorAll and matches: Candid's own, those of the tools people come from, and the parts of shops. */
export const MARKER_SELECTOR = Object.fromEntries(
	Object.entries( markers ).map( ( [ fate, list ] ) => [ fate, list.join() + ( fate === 'mask' ? ',' + SHOP_PARTS : '' ) ] ),
) as Record< Marker, string >;

const FATES = Object.keys( MARKER_SELECTOR ) as Marker[];
const ANY = Object.values( MARKER_SELECTOR ).join();

const MARK_ATTRIBUTES: ReadonlySet< string > = new Set( [ ...ANY.matchAll( /\[([\w-]+)/g ) ].map( ( [ , name ] ) => name! ) );
/** In lower case: in quirks mode class selectors ignore case. */
const MARK_CLASSES: ReadonlySet< string > = new Set( [ ...ANY.matchAll( /\.([\w-]+)/g ) ].map( ( [ , name ] ) => name!.toLowerCase() ) );

/** Class attributes are few, and each is met thousands of times on a page. */
const judged = new Map< string, boolean >();
const MOST_JUDGED = 2000;

/** Whether a class attribute names a mark. */
function hasMark( classes: string ): boolean {
	let has = judged.get( classes );
	if ( has === undefined ) {
		has = classes.toLowerCase().split( /\s+/ ).some( ( name ) => MARK_CLASSES.has( name ) );
		if ( judged.size < MOST_JUDGED ) {
			judged.set( classes, has );
		}
	}
	return has;
}

/**
 * Whether an element can bear a mark at all: a look at its attributes, for the browser takes some microseconds to match
 * a list of fifty selectors.
 *
 * @param names Names of its attributes.
 */
export function mayBeMarked( el: Element, names: readonly string[] ): boolean {
	for ( const name of names ) {
		if ( name === 'class' ? hasMark( attributeOf( el, name )! ) : MARK_ATTRIBUTES.has( name ) ) {
			return true;
		}
	}
	return false;
}

/** The mark on this very element (not its ancestors); the strictest when there are several. */
export function markerOf( el: Element ): Marker | null {
	return matches( el, ANY ) ? FATES.find( ( fate ) => matches( el, MARKER_SELECTOR[ fate ] ) ) ?? null : null;
}
