/**
 * Texts as shops print them, and secrets to put into them. Seeded: the same seed gives the same text on
 * every machine, so that a rate measured once can be measured again.
 */

/** A small generator of numbers in [0, 1) (mulberry32). */
export function randomOf( seed: number ): () => number {
	return () => {
		seed = ( seed + 0x6d2b79f5 ) | 0;
		let t = Math.imul( seed ^ ( seed >>> 15 ), 1 | seed );
		t = ( t + Math.imul( t ^ ( t >>> 7 ), 61 | t ) ) ^ t;
		return ( ( t ^ ( t >>> 14 ) ) >>> 0 ) / 4294967296;
	};
}

type Random = () => number;
const int = ( random: Random, from: number, to: number ) => from + Math.floor( random() * ( to - from + 1 ) );
const pick = < T >( random: Random, list: readonly T[] ): T => list[ int( random, 0, list.length - 1 ) ]!;
const digits = ( random: Random, count: number ) => Array.from( { length: count }, () => int( random, 0, 9 ) ).join( '' );

const NOUNS = [ 'mug', 'Bluse', 'zapatillas', 'koszulka', 'bögre', 'lampe', 'candeleiro', 'stoel', 'svíčka', 'tanier', 'masă', 'tröja', 'kop', 'kuppi', 'genser', 'borsa', 'chair', 'jacket', 'Überwurf', 'vase' ];
const WORDS = [ 'hand-made', 'Größe', 'organic', 'nuevo', 'bestseller', 'do wyprzedania', 'limited edition', 'neu', 'élégant', 'pamut', 'with lid', 'for men', 'outdoor', 'waterproof', 'per person', 'in stock', 'sold out', 'ships in', 'since', 'approx.' ];
const UNITS = [ 'kg', 'g', 'ml', 'l', 'cm', 'mm', 'W', 'GB', 'pcs', '%', '°C', 'kWh' ];
const MONEY = [ '€', '$', '£', 'Kč', 'zł', 'Ft', 'kr', 'lei' ];

const KINDS: readonly ( ( random: Random ) => string )[] = [
	( r ) => `${ pick( r, WORDS ) } ${ pick( r, NOUNS ) }, ${ int( r, 1, 999 ) } ${ pick( r, UNITS ) }`,
	( r ) => `${ int( r, 1, 9999 ) }.${ digits( r, 2 ) } ${ pick( r, MONEY ) }`,
	( r ) => `${ int( r, 1, 999 ) } ${ digits( r, 3 ) },${ digits( r, 2 ) } ${ pick( r, MONEY ) }`,
	( r ) => `${ int( r, 1, 99 ) } ${ digits( r, 3 ) } 000 ${ pick( r, MONEY ) }`,
	( r ) => `Was ${ int( r, 100, 999 ) },${ digits( r, 2 ) } now ${ int( r, 10, 99 ) },${ digits( r, 2 ) } (-${ int( r, 5, 70 ) } %)`,
	( r ) => `Order #${ digits( r, int( r, 4, 9 ) ) }`,
	( r ) => `Order ${ int( r, 2019, 2026 ) }-${ digits( r, int( r, 4, 6 ) ) }`,
	( r ) => `Invoice INV-${ int( r, 2019, 2026 ) }/${ digits( r, 5 ) }`,
	( r ) => `SKU ${ pick( r, [ 'AB', 'XJ', 'KLM', 'P' ] ) }-${ digits( r, int( r, 3, 5 ) ) }-${ pick( r, [ 'S', 'XL', 'BLK', 'RED' ] ) }`,
	( r ) => `Article no. ${ digits( r, int( r, 5, 8 ) ) }`,
	( r ) => `EAN ${ pick( r, [ '40', '50', '84', '85', '59', '73' ] ) }${ digits( r, 11 ) }`,
	( r ) => `ISBN 978-${ int( r, 0, 9 ) }-${ digits( r, 2 ) }-${ digits( r, 6 ) }-${ int( r, 0, 9 ) }`,
	( r ) => `Sizes ${ Array.from( { length: int( r, 3, 9 ) }, ( _, i ) => 34 + 2 * i ).join( ' ' ) }`,
	( r ) => `${ int( r, 1, 28 ) }.${ int( r, 1, 12 ) }.${ int( r, 2019, 2027 ) } ${ int( r, 8, 18 ) }:${ pick( r, [ '00', '15', '30' ] ) }`,
	( r ) => `${ int( r, 2019, 2027 ) }-0${ int( r, 1, 9 ) }-${ int( r, 10, 28 ) }`,
	( r ) => `0${ int( r, 1, 9 ) }/${ int( r, 10, 28 ) }/${ int( r, 2019, 2027 ) }`,
	( r ) => `Mon–Fri 0${ int( r, 7, 9 ) }:00–1${ int( r, 5, 9 ) }:30, Sat 9.00-13.00`,
	( r ) => `${ int( r, 100, 400 ) } × ${ int( r, 100, 400 ) } × ${ int( r, 10, 90 ) } mm`,
	( r ) => `${ int( r, 640, 3840 ) }x${ int( r, 480, 2160 ) } px`,
	( r ) => `Version ${ int( r, 0, 20 ) }.${ int( r, 0, 30 ) }.${ int( r, 0, 99 ) }`,
	( r ) => `${ int( r, 1, 5 ) }.${ int( r, 0, 9 ) } stars (${ int( r, 1, 99999 ) } reviews)`,
	( r ) => `Showing ${ int( r, 1, 9 ) }–${ int( r, 10, 24 ) } of ${ int( r, 30, 9999 ) } results`,
	( r ) => `Tracking ${ digits( r, int( r, 8, 12 ) ) }`,
	( r ) => `${ pick( r, NOUNS ) } ${ digits( r, 3 ) } ${ digits( r, 4 ) }`,
	( r ) => `${ digits( r, 5 ) } ${ pick( r, [ 'Berlin', 'Kraków', 'Milano', 'Brno', 'Szeged' ] ) }, ${ int( r, 1, 199 ) }`,
	( r ) => `${ pick( r, WORDS ) }-${ int( r, 2019, 2027 ) }-${ pick( r, NOUNS ) }-${ pick( r, NOUNS ) }-collection`.replace( / /g, '-' ),
	( r ) => `${ pick( r, NOUNS ) } ${ pick( r, WORDS ) } ${ pick( r, NOUNS ) } ${ pick( r, WORDS ) }`,
	( r ) => `${ int( r, 10, 999 ) } – ${ int( r, 1000, 9999 ) } – ${ int( r, 10000, 99999 ) } ${ pick( r, MONEY ) }`,
	( r ) => Array.from( { length: int( r, 3, 12 ) }, () => int( r, 1, 2500 ) ).join( pick( r, [ '\n', '\n\t\t', '\t', '  ', ' - ', ' – ' ] ) ),
	( r ) => `${ int( r, 2010, 2027 ) } – ${ int( r, 2010, 2027 ) } ${ int( r, 2010, 2027 ) } – ${ int( r, 2010, 2027 ) }`,
	( r ) => `Ref. ${ pick( r, [ 'XJ', 'KLM', 'P' ] ) }-${ digits( r, 3 ) }-${ digits( r, 3 ) }-${ digits( r, 3 ) }`,
	( r ) => `${ int( r, 10, 99 ) } ${ int( r, 10, 99 ) } ${ int( r, 10, 99 ) } ${ int( r, 100, 999 ) } ${ pick( r, UNITS ) }`,
	( r ) => `${ int( r, 20, 999 ) }/${ int( r, 20, 99 ) } R${ int( r, 13, 22 ) } ${ int( r, 60, 120 ) }H`,
	( r ) => `Home/${ pick( r, [ 'Clothing', 'Lighting', 'KitchenTools' ] ) }/${ pick( r, [ 'Summer2024', 'SpecialOffers', 'New-2025' ] ) }/${ pick( r, [ 'MenAndWomen', 'LargeSizes', 'Outdoor' ] ) }/Page${ int( r, 1, 20 ) }`,
	( r ) => `${ pick( r, [ 'AB12', 'XJ90', 'KM05' ] ) }  ${ pick( r, WORDS ) }\n\t${ pick( r, NOUNS ) } ${ pick( r, WORDS ) }`,
];

