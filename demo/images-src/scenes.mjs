/** Every picture of the shop: which pots, on which paper, seen from where. */
import { Scene } from './shapes.mjs';
import { CLAY, COBALT, GREEN, MARIGOLD, TOMATO, WHITE, bowl, butterHouse, candlestick, eggCup, jug, lamp, lemon, mug, plates, saltPig, sillPot, teapot, vase } from './pots.mjs';

const PAPER = { blush: '#f3b9ae', cobalt: '#2a49d0', marigold: '#f3b02c', lilac: '#c2b0ee', tomato: '#dd4a30', fog: '#dfe3ea', mint: '#a9d9c1', ink: '#2c2d5e' };

/** Three views of one scene: as in the window, from above, and low from the other side. */
function product( name, tone, build, { height = 1.5, centre = height * 0.47, wide = 1.6, low = build, ...more } = {} ) {
	const zoom = 10.4 / Math.max( height * 1.1, wide );
	const one = new Scene();
	build( one );
	const two = new Scene();
	low( two );
	const common = { backdrop: PAPER[ tone ], ...more };
	return [
		{ ...common, name: `${ name }-1`, scene: one, from: [ 1.2, centre + 2.2, 7.2 ], to: [ 0, centre, 0 ], zoom },
		{ ...common, name: `${ name }-2`, scene: one, from: [ -0.9, centre + 5.9, 4.4 ], to: [ 0, centre * 0.85, 0 ], zoom: zoom * 1.12 },
		{ ...common, name: `${ name }-3`, scene: two, from: [ -3.1, centre + 0.9, 6.6 ], to: [ 0, centre * 1.02, 0 ], zoom: zoom * 1.06 },
	];
}

/** One of something, and for the third picture two of it. */
const pair = ( pot, first, second ) => ( scene ) => {
	pot( scene, first );
	pot( scene, second );
};

const lemons = ( scene, y = 0.5 ) => {
	lemon( scene, { at: [ -0.42, y, 0.2 ], turn: 0.4 } );
	lemon( scene, { at: [ 0.36, y - 0.02, 0.36 ], turn: -0.9 } );
	lemon( scene, { at: [ 0.16, y, -0.42 ], turn: 1.9 } );
	lemon( scene, { at: [ -0.05, y + 0.42, 0.02 ], turn: 0.2, tilt: 0.35 } );
	lemon( scene, { at: [ 0.72, y + 0.12, -0.25 ], turn: 2.4, tilt: 0.3 } );
};

function hero() {
	const scene = new Scene();
	jug( scene, { at: [ -0.1, 0, -1.65 ], size: 1.45, colour: COBALT, turn: 0.35 } );
	bowl( scene, { at: [ 1.6, 0, 0.55 ] } );
	for ( const [ x, y, z, turn ] of [ [ 1.2, 0.52, 0.7, 0.4 ], [ 1.95, 0.5, 0.85, -0.9 ], [ 1.75, 0.52, 0.15, 1.9 ], [ 1.57, 0.95, 0.55, 0.2 ] ] ) {
		lemon( scene, { at: [ x, y, z ], turn, tilt: y > 0.9 ? 0.3 : 0 } );
	}
	lemon( scene, { at: [ -0.15, 0.28, 1.2 ], turn: 0.9 } );
	vase( scene, { at: [ 3.0, 0, -1.3 ], colour: TOMATO, flower: '#f3d3e0', lean: -0.08 } );
	mug( scene, { at: [ 3.72, 0, 0.6 ], colour: MARIGOLD, turn: -0.7 } );
	return { name: 'hero', scene, backdrop: PAPER.mint, width: 1360, height: 765, from: [ 1.1, 3.4, 10.5 ], to: [ 0.75, 1.0, 0 ], zoom: 4.0, quality: 0.78 };
}