/** A product text, price, date, order number or the like. */
export function ordinaryText( seed: number ): string {
	const random = randomOf( seed );
	return pick( random, KINDS )( random );
}

function luhnDigit( body: string ): string {
	for ( let last = 0; last < 10; last++ ) {
		const sum = [ ...body + last ].reverse().reduce( ( total, char, i ) => total + ( i % 2 ? [ 0, 2, 4, 6, 8, 1, 3, 5, 7, 9 ][ +char ]! : +char ), 0 );
		if ( sum % 10 === 0 ) {
			return String( last );
		}
	}
	throw new Error( 'Unreachable: one of ten digits fits.' );
}

/** What mark-up and people put between groups of a number. */
const APART = [ '\n', '\t', '   ', '\n\t\t\t\t', '\u2007', '\u2002', '\u3000', '\u2011' ];

/** A card number that passes its check, of 13 to 19 digits, written solid or in groups. */
export function card( random: Random ): string {
	const length = pick( random, [ 13, 14, 15, 16, 16, 16, 18, 19 ] );
	const body = pick( random, [ '4', '51', '55', '2221', '34', '37', '36', '6011', '62', '35', '50', '67' ] );
	const first = body + digits( random, length - 1 - body.length );
	const number = first + luhnDigit( first );
	return pick( random, [ number, number.replace( /(.{4})(?=.)/g, '$1 ' ), number.replace( /(.{4})(?=.)/g, '$1-' ), number.replace( /(.{4})(?=.)/g, '$1\u00a0' ), number.replace( /(.{4})(?=.)/g, '$1 – ' ), number.split( '' ).join( ' ' ), ...APART.map( ( gap ) => number.replace( /(.{4})(?=.)/g, `$1${ gap }` ) ) ] );
}

/** A bank account that passes its check. */
export function iban( random: Random ): string {
	const [ country, length ] = pick( random, [ [ 'DE', 22 ], [ 'NO', 15 ], [ 'GB', 22 ], [ 'FR', 27 ], [ 'MT', 31 ], [ 'CZ', 24 ], [ 'PL', 28 ], [ 'HU', 28 ] ] as const );
	const bank = { GB: 'NWBK', MT: 'MALT' }[ country as string ] ?? '';
	const account = bank + digits( random, length - 4 - bank.length );
	const plain = [ ...account + country + '00' ].map( ( char ) => parseInt( char, 36 ) ).join( '' );
	const check = String( 98n - BigInt( plain ) % 97n ).padStart( 2, '0' );
	const number = country + check + account;
	return pick( random, [ number, number.toLowerCase(), number.replace( /(.{4})(?=.)/g, '$1 ' ), ...APART.map( ( gap ) => number.replace( /(.{4})(?=.)/g, `$1${ gap }` ) ) ] );
}

/** A signed token of three parts. */
export function jwt( random: Random ): string {
	const part = ( value: object ) => Buffer.from( JSON.stringify( value ) ).toString( 'base64url' );
	return [ part( { alg: 'HS256', typ: 'JWT' } ), part( { sub: digits( random, 10 ), n: digits( random, 4 ) } ), Buffer.from( digits( random, 32 ) ).toString( 'base64url' ) ].join( '.' );
}