function story() {
	const scene = new Scene();
	const pots = [ [ -1.95, '#8d7a6a', 0 ], [ -0.65, CLAY, 0 ], [ 0.65, WHITE, 1 ], [ 1.95, COBALT, 1 ] ];
	for ( const [ x, colour, glazed ] of pots ) {
		scene.add( scene.turned( [ [ 0, 0.05 ], [ 0.34, 0.05 ], [ 0.5, 0.3 ], [ 0.52, 0.8 ], [ 0.36, 1.25 ], [ 0.28, 1.5 ], [ 0.38, 1.72 ] ], 0.04 ), { at: [ x, 0, 0.25 * x ], colour, gloss: glazed, speckle: glazed * 0.8 + 0.1, foot: glazed ? 0.14 : undefined } );
	}
	return { scene, backdrop: PAPER.lilac };
}

const every = [
	{ ...story(), name: 'story', width: 900, height: 900, from: [ 1.2, 2.9, 9 ], to: [ 0, 0.85, 0 ], zoom: 3.7 },
	{ ...story(), name: 'journal', width: 1440, height: 720, from: [ -1.4, 1.9, 9 ], to: [ 0, 0.85, 0 ], zoom: 4.4, backdrop: PAPER.marigold },
	...product( 'half-pint-jug', 'blush', ( s ) => jug( s ), { height: 1.75, wide: 1.8 } ),
	...product( 'market-bowl', 'cobalt', ( s ) => ( bowl( s ), lemons( s ) ), { height: 1.3, wide: 3.25, low: ( s ) => ( bowl( s ), lemons( s ), lemon( s, { at: [ -1.3, 0.28, 0.95 ], turn: 0.6 } ) ) } ),
	...product( 'one-stem-vase', 'marigold', ( s ) => vase( s ), { height: 2.65, centre: 1.42, wide: 1.5 } ),
	...product( 'early-mug', 'lilac', ( s ) => mug( s ), { height: 1.35, wide: 1.9, low: pair( mug, { at: [ -0.35, 0, 0.3 ] }, { at: [ 0.75, 0, -0.9 ], turn: 0.9, colour: COBALT } ) } ),
	...product( 'supper-plates', 'tomato', ( s ) => plates( s ), { height: 1.05, wide: 3.1 } ),
	...product( 'slow-teapot', 'fog', ( s ) => teapot( s ), { height: 1.75, wide: 3.0 } ),
	...product( 'egg-pair', 'marigold', pair( eggCup, { at: [ -0.58, 0, 0.1 ] }, { at: [ 0.62, 0, -0.15 ], colour: WHITE } ), { height: 1.65, wide: 2.3, low: pair( eggCup, { at: [ -0.3, 0, 0.5 ] }, { at: [ 0.45, 0, -0.6 ], colour: WHITE } ) } ),
	...product( 'salt-pig', 'mint', ( s ) => saltPig( s ), { height: 1.6, wide: 2.1 } ),
	...product( 'butter-house', 'blush', ( s ) => butterHouse( s ), { height: 1.5, wide: 2.8 } ),
	...product( 'sill-pot', 'cobalt', ( s ) => sillPot( s ), { height: 2.4, wide: 2.1 } ),
	...product( 'long-candlestick', 'mint', ( s ) => candlestick( s ), { height: 2.75, centre: 1.5, wide: 1.6, low: pair( candlestick, { at: [ -0.55, 0, 0.2 ] }, { at: [ 0.65, 0, -0.35 ], size: 0.6, colour: GREEN, candle: WHITE } ) } ),
	...product( 'mushroom-lamp', 'ink', ( s ) => lamp( s ), { height: 2.4, wide: 2.7, key: 0.3, sky: 0.5, lamp: [ 0, 1.2, 0.3, 7 ] } ),
	hero(),
];

/** First views first: a run that is stopped early has drawn what is seen most. */
export const pictures = [ ...every ].sort( ( one, other ) => /-[23]$/.test( one.name ) - /-[23]$/.test( other.name ) );
